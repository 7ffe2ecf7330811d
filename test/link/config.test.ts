import { expect } from '@open-wc/testing';
import type { LeanError } from '../../src/domain/error.js';
import type { LinkAttributes } from '../../src/domain/link.js';
import { linkConfig, sdkUrl, type LinkConfig, type LinkOpening } from '../../src/link/index.js';
import { isAllowedSource } from '../../src/link/sources.js';
import { tokenFor } from '../simulator-link/link-backend.js';
import { forgetSdk } from './served-scripts.js';

const NOTHING: LinkAttributes = {
  permissions: null,
  bankIdentifier: null,
  accountType: null,
  accessFrom: null,
  accessTo: null,
  successRedirectUrl: null,
  failRedirectUrl: null,
  showConsentExplanation: null,
  destinationAlias: null,
  destinationAvatar: null,
  endUserId: null,
  customerMetadata: null,
  customization: null,
  appToken: null,
  customerId: null,
  region: null,
  environment: 'production',
};

interface Changes {
  method?: LinkOpening['method'];
  session?: Record<string, unknown>;
  attributes?: Partial<LinkAttributes>;
  reconnectId?: string | null;
}

let host: HTMLElement;

function configOf({ method = 'connect', session, attributes, reconnectId = null }: Changes = {}): LinkConfig {
  return linkConfig({
    now: Date.now(),
    method,
    session: {
      app_token: 'app-1',
      customer_id: 'customer-1',
      region: 'ae',
      sandbox: false,
      permissions: ['accounts', 'balance'],
      ...session,
    },
    attributes: { ...NOTHING, ...attributes },
    reconnectId,
    language: 'en',
    host,
  });
}

function refusal(changes: Changes): LeanError {
  try {
    configOf(changes);
  } catch (thrown) {
    return thrown as LeanError;
  }
  throw new Error('the config was expected to be refused');
}

