import { expect, waitUntil } from '@open-wc/testing';
import type { LeanError } from '../../src/domain/error.js';
import type { LinkMethod, LinkOutcome } from '../../src/domain/link.js';
import { launchLink, loadLinkSdk, type LinkSdk } from '../../src/link/index.js';
import { completeConnect, dialogRoot, part, press } from '../simulator-link/drive.js';
import { CREDENTIALS_BANK } from '../simulator-link/link-backend.js';
import { goodConfig, page, serveDouble } from '../simulator-link/serve.js';
import { forgetSdk } from './served-scripts.js';

const FAST = { silentMs: 60, goneMs: 60, lookEveryMs: 10 };
/** For outcomes that must not come from a timer. */
const PATIENT = { silentMs: 60_000, goneMs: 60_000, lookEveryMs: 10 };

type Config = Record<string, unknown> & { callback: (data?: unknown) => void };

/** An SDK whose methods do what the test says. */
function sdkThat(act: (config: Config) => unknown): LinkSdk {
  const method = (config: object) => act(config as Config);
  return { connect: method, reconnect: method };
}

async function failure(launch: Promise<unknown>): Promise<LeanError> {
  try {
    await launch;
  } catch (thrown) {
    return thrown as LeanError;
  }
  throw new Error('the launch was expected to fail');
}

function launch(sdk: LinkSdk, timing = PATIENT, more: { method?: LinkMethod; signal?: AbortSignal } = {}) {
  return launchLink(
    { sdk, method: more.method ?? 'connect', config: { app_token: 'app-1' }, signal: more.signal },
    timing,
  );
}

function layer(parent: Element = document.body): HTMLElement {
  const element = document.createElement('div');
  element.textContent = 'Link';
  parent.append(element);
  return element;
}

