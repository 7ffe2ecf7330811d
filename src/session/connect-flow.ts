import type { Entity } from '../domain/entity.js';
import { asLeanError, LeanError } from '../domain/error.js';
import {
  emptyReport,
  type ConnectReport,
  type ConnectStatus,
  type LinkAttributes,
  type LinkMethod,
  type LinkOutcome,
} from '../domain/link.js';
import {
  hashEntities,
  launchLink,
  linkConfig,
  loadLinkSdk,
  rememberFlow,
  sdkUrl,
  type StoredFlow,
} from '../link/index.js';
import { confirm, type Confirmation } from './confirm.js';
import { monotonicNow, nextPollDelay, wait, whenAskedAgain } from './polling.js';
import { linkSessionFor, type ConnectGround } from './link-session.js';
import { mayPass } from './retry.js';
import type { Services } from './services.js';

/** What to open, and for which bank. */
export interface ConnectRequest {
  method: LinkMethod;
  reconnectId: string | null;
  entityId: string | null;
  attributes: LinkAttributes;
  language: 'en' | 'ar';
  host: HTMLElement;
}

/** The terminal events of a flow, and the one that follows a success. */
export type ConnectEventKind = 'success' | 'cancel' | 'error' | 'redirect' | 'ready';

/** Where a flow tells what happens. */
export interface ConnectListener {
  /** `stillWorking` says that we have stopped asking often; the customer may go on. */
  onStatus: (status: ConnectStatus, error: LeanError | null, stillWorking: boolean) => void;
  onEvent: (kind: ConnectEventKind, report: ConnectReport, error: LeanError | null) => void;
}

/** What Link said, and how to find out whether it is true. */
interface Launched {
  outcome: LinkOutcome;
  confirmation: Confirmation;
}

/** One opening of Link and what follows it, until data is there. Resolves with the report of its terminal event. */
export class ConnectFlow {
  readonly #request: ConnectRequest;
  readonly #listener: ConnectListener;
  readonly #ground: ConnectGround;
  readonly #stop = new AbortController();
  #report: ConnectReport;
  #ended = false;
  #settle: (report: ConnectReport) => void = () => undefined;

  constructor(request: ConnectRequest, ground: ConnectGround, listener: ConnectListener) {
    this.#request = request;
    this.#ground = ground;
    this.#listener = listener;
    this.#report = emptyReport(request.method);
  }

  /** Ends the flow without a word: the element has left the page. */
  abandon(): void {
    this.#stop.abort();
  }

