import { asLeanError, LeanError } from '../domain/error.js';
import { emptyReport, type ConnectReport, type ConnectStatus, type LinkOutcome } from '../domain/link.js';
import type { StoredFlow } from '../link/index.js';
import { awaitData } from './arrival.js';
import type { ConnectEventKind, ConnectListener, ConnectRequest, ConnectState } from './connect-request.js';
import { confirm, type Confirmation } from './confirm.js';
import type { ConnectGround } from './link-session.js';
import { openLink, type Opened } from './opening.js';
import { pollUntil } from './poll-until.js';
import { whenAskedAgain } from './polling.js';
import type { Services } from './services.js';

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
      const listener = {
        step: (status: ConnectStatus) => {
          this.#tell(status);
        },
        redirected: (outcome: LinkOutcome) => {
          this.#report = { ...outcome, entityId: null, verified: false };
          this.#event('redirect');
        },
      };
      const opened = await openLink(this.#request, this.#ground, listener, this.#stop.signal);
      this.#report = { ...opened.outcome, entityId: null, verified: false };
      await this.#conclude(opened);
    });
  }

  /** Takes up a flow that a bank's own page has interrupted; `cameBack` by the browser's Back. Never rejects. */
  resume(stored: StoredFlow, cameBack: boolean): Promise<ConnectReport> {
    const { method, entityId, attributes } = this.#request;
    const { bankIdentifier } = attributes;
    const confirmation = { method, before: null, entityId, bankIdentifier, stored };
    return this.#run(() => (cameBack ? this.#comeBack(confirmation) : this.#verify(confirmation)));
  }

  /** Resolves at the terminal event, while what follows it goes on. */
  #run(steps: () => Promise<void>): Promise<ConnectReport> {
    this.#ground.services?.board.hold(this.#request.entityId);
    return new Promise((resolve) => {
      this.#settle = resolve;
      const { signal } = this.#stop;
      signal.addEventListener('abort', () => {
        this.#letGo();
        resolve(this.#report);
      });
      steps()
        .catch((thrown: unknown) => {
          if (!signal.aborted) this.#fail(this.#reasonOf(asLeanError(thrown)));
        })
        .finally(() => {
          this.#letGo();
        });
    });
  }

  /** The end of the host's session breaks whatever is under way; it is the reason then. */
  #reasonOf(error: LeanError): LeanError {
    return error.code === 'session_expired' ? error : (this.#ground.services?.signedOut ?? error);
  }

  /** From here on the bank's notice may speak again. */
  #letGo(): void {
    this.#ground.services?.board.release(this.#request.entityId);
  }

  #tell(status: ConnectStatus, more: Partial<ConnectState> = {}): void {
    if (this.#stop.signal.aborted) return;
    this.#listener.onState({ error: null, isStillWorking: false, progress: null, ...more, status });
  }

  #event(kind: ConnectEventKind, error: LeanError | null = null): void {
    if (this.#stop.signal.aborted) return;
    this.#listener.onEvent(kind, this.#report, error);
  }

  /** Fires the one terminal event of a flow. */
  #end(kind: 'success' | 'cancel' | 'error', error: LeanError | null = null): void {
    if (this.#ended || this.#stop.signal.aborted) return;
    this.#ended = true;
    if (kind !== 'success') this.#letGo();
    this.#event(kind, error);
    this.#settle(this.#report);
  }

  #fail(error: LeanError): void {
    this.#report = { ...this.#report, message: this.#report.message ?? error.message };
    this.#tell(statusOfError(error), { error });
    this.#end('error', error);
  }

  async #conclude({ outcome, confirmation, cameBack }: Opened): Promise<void> {
    if (cameBack) {
      await this.#comeBack(confirmation);
    } else if (!this.#ground.services && outcome.status === 'SUCCESS') {
      this.#tell('connected');
      this.#end('success');
    } else if (outcome.bank?.isSupported === false) {
      this.#tell('unsupported');
      this.#end('cancel');
    } else if (outcome.status === 'CANCELLED' || outcome.status === 'LINK_CLOSED_PROGRAMMATICALLY') {
      this.#cancel();
      await this.#askOnce(confirmation);
    } else if (outcome.status === 'ERROR') {
      this.#fail(linkFailure(outcome));
      await this.#askOnce(confirmation);
    } else {
      await this.#verify(confirmation);
    }
  }

  #cancel(): void {
    this.#tell('cancelled');
    this.#end('cancel');
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

  /** Back without a word of the bank's: nothing has come of it, unless the backend knows better, now or later. */
  async #comeBack(confirmation: Confirmation): Promise<void> {
    const { services } = this.#ground;
    this.#tell('verifying');
    const entityId = services && (await confirm(services, confirmation));
    if (services && entityId) {
      await this.#succeed(services, entityId);
      return;
    }
    this.#cancel();
    await whenAskedAgain(this.#stop.signal);
    await this.#askOnce(confirmation);
  }

  async #verify(confirmation: Confirmation): Promise<void> {
    const { services } = this.#ground;
    this.#tell('verifying');
    if (!services) throw new LeanError('link_failed', 'Link did not say how it ended, and no backend can.');
    const entityId = await pollUntil({
      ask: () => confirm(services, confirmation),
      gaveUp: () => {
        this.#tell('verifying', { isStillWorking: true });
      },
      signal: this.#stop.signal,
    });
    await this.#succeed(services, entityId);
  }

  async #succeed(services: Services, entityId: string): Promise<void> {
    this.#report = { ...this.#report, entityId, verified: true };
    this.#tell('syncing');
    this.#end('success');
    await this.#awaitData(services, entityId);
  }

  /** Waits until the new bank's data can be read, then says so. */
  async #awaitData(services: Services, entityId: string): Promise<void> {
    let state: Partial<ConnectState> = {};
    const tell = (more: Partial<ConnectState>): void => {
      state = { ...state, ...more };
      this.#tell('syncing', state);
    };
    tell({});
    const arrival = await awaitData(
      services,
      entityId,
      {
        progress: (progress) => {
          tell({ progress });
        },
        gaveUp: () => {
          tell({ isStillWorking: true });
        },
      },
      this.#stop.signal,
    );
    this.#tell('connected');
    // Lean could not bring the data: the elements that show it say so, and nothing is ready.
    if (arrival === 'ready') this.#event('ready');
  }
}

function linkFailure(outcome: LinkOutcome): LeanError {
  return new LeanError('link_failed', outcome.message ?? 'Link ended with an error.', {
    cause: { leanStatus: outcome.secondaryStatus },
    correlationId: outcome.correlationId,
  });
}

const BLOCKED: readonly string[] = ['sdk_blocked', 'sdk_blocked_by_csp', 'tt_blocked'];

function statusOfError({ code }: LeanError): ConnectStatus {
  if (code === 'offline') return 'offline';
  return BLOCKED.includes(code) ? 'blocked' : 'failed';
}