describe('launching Link', () => {
  const leftovers: Element[] = [];
  afterEach(() => {
    for (const element of leftovers.splice(0)) element.remove();
    document.getElementById('lean-link')?.remove();
  });

  function keep<Kept extends Element>(element: Kept): Kept {
    leftovers.push(element);
    return element;
  }

  it('hands over the config with a callback, as a method of its SDK', async () => {
    let given: Config | undefined;
    const sdk = {
      mark: 'its own',
      connect(config: object) {
        given = config as Config;
        given.callback({ status: 'CANCELLED', message: this.mark });
      },
      reconnect: () => undefined,
    };
    expect((await launch(sdk)).message).to.equal('its own');
    expect(given).to.have.all.keys('app_token', 'callback');
  });

  it('reads every field of the callback', async () => {
    const outcome = await launch(
      sdkThat(({ callback }) => {
        callback({
          status: 'ERROR',
          message: 'No luck',
          bank: { bank_identifier: 'BANK', is_supported: true },
          exit_point: 'LOGIN',
          secondary_status: 'INVALID_CREDENTIALS',
          last_api_response: 'FAILED',
          user_exit_intent: 'CLOSED',
          exit_intent_point: 'LOGIN',
          exit_survey_reason: 'OTHER',
          lean_correlation_id: 'c-1',
        });
      }),
    );
    expect(outcome).to.deep.equal({
      method: 'connect',
      status: 'ERROR',
      message: 'No luck',
      bank: { bankIdentifier: 'BANK', isSupported: true },
      exitPoint: 'LOGIN',
      secondaryStatus: 'INVALID_CREDENTIALS',
      lastApiResponse: 'FAILED',
      userExitIntent: 'CLOSED',
      exitIntentPoint: 'LOGIN',
      exitSurveyReason: 'OTHER',
      correlationId: 'c-1',
    } satisfies LinkOutcome);
  });

  it('names the method an SDK lacks (K6)', async () => {
    const error = await failure(
      launch({ connect: () => undefined } as unknown as LinkSdk, PATIENT, { method: 'reconnect' }),
    );
    expect([error.code, error.message]).to.deep.equal([
      'sdk_incompatible',
      "Lean's script on this page has no reconnect().",
    ]);
  });

  it('catches an SDK that throws, and repeats none of its secrets (K9)', async () => {
    const error = await failure(
      launch(
        sdkThat(() => {
          throw new Error('CONFIG_ERROR__INVALID_PARAM_TYPE near app-1');
        }),
      ),
    );
    expect(error.code).to.equal('sdk_threw');
    expect(error.message).to.contain('CONFIG_ERROR__INVALID_PARAM_TYPE');
    expect(JSON.stringify(error.toDetail())).not.to.contain('app-1');
  });

  it('catches an SDK whose promise rejects (K9)', async () => {
    const error = await failure(launch(sdkThat(() => Promise.reject(new Error('later')))));
    expect(error.code).to.equal('sdk_threw');
  });

  it('says sdk_silent when nothing is shown (K10)', async () => {
    const silent = sdkThat(() => undefined);
    expect((await failure(launch(silent, FAST))).code).to.equal('sdk_silent');
  });

  it('says sdk_silent when what is shown lies in a hidden #lean-link (K15)', async () => {
    const mount = keep(document.createElement('div'));
    mount.id = 'lean-link';
    mount.style.display = 'none';
    document.body.append(mount);
    const error = await failure(
      launch(
        sdkThat(() => layer(mount)),
        FAST,
      ),
    );
    expect(error.code).to.equal('sdk_silent');
  });

  for (const [what, show] of [
    ['a layer in #lean-link', () => layer(document.getElementById('lean-link')!)],
    ['a layer under body', () => layer()],
    [
      'a frame',
      () => {
        const frame = document.createElement('iframe');
        document.querySelector('main')!.append(frame);
        return frame;
      },
    ],
  ] as const) {
    it(`waits on while ${what} is there (K10)`, async () => {
      document.body.append(keep(document.createElement('main')));
      let callback: Config['callback'] = () => undefined;
      const ended = launch(
        sdkThat((config) => {
          callback = config.callback;
          keep(show());
        }),
        { ...FAST, goneMs: 60_000 },
      );
      const first = await Promise.race([ended.then((end) => end.status), quiet(FAST.silentMs * 3)]);
      expect(first).to.equal('quiet');
      callback({ status: 'SUCCESS' });
      expect((await ended).status).to.equal('SUCCESS');
    });
  }

  it('sees a frame that was there unseen since page load', async () => {
    const frame = keep(document.createElement('iframe'));
    frame.style.display = 'none';
    document.body.append(frame);
    const ended = launch(
      sdkThat(() => (frame.style.display = 'block')),
      { ...FAST, goneMs: 60_000 },
    );
    expect(await Promise.race([ended.catch(() => 'failed'), quiet(FAST.silentMs * 3)])).to.equal('quiet');
  });

  it("takes no frame of the host's for Link", async () => {
    const frame = keep(document.createElement('iframe'));
    document.body.append(frame);
    expect(
      (
        await failure(
          launch(
            sdkThat(() => undefined),
            FAST,
          ),
        )
      ).code,
    ).to.equal('sdk_silent');
  });

  it('ends as unknown when the dialog goes without a callback (K11)', async () => {
    const ended = launch(
      sdkThat(() => {
        const shown = keep(layer());
        // Timers run in the order they are due: it is looked at several times before it goes.
        setTimeout(() => {
          shown.remove();
        }, 100);
      }),
      { ...FAST, silentMs: 60_000 },
    );
    expect((await ended).status).to.equal('UNKNOWN');
  });

  it('keeps the first word of two (K12)', async () => {
    const ended = launch(
      sdkThat(({ callback }) => {
        callback({ status: 'SUCCESS' });
        callback({ status: 'ERROR' });
      }),
    );
    expect((await ended).status).to.equal('SUCCESS');
  });

  for (const [what, data] of [
    ['null', null],
    ['nothing', undefined],
    ['text', 'SUCCESS'],
    ['a status of its own', { status: 'PAUSED_BY_BANK' }],
    ['a status that is no text', { status: { toString: () => 'SUCCESS' } }],
    [
      'a getter that throws',
      {
        get status() {
          throw new Error('no');
        },
      },
    ],
  ] as const) {
    it(`takes ${what} for unknown and throws nothing into the SDK (K13)`, async () => {
      const ended = launch(
        sdkThat(({ callback }) => {
          callback(data);
        }),
      );
      expect((await ended).status).to.equal('UNKNOWN');
    });
  }

  it('stays open after REDIRECT and tells it once', async () => {
    const told: LinkOutcome[] = [];
    const sdk = sdkThat(({ callback }) => {
      callback({ status: 'REDIRECT', open_banking_redirect_url: 'https://bank.example/' });
      callback({ status: 'REDIRECT' });
    });
    const ended = launchLink(
      { sdk, method: 'connect', config: {}, redirected: (outcome) => told.push(outcome) },
      FAST,
    );
    const first = await Promise.race([ended.then(() => 'ended'), quiet(FAST.silentMs * 3)]);
    expect(first).to.equal('quiet');
    expect(told.map(({ status }) => status)).to.deep.equal(['REDIRECT']);
  });

  for (const [end, data] of [
    ['its outcome', { status: 'CANCELLED' }],
    ['a status we do not know', null],
  ] as const) {
    it(`tells of no REDIRECT that comes after ${end} (K12)`, async () => {
      const told: LinkOutcome[] = [];
      let callback: Config['callback'] = () => undefined;
      const ended = launchLink(
        {
          sdk: sdkThat((config) => {
            callback = config.callback;
            callback(data);
          }),
          method: 'connect',
          config: {},
          redirected: (outcome) => told.push(outcome),
        },
        PATIENT,
      );
      await ended;
      callback({ status: 'REDIRECT', open_banking_redirect_url: 'https://bank.example/' });
      expect(told).to.deep.equal([]);
    });
  }

  it('tells of no REDIRECT once the element has left the page (K14)', async () => {
    const told: LinkOutcome[] = [];
    const stop = new AbortController();
    let callback: Config['callback'] = () => undefined;
    const ended = failure(
      launchLink(
        {
          sdk: sdkThat((config) => (callback = config.callback)),
          method: 'connect',
          config: {},
          signal: stop.signal,
          redirected: (outcome) => told.push(outcome),
        },
        PATIENT,
      ),
    );
    stop.abort();
    await ended;
    callback({ status: 'REDIRECT' });
    expect(told).to.deep.equal([]);
  });

  it('ends with the reason when the element has left the page (K14)', async () => {
    const stop = new AbortController();
    let callback: Config['callback'] = () => undefined;
    const ended = failure(
      launch(
        sdkThat((config) => (callback = config.callback)),
        PATIENT,
        { signal: stop.signal },
      ),
    );
    stop.abort();
    expect((await ended).name).to.equal('AbortError');
    expect(() => {
      callback({ status: 'SUCCESS' });
    }).not.to.throw();
  });

  it('makes #lean-link under body once and leaves it there (K15)', async () => {
    const cancelled = sdkThat(({ callback }) => {
      callback({ status: 'CANCELLED' });
    });
    await launch(cancelled);
    const mount = document.getElementById('lean-link');
    await launch(cancelled);
    expect(document.querySelectorAll('#lean-link')).to.have.length(1);
    expect(document.getElementById('lean-link')).to.equal(mount);
    expect(mount!.parentElement).to.equal(document.body);
  });

  it("names what the page's policy lacks when Link stays silent (K18)", async () => {
    const silent = sdkThat(() => {
      document.dispatchEvent(
        new SecurityPolicyViolationEvent('securitypolicyviolation', {
          effectiveDirective: 'frame-src',
          violatedDirective: 'frame-src',
          originalPolicy: "frame-src 'self'",
          documentURI: location.href,
          blockedURI: 'https://cdn.leantech.me/link/frame.html',
          disposition: 'enforce',
          statusCode: 200,
        }),
      );
    });
    expect((await failure(launch(silent, FAST))).message).to.contain('frame-src https://cdn.leantech.me');
  });

  function quiet(ms: number): Promise<'quiet'> {
    return new Promise((resolve) => setTimeout(resolve, ms, 'quiet'));
  }
});

