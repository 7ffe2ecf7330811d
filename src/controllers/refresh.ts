import type { ReactiveController } from 'lit';
import type { RefreshSnapshot } from '../domain/refresh.js';
import { bankRefreshOf, type BankRefresh } from '../session/bank-refresh.js';
import type { ControllerHost, SettingsController } from './settings.js';
import { loadServices, servicesKey } from './load-services.js';

const TICK_MS = 10_000;

/**
 * The customer's own Refresh button in one element: asks the banks anew through the page's backend. Only `start`
 * asks; nothing else in the package does. All elements of one backend share one refresh, and each is drawn anew when
 * `snapshot` changes. Brings the session's code with it, so elements load it when they first have data to refresh.
 */
export class RefreshController implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #settings: SettingsController;
  readonly #entityId: () => string | null;
  #refresh: BankRefresh | null = null;
  #stop: (() => void) | null = null;
  #attachedTo: string | null = null;
  /** Changes with each end: an element may be moved while its services are on their way. */
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `entityId` names the one bank the element shows, or null for all. */
  constructor(host: ControllerHost, settings: SettingsController, entityId: () => string | null) {
    this.#host = host;
    this.#settings = settings;
    this.#entityId = entityId;
    host.addController(this);
  }

  hostConnected(): void {
    void this.#attach();
  }

  hostUpdate(): void {
    void this.#attach();
  }

  hostDisconnected(): void {
    this.#detach();
  }

  /** Where it stands; `absent` means that no button is drawn. */
  get snapshot(): RefreshSnapshot {
    const snapshot = this.#refresh?.snapshot() ?? { status: 'absent' };
    clearTimeout(this.#timer);
    if (snapshot.status === 'waiting' && this.#host.isConnected) {
      // What is left of the wait is said in words, which grow old.
      const left = Math.min(snapshot.waitMs, TICK_MS);
      this.#timer = setTimeout(() => {
        this.#host.requestUpdate();
      }, left);
    }
    return snapshot;
  }

  /** Asks the banks anew and reads everything again. Never rejects; while it runs, or too early, it asks nobody. */
  async start(): Promise<void> {
    await this.#refresh?.start(this.#entityId());
  }

  async #attach(): Promise<void> {
    const { isWaiting, settings } = this.#settings;
    const key = servicesKey(this.#settings);
    if (isWaiting || !this.#host.isConnected || settings.proxy === null || this.#attachedTo === key) return;
    this.#detach();
    this.#attachedTo = key;
    const turn = this.#turn;
    try {
      const services = await loadServices(this.#settings);
      if (turn !== this.#turn) return;
      this.#refresh = bankRefreshOf(services);
    } catch {
      // The element's own reading goes the same way and tells why it failed; without services there is no button.
      if (turn === this.#turn) this.#attachedTo = null;
      return;
    }
    this.#stop = this.#refresh.subscribe(() => {
      this.#host.requestUpdate();
    });
    this.#host.requestUpdate();
  }

  #detach(): void {
    this.#turn += 1;
    clearTimeout(this.#timer);
    this.#stop?.();
    this.#stop = null;
    this.#refresh = null;
    this.#attachedTo = null;
  }
}
