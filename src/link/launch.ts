/** Calls the SDK and waits for how it ends, whatever it does: answer, throw, stay silent or go without a word. */
import { LeanError } from '../domain/error.js';
import type { LinkOutcome } from '../domain/link.js';
import { offers } from './find-sdk.js';
import { ensureMount } from './mount.js';
import { decodeOutcome, unknownOutcome } from './outcome.js';
import { createPresence } from './presence.js';
import { watchFrames, type FrameWatch } from './frame-policy.js';
import type { LinkConfig, LinkLaunch } from './types.js';

/** How long to wait, in milliseconds; the defaults are product.md's. */
export interface LaunchTiming {
  /** Nothing shown and nothing said: `sdk_silent`. */
  silentMs: number;
  /** Shown, gone again and nothing said: the outcome is `UNKNOWN`, and the backend is asked. */
  goneMs: number;
  /** After `REDIRECT`, with the page still here, seen and without Link: the outcome is `UNKNOWN` as well. */
  redirectMs: number;
  lookEveryMs: number;
}

const TIMING: LaunchTiming = { silentMs: 8_000, goneMs: 3_000, redirectMs: 20_000, lookEveryMs: 200 };

/**
 * How Link ended, by the SDK's first terminal word; later ones change nothing. `REDIRECT` is no end: `redirected`
 * is called and the promise stays open until the page goes. A bank's app may open beside the page, which then stays:
 * some time after Link has gone, the backend is asked.
 * @throws LeanError `sdk_incompatible`, `sdk_threw`, `sdk_silent`; or the signal's reason
 */
export function launchLink(launch: LinkLaunch, timing: Partial<LaunchTiming> = {}): Promise<LinkOutcome> {
  const { sdk, method, config, signal, redirected } = launch;
  const { silentMs, goneMs, redirectMs, lookEveryMs } = { ...TIMING, ...timing };
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    if (!offers(sdk, method)) {
      throw new LeanError('sdk_incompatible', `Lean's script on this page has no ${method}().`);
    }
    ensureMount();
    const presence = createPresence();
    const frames = watchFrames();
    let waited = 0;
    let goneFor = 0;
    let awayFor = 0;
    let isRedirected = false;
    let hasEnded = false;

    const end = () => {
      hasEnded = true;
      clearInterval(timer);
      frames.stop();
      signal?.removeEventListener('abort', abort);
    };
    const settle = (outcome: LinkOutcome) => {
      end();
      resolve(outcome);
    };
    const fail = (error: Error) => {
      end();
      reject(error);
    };
    const abort = () => {
      fail(signal?.reason as Error);
    };
    const callback = (data: unknown) => {
      const outcome = decodeOutcome(method, data);
      if (outcome.status === 'ERROR') settle({ ...outcome, message: withHint(outcome.message, frames) });
      else if (outcome.status !== 'REDIRECT') settle(outcome);
      else if (!isRedirected && !hasEnded) {
        isRedirected = true;
        redirected?.(outcome);
      }
    };
    const look = () => {
      const seen = presence.look();
      waited += lookEveryMs;
      if (isRedirected) {
        // A page that nobody sees may be one whose customer is at the bank.
        if (document.visibilityState === 'visible') awayFor = seen === 'shown' ? 0 : awayFor + lookEveryMs;
        if (awayFor >= redirectMs) settle(unknownOutcome(method));
        return;
      }
      goneFor = seen === 'gone' ? goneFor + lookEveryMs : 0;
      if (seen === 'unseen' && waited >= silentMs) {
        fail(
          new LeanError(
            'sdk_silent',
            `Link has shown nothing within ${String(silentMs / 1000)} s.${frames.hint()}`,
          ),
        );
      } else if (goneFor >= goneMs) {
        settle(unknownOutcome(method));
      }
    };
    const timer = setInterval(look, lookEveryMs);
    signal?.addEventListener('abort', abort);
    try {
      const returned = sdk[method]({ ...config, callback });
      if (returned instanceof Promise) {
        returned.catch((thrown: unknown) => {
          fail(threw(thrown, config));
        });
      }
    } catch (thrown) {
      fail(threw(thrown, config));
    }
  });
}

/** What the page's policy blocked may be why Link failed. */
function withHint(message: string | null, frames: FrameWatch): string | null {
  const hint = frames.hint();
  return hint === '' ? message : `${message ?? 'Link ended with an error.'}${hint}`;
}

/** The SDK's own words are kept for the integrator, without what was secret in the config. */
function threw(thrown: unknown, config: LinkConfig): LeanError {
  let said = thrown instanceof Error ? thrown.message : String(thrown);
  for (const name of ['access_token', 'app_token', 'customer_id', 'reconnect_id']) {
    const value = config[name];
    if (typeof value === 'string' && value !== '') said = said.replaceAll(value, `<${name}>`);
  }
  return new LeanError('sdk_threw', `Link threw: ${said.slice(0, 300)}`);
}