describe("the SDK's config", () => {
  const warn = console.warn;
  let warnings: string[];

  beforeEach(() => {
    forgetSdk();
    host = document.createElement('div');
    document.body.append(host);
    warnings = [];
    console.warn = (text: string) => warnings.push(text);
  });
  afterEach(() => {
    host.remove();
    console.warn = warn;
  });

  it('holds what the session says and nothing that nobody said', () => {
    expect(configOf()).to.deep.equal({
      app_token: 'app-1',
      customer_id: 'customer-1',
      permissions: ['accounts', 'balance'],
      sandbox: false,
      language: 'en',
    });
  });

  it('lets the session win and the attributes fill', () => {
    const config = configOf({
      session: { bank_identifier: 'SESSION', access_token: tokenFor('customer-1') },
      attributes: {
        bankIdentifier: 'PAGE',
        accountType: 'personal',
        accessTo: '2026-12-31',
        endUserId: 'user-1',
        successRedirectUrl: '/back',
        showConsentExplanation: false,
      },
    });
    expect(config).to.include({
      bank_identifier: 'SESSION',
      account_type: 'PERSONAL',
      access_to: '2026-12-31',
      end_user_id: 'user-1',
      success_redirect_url: `${location.origin}/back`,
      show_consent_explanation: false,
    });
  });

  it('asks for what both sides allow', () => {
    const both = (session: string[] | null, page: string[] | null) =>
      configOf({ session: { permissions: session }, attributes: { permissions: page } })['permissions'];
    expect(both(['accounts', 'balance', 'identity'], ['balance', 'accounts'])).to.deep.equal([
      'accounts',
      'balance',
    ]);
    expect(both(null, ['identity'])).to.deep.equal(['identity']);
    expect(both(['identity'], null)).to.deep.equal(['identity']);
  });

  it('holds only what reconnect takes', () => {
    const config = configOf({
      method: 'reconnect',
      reconnectId: 'r-1',
      attributes: { bankIdentifier: 'BANK' },
    });
    expect(config).to.deep.equal({ app_token: 'app-1', reconnect_id: 'r-1', sandbox: false, language: 'en' });
  });

  for (const [what, code, changes] of [
    ['no app token', 'missing_app_token', { session: { app_token: '' } }],
    ['no customer', 'missing_customer_id', { session: { customer_id: '' } }],
    ['no permissions', 'missing_permissions', { session: { permissions: null } }],
    ['an empty list of permissions', 'missing_permissions', { session: { permissions: [] } }],
    ['permissions nobody shares', 'missing_permissions', { attributes: { permissions: ['identity'] } }],
    ['an unknown permission', 'invalid_permission', { attributes: { permissions: ['balances'] } }],
    ['no reconnect id', 'missing_reconnect_id', { method: 'reconnect' }],
    ['sandbox as text', 'invalid_type', { session: { sandbox: 'false' } }],
    ['no word on sandbox', 'invalid_type', { session: { sandbox: undefined } }],
    ['an unknown region', 'invalid_type', { session: { region: 'uk' } }],
    ['a customer id that is no text', 'invalid_type', { session: { customer_id: 7 } }],
    ['an unknown account type', 'invalid_type', { attributes: { accountType: 'JOINT' } }],
    ['a day that does not exist', 'invalid_date', { session: { access_to: '2026-02-30' } }],
    ['a date in words', 'invalid_date', { attributes: { accessFrom: 'tomorrow' } }],
    [
      'an end before the start',
      'invalid_date',
      { session: { access_from: '2026-02-02', access_to: '2026-01-01' } },
    ],
    [
      'a redirect that is not of the web',
      'invalid_url',
      { session: { success_redirect_url: 'javascript:alert(1)' } },
    ],
    ['a redirect that is only words', 'invalid_url', { session: { fail_redirect_url: 'not a url' } }],
    ['a redirect that is no URL', 'invalid_url', { attributes: { failRedirectUrl: 'https://' } }],
    ['a token with Bearer', 'token_has_bearer', { session: { access_token: `Bearer ${tokenFor('c')}` } }],
    ['a token that is none', 'token_malformed', { session: { access_token: 'abc' } }],
    ['a token without an end', 'token_without_expiry', { session: { access_token: `x.${btoa('{}')}.y` } }],
    ['a token under 10 minutes', 'token_expires_soon', { session: { access_token: tokenFor('c', 599) } }],
    ['a colour that is none', 'invalid_color', { attributes: { customization: { theme_color: 'blurple' } } }],
    [
      'a colour of an unknown variable',
      'invalid_color',
      { attributes: { customization: { link_color: 'var(--no)' } } },
    ],
    ['an unknown dialog mode', 'invalid_type', { attributes: { customization: { dialog_mode: 'wide' } } }],
    [
      'a radius in words',
      'invalid_type',
      { attributes: { customization: { button_border_radius: 'round' } } },
    ],
  ] as [string, string, Changes][]) {
    it(`refuses ${what} as ${code}`, () => {
      expect(refusal(changes).code).to.equal(code);
    });
  }

  it('never repeats a token in a refusal', () => {
    const token = tokenFor('customer-1', 5);
    const error = refusal({ session: { access_token: token } });
    expect(JSON.stringify(error.toDetail())).not.to.contain(token.slice(0, 20));
  });

  it('takes a token with just over 10 minutes', () => {
    expect(configOf({ session: { access_token: tokenFor('c', 610) } })['access_token']).to.be.a('string');
  });

  for (const [given, wanted] of [
    ['#0af', '#0af'],
    ['#00aaff80', '#00aaff80'],
    ['rgb(1, 2, 3)', 'rgb(1, 2, 3)'],
    ['navy', 'rgb(0, 0, 128)'],
    ['rgb(1 2 3 / 50%)', 'rgba(1, 2, 3, 0.5)'],
    ['#0af8', 'rgba(0, 170, 255, 0.533)'],
    ['var(--brand)', 'rgb(10, 20, 30)'],
    ['currentcolor', 'rgb(40, 50, 60)'],
    ['hsl(120 100% 25%)', 'rgb(0, 128, 0)'],
    ['oklch(1 0 0)', 'rgb(255, 255, 255)'],
    ['color-mix(in srgb, black, white)', 'rgb(128, 128, 128)'],
  ] as const) {
    it(`resolves the colour ${given} to ${wanted}`, () => {
      host.style.setProperty('--brand', 'rgb(10 20 30)');
      host.style.color = 'rgb(40, 50, 60)';
      const config = configOf({ attributes: { customization: { theme_color: given } } });
      expect(config['customization']).to.deep.equal({ theme_color: wanted });
      expect(host.childElementCount).to.equal(0);
    });
  }

  it('fills the variables of a gradient and leaves other fields as they are', () => {
    host.style.setProperty('--brand', '#0a141e');
    const customization = {
      dialog_background_color_light: 'linear-gradient(var(--brand), white)',
      dialog_background_color_dark: 'linear-gradient(navy, black)',
      button_border_radius: 'pill',
      force_appearance: 'dark',
      bottom_inset: 4,
    };
    expect(configOf({ attributes: { customization } })['customization']).to.deep.equal({
      ...customization,
      dialog_background_color_light: 'linear-gradient(rgb(10, 20, 30), rgb(255, 255, 255))',
    });
  });

  it("warns once where Lean's documents disagree about Saudi Arabia, and refuses nothing", () => {
    configOf({ session: { region: 'sa' } });
    configOf({ session: { region: 'sa' } });
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('success_redirect_url, fail_redirect_url, show_consent_explanation');
  });

  it('warns of an access token for the V1 script', () => {
    const sdk_url = 'https://cdn.leantech.me/link/sdk/web/latest/Lean.min.js';
    configOf({ session: { sdk_url, access_token: tokenFor('c') } });
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('V1');
  });
});

