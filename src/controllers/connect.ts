import type { ReactiveController } from 'lit';
import { asLeanError, type LeanError } from '../domain/error.js';
import {
  emptyReport,
  FLOW_STORAGE_KEY,
  type ConnectProgress,
  type ConnectReport,
  type ConnectStatus,
  type LinkMethod,
} from '../domain/link.js';
import { emit } from '../events/index.js';
import type { ConnectLifeMessages, ConnectMessages } from '../i18n/index.js';
import { loadChunk } from '../domain/chunk.js';
import type { ConnectFlow, ConnectState } from '../session/connect.js';
import type * as run from './connect-run.js';
import type { ConnectHost, ConnectTarget } from './connect-target.js';
import type { ControllerHost, SettingsController } from './settings.js';

type Run = typeof run;

const IDLE: ConnectState = { status: 'idle', error: null, isStillWorking: false, progress: null };
const IN_HAND: readonly ConnectStatus[] = ['opening', 'loading', 'open', 'verifying', 'syncing'];
/** Not everybody in a building asks at the moment its network is back. */
const LONGEST_RECOVERY_MS = 2000;

/**
 * Opens Link for an element and owns what follows: one status, the `lean-connect-*` events, the outcome. Only what is
 * needed before the first click is here; the rest comes with `connect-run.ts`.
 */
export class ConnectController implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #settings: SettingsController;
  readonly #more: ConnectHost;
  #state = IDLE;
  #run: Run | null = null;
  #flow: ConnectFlow | null = null;
  /** Changes with each opening, return or removal: what was begun before it no longer counts. */
  #turn = 0;
  #running: Promise<ConnectReport> | null = null;

  constructor(host: ControllerHost, settings: SettingsController, more: ConnectHost) {
    this.#host = host;
    this.#settings = settings;
    this.#more = more;
    host.addController(this);
  }

  get status(): ConnectStatus {
    return this.#state.status;
  }

  get error(): LeanError | null {
    return this.#state.error;
  }

  /** We have stopped asking often; the customer may go on, a late success is still taken. */
  get isStillWorking(): boolean {
    return this.#state.isStillWorking;
  }

  /** What of the new bank's data is known to be here. */
  get progress(): ConnectProgress | null {
    return this.#state.progress;
  }

  /** A flow is under way, and another click would only be in its way. */
  get isBusy(): boolean {
    return IN_HAND.includes(this.status) && !this.isStillWorking;
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      // Moved, not removed; or Link is open, and what it leads to still matters to the rest of the page.
      if (this.#host.isConnected || this.status === 'open') return;
      this.#flow?.abandon();
      removeEventListener('online', this.#recover);
      this.#turn += 1;
      this.#flow = null;
      this.#running = null;
      this.#state = IDLE;
    });
  }

  /** The words for the states of a flow; null until a flow has been begun. */
  words(messages: ConnectMessages): ConnectLifeMessages | null {
    return this.#run?.connectWords(messages) ?? null;
  }

  /** Brings our own code, and where the region is known hints Lean's script, before the click. */
  warm(): void {
    // Only a hint: what cannot be loaded now is asked for again, and told, at the click.
    this.#load().then(
      (run) => run.warmSdk(this.#settings.settings.region),
      () => undefined,
    );
  }

  /** Opens Link. A second call while a flow runs joins it. Never rejects. */
  open(target: ConnectTarget, isDisabled = false): Promise<ConnectReport> {
    const { method } = target;
    if (this.isBusy && this.#running) return this.#running;
    if (isDisabled || !this.#host.isConnected) {
      return Promise.resolve(unopened(method, 'The element is disabled, or not on the page.'));
    }
    if (!emit(this.#host, 'lean-connect-start', { method }, { cancelable: true })) {
      return Promise.resolve(unopened(method, 'The page prevented lean-connect-start.'));
    }
    this.#flow?.abandon();
    this.#show({ ...IDLE, status: 'opening' });
    return (this.#running = this.#begin(target, (flow) => flow.open()));
  }

  /** Takes up a flow that a bank's own page has interrupted, when this page load is its return. */
  async resume(): Promise<void> {
    if (!hasStoredFlow() || this.#running) return;
    const turn = this.#turn;
    try {
      const run = await this.#load();
      const stored = turn === this.#turn ? run.takeReturn(this.#host) : null;
      if (!stored) return;
      this.#show({ ...IDLE, status: 'verifying' });
      run.restorePlace(stored, this.#host);
      this.#running = this.#begin(stored, (flow) => flow.resume(stored, run.isBack()));
    } catch (thrown) {
      this.#fail('connect', asLeanError(thrown));
    }
  }

  async #load(): Promise<Run> {
    return (this.#run ??= await loadChunk(() => import('./connect-run.js')));
  }

  async #begin(
    target: ConnectTarget,
    go: (flow: ConnectFlow) => Promise<ConnectReport>,
  ): Promise<ConnectReport> {
    const { method } = target;
    const turn = (this.#turn += 1);
    try {
      const { createFlow } = await this.#load();
      const flow = await createFlow(target, this.#host, this.#settings, this.#more, (state) => {
        this.#show(state);
        // Nobody is left to tell a late success to.
        if (state.isStillWorking && !this.#host.isConnected) flow.abandon();
      });
      if (turn !== this.#turn) return unopened(method, 'The element left the page before Link opened.');
      this.#flow = flow;
      return await go(flow);
    } catch (thrown) {
      const error = asLeanError(thrown);
      return turn === this.#turn ? this.#fail(method, error) : unopened(method, error.message);
    }
  }

  #show(state: ConnectState): void {
    this.#state = state;
    this.#host.requestUpdate();
    if (state.status === 'offline') addEventListener('online', this.#recover, { once: true });
  }

  /** Back online: "you are offline" is no longer true, and the next click should find everything here. */
  readonly #recover = (): void => {
    setTimeout(() => {
      if (this.status !== 'offline' || !this.#host.isConnected) return;
      this.#show(IDLE);
      this.warm();
    }, Math.random() * LONGEST_RECOVERY_MS);
  };

  #fail(method: LinkMethod, error: LeanError): ConnectReport {
    const report = unopened(method, error.message);
    this.#show({ ...IDLE, status: error.code === 'offline' ? 'offline' : 'failed', error });
    emit(this.#host, 'lean-connect-error', { ...report, error: error.toDetail() });
    return report;
  }
}

function hasStoredFlow(): boolean {
  try {
    return sessionStorage.getItem(FLOW_STORAGE_KEY) !== null;
  } catch {
    // Storage is closed to us (a sandboxed frame, a privacy setting): then nothing was stored either.
    return false;
  }
}

function unopened(method: LinkMethod, message: string): ConnectReport {
  return { ...emptyReport(method), message };
}