  /** Opens Link. Never rejects. */
  open(): Promise<ConnectReport> {
    return this.#run(async () => {
      const { services } = this.#ground;
      const launch = (): Promise<Launched> => this.#launch();
      const { outcome, confirmation } = await (services ? services.turns.take(launch) : launch());
      this.#report = { ...outcome, entityId: null, verified: false };
      await this.#conclude(outcome, confirmation);
    });
  }

  /** Takes up a flow that a bank's own page has interrupted. Never rejects. */
  resume(stored: StoredFlow): Promise<ConnectReport> {
    return this.#run(() =>
      this.#verify({
        ...this.#confirmation(null, this.#request.attributes.bankIdentifier),
        differsFromStored: async (entities) => (await hashEntities(entities)) !== stored.entitiesHash,
      }),
    );
  }

  /** Resolves at the terminal event, while what follows it goes on. */
  #run(steps: () => Promise<void>): Promise<ConnectReport> {
    return new Promise((resolve) => {
      this.#settle = resolve;
      const { signal } = this.#stop;
      signal.addEventListener('abort', () => {
        resolve(this.#report);
      });
      steps().catch((thrown: unknown) => {
        if (!signal.aborted) this.#fail(this.#reasonOf(asLeanError(thrown)));
      });
    });
  }

  /** The end of the host's session breaks whatever is under way; it is the reason then. */
  #reasonOf(error: LeanError): LeanError {
    return error.code === 'session_expired' ? error : (this.#ground.services?.signedOut ?? error);
  }

  #tell(status: ConnectStatus, error: LeanError | null = null, stillWorking = false): void {
    if (!this.#stop.signal.aborted) this.#listener.onStatus(status, error, stillWorking);
  }

  #event(kind: ConnectEventKind, error: LeanError | null = null): void {
    if (this.#stop.signal.aborted) return;
    this.#listener.onEvent(kind, this.#report, error);
  }

  /** Fires the one terminal event of a flow. */
  #end(kind: 'success' | 'cancel' | 'error', error: LeanError | null = null): void {
    if (this.#ended || this.#stop.signal.aborted) return;
    this.#ended = true;
    this.#event(kind, error);
    this.#settle(this.#report);
  }

  #fail(error: LeanError): void {
    this.#report = { ...this.#report, message: this.#report.message ?? error.message };
    this.#tell(statusOfError(error), error);
    this.#end('error', error);
  }

  #confirmation(before: readonly Entity[] | null, bankIdentifier: string | null): Confirmation {
    const { method, entityId } = this.#request;
    return { method, before, entityId, bankIdentifier, differsFromStored: null };
  }

  async #launch(): Promise<Launched> {
    const { method, attributes, language, host, reconnectId } = this.#request;
    const { services } = this.#ground;
    const { signal } = this.#stop;
    signal.throwIfAborted();
    this.#tell('opening');
    const [session, before] = await Promise.all([
      linkSessionFor(this.#request, this.#ground, signal),
      services?.freshEntities() ?? null,
    ]);
    services?.noteCustomer(session.customer_id);
    const config = linkConfig({ method, session, attributes, reconnectId, language, host });
    const url = sdkUrl(session);
    this.#tell('loading');
    const sdk = await loadLinkSdk({ url, signal });
    // Ready before Link opens: when it sends the page away there is no time left to reckon.
    const stored = await this.#storedFlow(before);
    this.#tell('open');
    const launched = launchLink({
      sdk,
      method,
      config,
      signal,
      redirected: (outcome) => {
        this.#report = { ...outcome, entityId: null, verified: false };
        rememberFlow({ ...stored, scrollOffset: window.scrollY });
        this.#event('redirect');
      },
    });
    const asked = session.bank_identifier ?? attributes.bankIdentifier;
    const outcome = await this.#untilSeen(launched, this.#confirmation(before, asked));
    const chosen = outcome.bank?.bankIdentifier ?? asked;
    return { outcome, confirmation: this.#confirmation(before, chosen) };
  }

  /** The dialog may end without a callback: whenever the customer is back on the page, the backend is asked too. */
  async #untilSeen(launched: Promise<LinkOutcome>, confirmation: Confirmation): Promise<LinkOutcome> {
    const { services } = this.#ground;
    if (!services || confirmation.method === 'reconnect') return launched;
    const watch = new AbortController();
    const signal = AbortSignal.any([this.#stop.signal, watch.signal]);
    const seen = async (): Promise<LinkOutcome> => {
      for (;;) {
        await whenAskedAgain(signal);
        // A backend that cannot be asked just now is asked at the next return.
        const entityId = await confirm(services, confirmation).catch(() => null);
        if (entityId !== null) return { ...emptyReport(confirmation.method), status: 'UNKNOWN' };
      }
    };
    try {
      return await Promise.race([launched, seen()]);
    } finally {
      watch.abort();
    }
  }

  async #storedFlow(before: readonly Entity[] | null): Promise<StoredFlow> {
    const { method, host } = this.#request;
    return {
      method,
      flowId: crypto.getRandomValues(new Uint32Array(2)).join('-'),
      startedAt: Date.now(),
      entitiesHash: await hashEntities(before ?? []),
      scrollOffset: window.scrollY,
      focusedId: host.id || null,
    };
  }

  async #conclude(outcome: LinkOutcome, confirmation: Confirmation): Promise<void> {
    if (!this.#ground.services && outcome.status === 'SUCCESS') {
      this.#tell('connected');
      this.#end('success');
      return;
    }
    if (outcome.bank?.isSupported === false) {
      this.#tell('unsupported');
      this.#end('cancel');
    } else if (outcome.status === 'CANCELLED' || outcome.status === 'LINK_CLOSED_PROGRAMMATICALLY') {
      this.#tell('cancelled');
      this.#end('cancel');
      await this.#askOnce(confirmation);
    } else if (outcome.status === 'ERROR') {
      this.#fail(linkFailure(outcome));
      await this.#askOnce(confirmation);
    } else {
      await this.#verify(confirmation);
    }
  }

  /** Link says that nothing came of it; the backend may know better. */
  async #askOnce(confirmation: Confirmation): Promise<void> {
    const { services } = this.#ground;
    if (!services) return;
    // The flow has already told how it ended: a backend that cannot be asked now changes nothing about that.
    const entityId = await confirm(services, confirmation).catch(() => null);
    if (entityId === null || this.#stop.signal.aborted) return;
    this.#report = { ...this.#report, entityId, verified: true };
    await this.#awaitData(services, entityId);
  }

  async #verify(confirmation: Confirmation): Promise<void> {
    const { services } = this.#ground;
    this.#tell('verifying');
    if (!services) return;
    const entityId = await this.#poll(
      () => confirm(services, confirmation),
      () => {
        this.#tell('verifying', null, true);
      },
    );
    this.#report = { ...this.#report, entityId, verified: true };
    this.#tell('syncing');
    this.#end('success');
    await this.#awaitData(services, entityId);
  }

  /** Waits until the new bank's data can be read, then says so. */
  async #awaitData(services: Services, entityId: string): Promise<void> {
    this.#tell('syncing');
    void services.invalidate(entityId);
    let asked = 0;
    await this.#poll(
      async () => {
        asked += 1;
        return (await isDataThere(services, entityId)) ? true : null;
      },
      () => {
        this.#tell('syncing', null, true);
      },
    );
    // What was read on the way may be only a part.
    if (asked > 1) void services.invalidate(entityId);
    this.#tell('connected');
    this.#event('ready');
  }

  /** Asks until there is an answer: with back-off, then, past our limit, each time the customer comes back. */
  async #poll<Result>(ask: () => Promise<Result | null>, gaveUp: () => void): Promise<Result> {
    const { signal } = this.#stop;
    const start = monotonicNow();
    for (let asked = 0; ; asked += 1) {
      signal.throwIfAborted();
      const result = await ask().catch(notYet);
      signal.throwIfAborted();
      if (result !== null) return result;
      const delay = nextPollDelay(asked, monotonicNow() - start);
      if (delay === null) {
        gaveUp();
        await whenAskedAgain(signal);
      } else {
        await wait(delay, signal);
      }
    }
  }
}

/** While we ask again and again, a passing failure is only another "not yet"; anything else ends the flow. */
function notYet(thrown: unknown): null {
  const error = asLeanError(thrown);
  if (mayPass(error)) return null;
  throw error;
}

async function isDataThere(services: Services, entityId: string): Promise<boolean> {
  const entities = await services.freshEntities();
  const entity = entities.find((other) => other.entityId === entityId);
  if (entity?.dataStatus) return entity.dataStatus === 'ready';
  const answer = await services.client.accounts(entityId);
  return answer.status === 'ok';
}

function linkFailure(outcome: LinkOutcome): LeanError {
  return new LeanError('link_failed', outcome.message ?? 'Link ended with an error.', {
    cause: { leanStatus: outcome.secondaryStatus },
    correlationId: outcome.correlationId,
  });
}

function statusOfError(error: LeanError): ConnectStatus {
  if (error.code === 'offline') return 'offline';
  const isBlocked =
    error.code === 'sdk_blocked' || error.code === 'sdk_blocked_by_csp' || error.code === 'tt_blocked';
  return isBlocked ? 'blocked' : 'failed';
}
