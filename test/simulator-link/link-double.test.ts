import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { completeConnect, dialogRoot, enterCode, logIn, part, press, pressEscape, type } from './drive.js';
import {
  CREDENTIALS_BANK,
  CUSTOMER_ID,
  RECONNECT_ID,
  REDIRECT_BANK,
  tokenFor,
  type MemoryBackend,
} from './link-backend.js';
import { goodConfig, loadScript, page, serveDouble, type Told } from './serve.js';

const BANK = CREDENTIALS_BANK.identifier;
const REDIRECT_URLS = {
  success_redirect_url: 'https://shop.example/back?order=7',
  fail_redirect_url: 'https://shop.example/failed',
};

let backend: MemoryBackend;

/** Opens `connect` and gives what the callback is told. */
function connect(changes: Record<string, unknown> = {}): Told {
  const { config, told } = goodConfig(changes);
  page.Lean!['connect']!(config);
  return told;
}

async function firstWord(told: Told): Promise<Record<string, unknown>> {
  await waitUntil(() => told.length > 0, 'the callback was never called');
  return told[0]!;
}

/** Long enough for a dialog to come, were it to come: the routes answer inside this page. */
async function staysAway(): Promise<void> {
  await fetch('/_link/banks');
  await aTimeout(150);
  expect(dialogRoot()).to.equal(null);
}

