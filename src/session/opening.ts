import { asLeanError } from '../domain/error.js';
import type { LinkMethod, LinkOutcome } from '../domain/link.js';
import type { LinkSession } from '../client/index.js';
import {
  flowToStore,
  forgetFlow,
  launchLink,
  linkConfig,
  loadLinkSdk,
  rememberFlow,
  sdkUrl,
  unknownOutcome,
  type LinkConfig,
} from '../link/index.js';
import type { ConnectRequest } from './connect-request.js';
import { confirm, type Confirmation } from './confirm.js';
import { linkSessionFor, type ConnectGround } from './link-session.js';
import { whenAskedAgain } from './polling.js';
import { freshReconnectId, isIdRefused } from './reconnect-id.js';
import { takeTurn } from './turns.js';

/** Where an opening tells how far it is. */
export interface OpeningListener {
  step: (step: 'opening' | 'loading' | 'open') => void;
  /** The bank's own page is about to take this one's place. */
  redirected: (outcome: LinkOutcome) => void;
}

/** What Link said, and how to find out whether it is true. */
export interface Opened {
  outcome: LinkOutcome;
  confirmation: Confirmation;
  /** The customer went to the bank's own page and came back to this one by the browser's Back. */
  cameBack: boolean;
}

/** Opens Link when its turn has come, and waits for how it ends. */
export async function openLink(
  request: ConnectRequest,
  ground: ConnectGround,
  listener: OpeningListener,
  signal: AbortSignal,
): Promise<Opened> {
  listener.step('opening');
  const release = await takeTurn(signal);
  let isLinkOpen = false;
  try {
    const { method, attributes, host } = request;
    const { services } = ground;
    const now = (): number => services?.client.now() ?? Date.now();
    const [{ session, config }, before] = await Promise.all([
      configFor(request, ground, now, signal),
      services?.freshEntities() ?? null,
    ]);
    services?.noteCustomer(session.customer_id);
    const source = { url: sdkUrl(session), integrity: session.sdk_integrity ?? null };
    listener.step('loading');
    const sdk = await loadLinkSdk({ ...source, signal });
    // Ready before Link opens: when it sends the page away there is no time left to reckon.
    const stored = await flowToStore({ method, entities: before ?? [], entityId: request.entityId, host });
    listener.step('open');

    const asked = session.bank_identifier ?? attributes.bankIdentifier;
    const confirmation = (bankIdentifier: string | null): Confirmation => ({
      method,
      before,
      bankIdentifier,
      entityId: request.entityId,
      stored: null,
    });
    const left = new AbortController();
    const launched = launchLink({
      sdk,
      method,
      config,
      signal,
      redirected: (outcome) => {
        left.abort();
        rememberFlow({ ...stored, scrollOffset: window.scrollY });
        listener.redirected(outcome);
      },
    });
    isLinkOpen = true;
    // Another window may open once this one is gone, which can be later than we know what it came to.
    void launched.then(release, release);
    const isConfirmed = (): Promise<boolean> => isThere(ground, confirmation(asked));
    const ended = await firstEnd(launched, { method, redirected: left.signal, isConfirmed, signal });
    // It has come to an end without the page going: nothing is to be taken up by the next page.
    if (left.signal.aborted) forgetFlow();
    return { ...ended, confirmation: confirmation(ended.outcome.bank?.bankIdentifier ?? asked) };
  } finally {
    if (!isLinkOpen) release();
  }
}

/** What Link is opened with. A backend that kept a token until it was too old is asked for another, once. */
async function configFor(
  request: ConnectRequest,
  ground: ConnectGround,
  now: () => number,
  signal: AbortSignal,
): Promise<{ session: LinkSession; config: LinkConfig }> {
  const ask = async (): Promise<{ session: LinkSession; config: LinkConfig }> => {
    const found = await sessionFor(request, ground, signal);
    return { session: found.session, config: linkConfig({ ...request, ...found, now: now() }) };
  };
  try {
    return await ask();
  } catch (thrown) {
    if (asLeanError(thrown).code !== 'token_expires_soon') throw thrown;
    return ask();
  }
}

/** A reconnect whose id is missing or has run out gets a fresh one, once. */
async function sessionFor(
  request: ConnectRequest,
  ground: ConnectGround,
  signal: AbortSignal,
): Promise<{ session: LinkSession; reconnectId: string | null }> {
  const { method, entityId } = request;
  const { services } = ground;
  const fresh = async (): Promise<string | null> =>
    method === 'reconnect' && services && entityId !== null ? freshReconnectId(services, entityId) : null;
  const ask = async (reconnectId: string | null) => ({
    session: await linkSessionFor({ ...request, reconnectId }, ground, signal),
    reconnectId,
  });
  const reconnectId = request.reconnectId ?? (await fresh());
  try {
    return await ask(reconnectId);
  } catch (thrown) {
    const other = isIdRefused(thrown) ? await fresh() : null;
    if (other === null || other === reconnectId) throw thrown;
    return ask(other);
  }
}

async function isThere({ services }: ConnectGround, confirmation: Confirmation): Promise<boolean> {
  if (!services) return false;
  // A backend that cannot be asked just now is asked at the next return.
  return (await confirm(services, confirmation).catch(() => null)) !== null;
}

type Ended = Pick<Opened, 'outcome' | 'cameBack'>;

/**
 * Link's own word; or, since its dialog may end without one, the backend's, asked whenever the customer is back on
 * the page; or the way back from a bank's own page.
 */
async function firstEnd(
  launched: Promise<LinkOutcome>,
  flow: {
    method: LinkMethod;
    redirected: AbortSignal;
    isConfirmed: () => Promise<boolean>;
    signal: AbortSignal;
  },
): Promise<Ended> {
  const { method, redirected, isConfirmed, signal } = flow;
  const watch = new AbortController();
  const until = AbortSignal.any([signal, watch.signal]);
  const unknown = unknownOutcome(method);
  const seen = async (): Promise<Ended> => {
    for (;;) {
      await whenAskedAgain(until);
      if (await isConfirmed()) return { outcome: unknown, cameBack: false };
    }
  };
  const back = new Promise<Ended>((resolve) => {
    const restored = ({ persisted }: PageTransitionEvent): void => {
      if (persisted && redirected.aborted) resolve({ outcome: unknown, cameBack: true });
    };
    window.addEventListener('pageshow', restored, { signal: until });
  });
  try {
    return await Promise.race([launched.then((outcome) => ({ outcome, cameBack: false })), seen(), back]);
  } finally {
    watch.abort();
  }
}