describe("launching the SDK's double", () => {
  beforeEach(async () => {
    forgetSdk();
    await serveDouble();
  });
  afterEach(forgetSdk);

  for (const path of ['/link/loader/lean-link-loader.min.js', '/link/v2/Lean.min.js']) {
    it(`connects a bank through ${path}`, async () => {
      const sdk = await loadLinkSdk({ url: location.origin + path });
      const { callback: _, ...config } = goodConfig().config as Config;
      const ended = launchLink({ sdk, method: 'connect', config });
      await completeConnect(CREDENTIALS_BANK.identifier);
      expect(await ended).to.include({ status: 'SUCCESS', secondaryStatus: 'OK' });
    });
  }

  it('sees that its dialog went without a word', async () => {
    page.__leanSimulator = { behaviour: 'no-callback', paceMs: 0 };
    const sdk = await loadLinkSdk({ url: `${location.origin}/link/loader/lean-link-loader.min.js` });
    const { callback: _, ...config } = goodConfig().config as Config;
    const ended = launchLink({ sdk, method: 'connect', config }, { goneMs: 60, lookEveryMs: 10 });
    await part('link-banks');
    await press('link-close');
    await waitUntil(() => dialogRoot() === null);
    expect((await ended).status).to.equal('UNKNOWN');
  });
});