describe("the Link SDK's double", () => {
  beforeEach(async () => {
    backend = await serveDouble();
    await loadScript('loader');
  });
  afterEach(async () => {
    if (dialogRoot() !== null) await pressEscape();
    await waitUntil(() => dialogRoot() === null, 'the dialog stayed open');
    delete page.Lean;
    delete page.LeanV2;
    document.getElementById('lean-link')?.remove();
  });

  it('connects a bank through list, login, code and consent, and says SUCCESS without an entity', async () => {
    const told = connect({ access_from: '2026-01-01', access_to: '2026-12-31', account_type: 'PERSONAL' });
    await completeConnect(BANK);
    const data = await firstWord(told);
    expect(data).to.include({ status: 'SUCCESS', secondary_status: 'OK' });
    expect(data['bank']).to.deep.equal({ bank_identifier: BANK, is_supported: true });
    expect(data).not.to.have.any.keys('entity_id', 'access_token', 'method');
    expect(backend.linked).to.deep.equal([
      {
        customerId: CUSTOMER_ID,
        bankIdentifier: BANK,
        permissions: ['accounts', 'balance', 'transactions'],
        accountType: 'PERSONAL',
        accessFrom: '2026-01-01',
        accessTo: '2026-12-31',
      },
    ]);
    expect(dialogRoot()).to.equal(null);
  });

  it('skips the bank list for a given bank and explains the consent when asked to', async () => {
    connect({ bank_identifier: BANK, show_consent_explanation: true, destination_alias: 'Sample Shop' });
    expect((await part('link-explanation')).textContent).to.contain('Sample Shop');
    await press('link-explanation-continue');
    await part('link-login');
  });

  it('says SIMULATOR on every dialog', async () => {
    connect();
    expect((await part('link-badge')).textContent).to.contain('SIMULATOR');
  });

  it('finds banks by their English and Arabic names', async () => {
    connect();
    const isShown = async (identifier: string) =>
      (await part(`link-bank-${identifier}`)).parentElement!.hidden === false;
    await type('link-bank-search', 'open fin');
    expect([await isShown(BANK), await isShown(REDIRECT_BANK.identifier)]).to.deep.equal([false, true]);
    await type('link-bank-search', 'لين');
    expect([await isShown(BANK), await isShown(REDIRECT_BANK.identifier)]).to.deep.equal([true, false]);
  });

  it('is accessible and keeps the focus inside', async () => {
    const opener = document.createElement('button');
    opener.textContent = 'Connect';
    document.body.append(opener);
    opener.focus();
    connect();
    const search = await part('link-bank-search');
    expect(dialogRoot()!.activeElement).to.equal(search);
    await expect(dialogRoot()!.host).to.be.accessible();
    const last = await part('link-bank-not-listed');
    last.focus();
    last.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true, cancelable: true }));
    expect(dialogRoot()!.activeElement).to.equal(await part('link-close'));
    await pressEscape();
    await waitUntil(() => document.activeElement === opener, 'the focus did not come back');
    opener.remove();
  });

  it('speaks Arabic from right to left', async () => {
    connect({ language: 'ar' });
    const layer = (await part('link-dialog')).parentElement!;
    expect([layer.lang, layer.dir]).to.deep.equal(['ar', 'rtl']);
    expect((await part(`link-bank-${BANK}`)).textContent).to.contain(CREDENTIALS_BANK.arabic_name);
  });

  it('wears the colours of the customization', async () => {
    connect({ bank_identifier: BANK, customization: { theme_color: '#ff0000', force_appearance: 'light' } });
    expect(getComputedStyle(await part('link-login-submit')).backgroundColor).to.equal('rgb(255, 0, 0)');
  });

  for (const [how, close] of [
    ['the cross', () => press('link-close')],
    ['Escape', pressEscape],
  ] as const) {
    it(`says CANCELLED and where, when closed by ${how}`, async () => {
      const told = connect({ bank_identifier: BANK });
      await part('link-login');
      await close();
      expect(await firstWord(told)).to.include({ status: 'CANCELLED', exit_point: 'LOGIN' });
      expect(backend.linked).to.have.length(0);
    });
  }

  it('says CANCELLED with an unsupported bank when the bank is not listed', async () => {
    const told = connect();
    await press('link-bank-not-listed');
    const data = await firstWord(told);
    expect(data).to.include({ status: 'CANCELLED' });
    expect(data['bank']).to.deep.equal({ is_supported: false });
  });

  it('says CANCELLED when the consent is declined', async () => {
    const told = connect({ bank_identifier: BANK });
    await logIn();
    await enterCode();
    await press('link-consent-decline');
    expect(await firstWord(told)).to.include({ status: 'CANCELLED', exit_point: 'CONSENT' });
  });

  it('lets the customer try again after a wrong password', async () => {
    connect({ bank_identifier: BANK });
    await logIn('wrong');
    await waitUntil(async () => (await part('link-login-error')).textContent !== '');
    await logIn();
    await part('link-otp');
  });

  it('fails with ERROR after three wrong codes', async () => {
    const told = connect({ bank_identifier: BANK });
    await logIn();
    for (const code of ['2222', '3333', '4444']) {
      await enterCode(code);
      await waitUntil(() => dialogRoot()!.querySelector<HTMLInputElement>('input')?.value !== code);
    }
    await press('link-failure-close');
    expect(await firstWord(told)).to.include({ status: 'ERROR', secondary_status: 'MFA_ATTEMPTS_EXHAUSTED' });
  });

  it('fails with ERROR when the bank turns the customer away', async () => {
    const told = connect({ bank_identifier: BANK });
    await logIn('reject');
    await press('link-failure-close');
    expect(await firstWord(told)).to.include({ status: 'ERROR', secondary_status: 'REJECTED_BY_BANK' });
  });

  it('says REDIRECT with the target before leaving for the bank', async () => {
    let left: string | null = null;
    const told = connect({ bank_identifier: REDIRECT_BANK.identifier, ...REDIRECT_URLS });
    page.__leanSimulator = { paceMs: 0, navigate: (url) => void (left = `${String(told.length)} ${url}`) };
    await press('link-consent-accept');
    const data = await firstWord(told);
    expect(data['status']).to.equal('REDIRECT');
    expect(data['open_banking_redirect_url']).to.contain('/_link/authorize?consent_attempt_id=');
    expect(left).to.equal(`1 ${String(data['open_banking_redirect_url'])}`);
    expect(backend.linked).to.have.length(0);
  });

  it('fails with ERROR where a redirect bank has nowhere to return to', async () => {
    const told = connect({ bank_identifier: REDIRECT_BANK.identifier });
    await press('link-failure-close');
    expect(await firstWord(told)).to.include({ status: 'ERROR' });
  });

  it('shows the outcome of a redirect that came back', async () => {
    const id = await approveAtBank();
    const { config, told } = goodConfig({ consent_attempt_id: id, permissions: undefined });
    page.Lean!['captureRedirect']!(config);
    await press('link-done');
    expect(await firstWord(told)).to.include({ status: 'SUCCESS' });
  });

  async function approveAtBank(): Promise<string> {
    const told = connect({ bank_identifier: REDIRECT_BANK.identifier, ...REDIRECT_URLS });
    page.__leanSimulator = { paceMs: 0, navigate: () => undefined };
    await press('link-consent-accept');
    const url = new URL(String((await firstWord(told))['open_banking_redirect_url']));
    const id = url.searchParams.get('consent_attempt_id')!;
    const body = new URLSearchParams({ consent_attempt_id: id, decision: 'approve' });
    await fetch(url, { method: 'POST', body, redirect: 'manual' });
    return id;
  }

  it('reconnects after login and code', async () => {
    const { config, told } = goodConfig({ reconnect_id: RECONNECT_ID });
    page.Lean!['reconnect']!(config);
    await logIn();
    await enterCode();
    await press('link-done');
    expect(await firstWord(told)).to.include({ status: 'SUCCESS' });
    expect(backend.confirmed).to.deep.equal([RECONNECT_ID]);
  });

  it('fails with ERROR for a reconnect id nobody knows', async () => {
    const { config, told } = goodConfig({ reconnect_id: 'unknown' });
    page.Lean!['reconnect']!(config);
    await press('link-failure-close');
    expect(await firstWord(told)).to.include({ status: 'ERROR', last_api_response: '404' });
  });

  it('lists consents and takes one back', async () => {
    connect({ bank_identifier: BANK });
    await logIn();
    await enterCode();
    await press('link-consent-accept');
    await press('link-done');
    await waitUntil(() => dialogRoot() === null);
    page.Lean!['manageConsents']!(goodConfig().config);
    await press('link-revoke-entity-1');
    await waitUntil(() => backend.revoked.length > 0);
    expect(backend.revoked).to.deep.equal(['entity-1']);
  });

  it('offers the data methods and no payments', () => {
    expect(Object.keys(page.Lean!)).to.deep.equal([
      'connect',
      'reconnect',
      'manageConsents',
      'captureRedirect',
    ]);
  });

  describe('with a config that is not valid', () => {
    const broken = { permissions: [] };

    it('stays silent in production', async () => {
      const told = connect({ ...broken, sandbox: false });
      await staysAway();
      expect(told).to.have.length(0);
    });

    it('shows what is wrong with sandbox on, and calls nobody back', async () => {
      const told = connect(broken);
      expect((await part('link-config-error')).textContent).to.contain('permissions must hold');
      await press('link-config-close');
      await waitUntil(() => dialogRoot() === null);
      expect(told).to.have.length(0);
    });

    it('takes the text "false" for sandbox on', async () => {
      connect({ ...broken, sandbox: 'false' });
      await part('link-config-error');
    });

    for (const [fault, token, words] of [
      ['is short-lived', tokenFor(CUSTOMER_ID, 599), 'Token must be valid for at least 10 minutes'],
      ['has no exp', `x.${btoa('{}')}.y`, 'exp claim'],
      ['is no JWT', 'abc', 'must be a JWT'],
    ] as const) {
      it(`refuses an access_token that ${fault}`, async () => {
        connect({ access_token: token });
        expect((await part('link-config-error')).textContent).to.contain(words);
      });
    }

    for (const colour of ['oklch(0.5 0.1 200)', 'rgb(1 2 3)', '#12345', 'currentcolor', 'var(--x)', 7]) {
      it(`throws for the colour ${String(colour)}`, () => {
        expect(() => connect({ customization: { theme_color: colour } })).to.throw(
          'CONFIG_ERROR__INVALID_PARAM_TYPE',
        );
      });
    }

    it('takes hex, comma rgb, names and gradients', async () => {
      const gradient = 'linear-gradient(red, blue)';
      connect({
        customization: {
          theme_color: '#0af',
          link_color: 'rgba(1, 2, 3, 0.5)',
          overlay_color: 'navy',
          dialog_background_color_light: gradient,
        },
      });
      await part('link-banks');
    });
  });

  it('meets 401 with a token that already says Bearer, since it adds its own', async () => {
    const told = connect({ access_token: `Bearer ${tokenFor(CUSTOMER_ID)}` });
    await press('link-failure-close');
    expect(await firstWord(told)).to.include({ status: 'ERROR', last_api_response: '401' });
  });

  it('ignores a second call while it is open', async () => {
    connect();
    await part('link-banks');
    connect();
    await fetch('/_link/banks');
    expect(document.querySelectorAll('[data-lean-simulator]')).to.have.length(1);
  });

  it("shows no banks with the other country's script", async () => {
    await loadScript('/link/loader/prod/sa/latest/lean-link-loader.min.js');
    connect();
    expect((await part('link-bank-list')).children).to.have.length(0);
  });

  describe('as a bundle', () => {
    it('v2 sets LeanV2 and does nothing without its element', async () => {
      delete page.Lean;
      await loadScript('v2');
      expect(page.Lean).to.equal(undefined);
      page.LeanV2!['connect']!(goodConfig().config);
      await staysAway();
    });

    it('v2 hangs its dialog in #lean-link', async () => {
      await loadScript('v2');
      document.body.append(Object.assign(document.createElement('div'), { id: 'lean-link' }));
      page.LeanV2!['connect']!(goodConfig().config);
      await part('link-banks');
      expect(dialogRoot()!.host.parentElement!.id).to.equal('lean-link');
    });

    it('v1 has link() and names the method as the seed guide does', async () => {
      await loadScript('v1');
      document.body.append(Object.assign(document.createElement('div'), { id: 'lean-link' }));
      const { config, told } = goodConfig();
      page.Lean!['link']!(config);
      await completeConnect(BANK);
      expect(await firstWord(told)).to.include({ status: 'SUCCESS', method: 'LINK' });
    });
  });

  describe('told to misbehave', () => {
    it('throws from its methods', () => {
      page.__leanSimulator = { behaviour: 'throws' };
      expect(() => connect()).to.throw('told to throw');
    });

    it('shows nothing when silent', async () => {
      page.__leanSimulator = { behaviour: 'silent' };
      connect();
      await staysAway();
    });

    it("follows the customer's scenario", async () => {
      backend.scenarioName = 'link-silent';
      connect();
      await staysAway();
    });

    it("follows the script's address", async () => {
      await loadScript('/link/loader/lean-link-loader.min.js?behaviour=silent');
      connect();
      await staysAway();
    });

    async function toldAfterClose(
      behaviour:
        'no-callback' | 'callback-twice' | 'success-then-error' | 'unknown-status' | 'empty-callback',
    ) {
      page.__leanSimulator = { behaviour, paceMs: 0 };
      const told = connect();
      await press('link-close');
      await waitUntil(() => dialogRoot() === null);
      return told.map((data) => (data as Record<string, unknown> | null)?.['status'] ?? null);
    }

    it('never calls back', async () => {
      expect(await toldAfterClose('no-callback')).to.deep.equal([]);
    });

    it('calls back twice', async () => {
      expect(await toldAfterClose('callback-twice')).to.deep.equal(['CANCELLED', 'CANCELLED']);
    });

    it('contradicts itself', async () => {
      expect(await toldAfterClose('success-then-error')).to.deep.equal(['CANCELLED', 'ERROR']);
    });

    it('calls back with a status of its own', async () => {
      expect(await toldAfterClose('unknown-status')).to.deep.equal(['PAUSED_BY_BANK']);
    });

    it('calls back with null', async () => {
      expect(await toldAfterClose('empty-callback')).to.deep.equal([null]);
    });

    it('closes by itself', async () => {
      page.__leanSimulator = { behaviour: 'closes-programmatically', paceMs: 0 };
      expect(await firstWord(connect())).to.include({ status: 'LINK_CLOSED_PROGRAMMATICALLY' });
    });

    it('says SUCCESS without an entity', async () => {
      backend.scenarioName = 'link-success-without-entity';
      const told = connect();
      await completeConnect(BANK);
      expect(await firstWord(told)).to.include({ status: 'SUCCESS' });
      expect(backend.linked).to.have.length(0);
    });

    it('rejects the customer at the bank', async () => {
      backend.scenarioName = 'link-rejected-by-bank';
      const told = connect({ bank_identifier: BANK });
      await logIn();
      await press('link-failure-close');
      expect(await firstWord(told)).to.include({ status: 'ERROR', secondary_status: 'REJECTED_BY_BANK' });
    });
  });
});
