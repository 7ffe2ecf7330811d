import type { ReactiveController } from 'lit';
import { asLeanError, type LeanError } from '../domain/error.js';
import { emptyReport } from '../domain/link.js';
import {
  FLOW_STORAGE_KEY,
  type ConnectReport,
  type ConnectStatus,
  type LinkAttributes,
  type LinkMethod,
} from '../domain/link.js';
import { emit } from '../events/index.js';
import { loadChunk } from '../session/chunk.js';
import type { ConnectFlow, ConnectEventKind, ConnectRequest } from '../session/connect.js';
import type { ControllerHost, SettingsController } from './settings.js';
import { loadServices } from './store.js';

/** What a host element brings to a flow. */
export interface ConnectHost {
  attributes: () => LinkAttributes;
  language: () => string;
}

/** Which flow to open. */
export interface ConnectTarget {
  method: LinkMethod;
  reconnectId?: string | null;
  entityId?: string | null;
}

const IN_HAND: ReadonlySet<ConnectStatus> = new Set(['opening', 'loading', 'open', 'verifying', 'syncing']);

/** Opens Link for an element and owns what follows: one status, the `lean-connect-*` events, the outcome. */
export class ConnectController implements ReactiveController {
  status: ConnectStatus = 'idle';
  error: LeanError | null = null;
  /** We have stopped asking often; the customer may go on, a late success is still taken. */
  isStillWorking = false;

  readonly #host: ControllerHost;
  readonly #settings: SettingsController;
  readonly #more: ConnectHost;
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

  /** A flow is under way, and another click would only be in its way. */
  get isBusy(): boolean {
    return IN_HAND.has(this.status) && !this.isStillWorking;
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      // Moved, not removed; or Link is open, and what it leads to still matters to the rest of the page.
      if (this.#host.isConnected || this.status === 'open') return;
      this.#flow?.abandon();
      this.#forget();
    });
  }

  /** Brings our own code, and where the region is known hints Lean's script, before the click. */
  warm(): void {
    const { region } = this.#settings.settings;
    // Only a hint: what cannot be loaded now is asked for again, and told, at the click.
    loadChunk(() => import('../session/connect.js')).then(
      ({ warmSdk }) => warmSdk(region),
      () => undefined,
    );
  }

  /** Opens Link. A second call while a flow runs joins it. Never rejects. */
  open(target: ConnectTarget): Promise<ConnectReport> {
    if (this.isBusy && this.#running) return this.#running;
    if (!emit(this.#host, 'lean-connect-start', { method: target.method }, { cancelable: true })) {
      return Promise.resolve(unopened(target.method, 'The page prevented lean-connect-start.'));
    }
    this.#flow?.abandon();
    this.#turn += 1;
    this.#show('opening');
    this.#running = this.#run(target);
    return this.#running;
  }

  /** Takes up a flow that a bank's own page has interrupted, when this page load is its return. */
  async resume(): Promise<void> {
    if (!hasStoredFlow() || this.#running) return;
    const turn = (this.#turn += 1);
    try {
      const { takeReturn, restorePlace } = await loadChunk(() => import('../session/connect.js'));
      if (turn !== this.#turn) return;
      const stored = takeReturn();
      if (!stored) return;
      this.#show('verifying');
      restorePlace(stored);
      const flow = await this.#createFlow({ method: stored.method });
      if (turn !== this.#turn) return;
      this.#running = flow.resume(stored);
      await this.#running;
    } catch (thrown) {
      this.#fail({ method: 'connect' }, asLeanError(thrown));
    }
  }

  async #run(target: ConnectTarget): Promise<ConnectReport> {
    const turn = this.#turn;
    try {
      const flow = await this.#createFlow(target);
      if (turn !== this.#turn)
        return unopened(target.method, 'The element left the page before Link opened.');
      return await flow.open();
    } catch (thrown) {
      if (turn !== this.#turn) return unopened(target.method, asLeanError(thrown).message);
      return this.#fail(target, asLeanError(thrown));
    }
  }

  async #createFlow(target: ConnectTarget): Promise<ConnectFlow> {
    const { settings } = this.#settings;
    const attributes = this.#more.attributes();
    const isBackendless =
      settings.proxy === null && (attributes.appToken !== null || settings.getLinkSession !== null);
    const [{ ConnectFlow: Flow }, services] = await Promise.all([
      loadChunk(() => import('../session/connect.js')),
      isBackendless ? null : loadServices(this.#settings),
    ]);
    const request: ConnectRequest = {
      method: target.method,
      reconnectId: target.reconnectId ?? null,
      entityId: target.entityId ?? null,
      attributes: { ...attributes, region: attributes.region ?? settings.region },
      language: this.#more.language().toLowerCase().startsWith('ar') ? 'ar' : 'en',
      host: this.#host,
    };
    const ground = { services: services, getLinkSession: settings.getLinkSession };
    this.#flow = new Flow(request, ground, {
      onStatus: (status, error, isStillWorking) => {
        this.#show(status, error, isStillWorking);
        // Nobody is left to tell a late success to.
        if (isStillWorking && !this.#host.isConnected) this.#flow?.abandon();
      },
      onEvent: (kind, report, error) => {
        this.#tell(kind, report, error);
      },
    });
    return this.#flow;
  }

  #show(status: ConnectStatus, error: LeanError | null = null, isStillWorking = false): void {
    this.status = status;
    this.error = error;
    this.isStillWorking = isStillWorking;
    this.#host.requestUpdate();
  }

  #tell(kind: ConnectEventKind, report: ConnectReport, error: LeanError | null): void {
    // An element that has left the page is heard by nobody; the page itself still wants to know.
    const target = this.#host.isConnected ? this.#host : document;
    if (kind === 'error') {
      emit(target, 'lean-connect-error', { ...report, error: asLeanError(error).toDetail() });
    } else {
      emit(target, `lean-connect-${kind}`, report);
    }
  }

  #fail(target: ConnectTarget, error: LeanError): ConnectReport {
    const report = unopened(target.method, error.message);
    this.#show(error.code === 'offline' ? 'offline' : 'failed', error);
    this.#tell('error', report, error);
    return report;
  }

  #forget(): void {
    this.#turn += 1;
    this.#flow = null;
    this.#running = null;
    this.status = 'idle';
    this.error = null;
    this.isStillWorking = false;
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
