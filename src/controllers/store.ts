import type { ReactiveController } from 'lit';
import { asLeanError, type LeanError } from '../domain/error.js';
import type { Services } from '../session/services.js';
import type { Store } from '../session/store.js';
import { loadServices, servicesKey } from './load-services.js';
import type { ControllerHost, SettingsController } from './settings.js';

/** A page may call `configure` after its elements are there; only then is a missing proxy an error. */
const PROXY_GRACE_MS = 1000;

/**
 * Keeps one store of the session running while its host is on the page. Subclasses say how the store is made, what
 * to ask it, and what stands for "loading" and "failed" before there is one.
 */
export abstract class StoreController<Request, Snapshot> implements ReactiveController {
  snapshot: Snapshot;
  protected readonly settings: SettingsController;
  readonly #loading: Snapshot;
  readonly #host: ControllerHost;
  #store: Store<Request, Snapshot> | null = null;
  #services: Services | null = null;
  #stop: (() => void) | null = null;
  #startedFor: string | null = null;
  #startedBy: unknown = null;
  /** Counts starts and ends: an element may be moved while its code still loads. */
  #starts = 0;
  #ready: Promise<void> = Promise.resolve();
  #asked = '';

  protected abstract failed(error: LeanError): Snapshot;
  protected abstract create(services: Services): Promise<Store<Request, Snapshot>>;
  /** What to ask, or null when the host page brought the data itself. */
  protected abstract request(): Request | null;

  /** `loading` stands where nothing has been read yet. */
  constructor(host: ControllerHost, settings: SettingsController, loading: Snapshot) {
    this.#host = host;
    this.settings = settings;
    this.#loading = loading;
    this.snapshot = loading;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#leave);
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#leave);
    queueMicrotask(() => {
      // One that was only moved keeps what it has read.
      if (this.#host.isConnected) return;
      this.#end();
      this.#startedFor = null;
    });
  }

  /** What stands in for the store's snapshot when there is nothing to ask; some elements show the page's data past us. */
  protected given(): Snapshot {
    return this.#loading;
  }

  /** Before each render: the settings and properties may have changed what is asked. */
  hostUpdate(): void {
    const request = this.request();
    if (request === null) {
      this.#end();
      this.#startedFor = null;
      this.snapshot = this.given();
      return;
    }
    this.#start();
    this.#ask(request);
  }

  /** Reads everything again; resolves when what came of it is on screen, and never rejects. */
  async refresh(): Promise<void> {
    if (this.request() === null || !this.#host.isConnected) return;
    if (!this.#store) this.#startedFor = null;
    this.#start();
    await this.#ready;
    const store = this.#store;
    if (store) await this.#services?.untilPaused(store.refresh());
    if (store && store === this.#store) this.#show(store.snapshot());
    await this.#host.updateComplete;
  }

  #start(): void {
    const key = servicesKey(this.settings);
    const { isWaiting, owner } = this.settings;
    if (isWaiting || !this.#host.isConnected) return;
    if (this.#startedFor === key && this.#startedBy === owner) return;
    this.#end();
    this.#startedFor = key;
    this.#startedBy = owner;
    this.snapshot = this.#loading;
    const start = (this.#starts += 1);
    this.#ready = this.#open(start).catch((thrown: unknown) => {
      if (this.#starts === start) this.#show(this.failed(asLeanError(thrown)));
    });
  }

  async #open(start: number): Promise<void> {
    if (this.settings.settings.proxy === null) {
      await new Promise((resolve) => setTimeout(resolve, PROXY_GRACE_MS));
    }
    const services = await loadServices(this.settings);
    const store = await this.create(services);
    if (this.#starts !== start || !this.#host.isConnected) return;
    this.#store = store;
    this.#services = services;
    const request = this.request();
    if (request !== null) this.#ask(request);
    this.#stop = store.subscribe(() => {
      this.#show(store.snapshot());
    });
    this.#show(store.snapshot());
  }

  #ask(request: Request): void {
    if (!this.#store) return;
    const asked = JSON.stringify(request);
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#store.request(request);
    this.snapshot = this.#store.snapshot();
  }

  /**
   * A page that may come back from the back-forward cache comes back as it was left, before anybody is asked whether
   * its customer is still signed in: it is left without data.
   */
  readonly #leave = ({ persisted }: PageTransitionEvent): void => {
    if (persisted && this.#store) this.#show(this.#loading);
  };

  #show(snapshot: Snapshot): void {
    this.snapshot = snapshot;
    this.#host.requestUpdate();
  }

  #end(): void {
    this.#starts += 1;
    this.#stop?.();
    this.#stop = null;
    this.#store = null;
    this.#asked = '';
  }
}