describe("the SDK's address", () => {
  const of = (session: { region?: 'ae' | 'sa'; sandbox?: boolean; sdk_url?: string | null }) =>
    sdkUrl({ region: 'ae', sandbox: false, ...session });

  it("is Lean's loader for the region", () => {
    expect(of({ region: 'sa' })).to.equal(
      'https://cdn.leantech.me/link/loader/prod/sa/latest/lean-link-loader.min.js',
    );
  });

  it('is resolved against the page', () => {
    expect(of({ sdk_url: '/sdk.js' })).to.equal(`${location.origin}/sdk.js`);
  });

  it("may be anything under Lean's CDN", () => {
    const url = 'https://cdn.leantech.me/link/sdk/web/v2/prod/ae/2.4.1/Lean.min.js';
    expect(of({ sdk_url: url })).to.equal(url);
  });

  it('may be another port of this machine in the sandbox', () => {
    expect(of({ sandbox: true, sdk_url: 'http://127.0.0.1:9/sdk.js' })).to.equal('http://127.0.0.1:9/sdk.js');
  });

  for (const [what, session] of [
    ['another port in production', { sdk_url: 'http://127.0.0.1:9/sdk.js' }],
    ['another site', { sandbox: true, sdk_url: 'https://elsewhere.example/sdk.js' }],
    ["a name that begins as Lean's", { sandbox: true, sdk_url: 'https://cdn.leantech.me.example/sdk.js' }],
    ["Lean's CDN without https", { sandbox: true, sdk_url: 'http://cdn.leantech.me/sdk.js' }],
    ['a script in the address', { sandbox: true, sdk_url: 'data:text/javascript,alert(1)' }],
    ['a password', { sandbox: true, sdk_url: 'https://a:b@cdn.leantech.me/sdk.js' }],
    ['no URL', { sandbox: true, sdk_url: 'https://' }],
  ] as const) {
    it(`is refused for ${what}`, () => {
      expect(() => of(session))
        .to.throw()
        .with.property('code', 'sdk_url_refused');
    });
  }

  it('is not of this machine for a page that is not', () => {
    const page = new URL('https://shop.example/');
    expect(isAllowedSource(new URL('http://127.0.0.1:9/sdk.js'), page, true)).to.equal(false);
  });

  it('is refused as a blob of the same origin', () => {
    const blob = URL.createObjectURL(new Blob(['']));
    expect(() => of({ sandbox: true, sdk_url: blob })).to.throw();
    URL.revokeObjectURL(blob);
  });
});
