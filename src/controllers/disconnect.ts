import type { ReactiveController } from 'lit';
import type { Entity } from '../domain/entity.js';
import { asLeanError, type LeanError } from '../domain/error.js';
import { emit } from '../events/index.js';
import type { ControllerHost } from './settings.js';

/** The way from "disconnect" over a question to a bank that is gone. One bank at a time. */
export class DisconnectController implements ReactiveController {
  /** The bank the customer is asked about. */
  asked: Entity | null = null;
  isRunning = false;
  /** Why the bank in question could not be disconnected. */
  error: LeanError | null = null;
  /** The bank that was disconnected last. */
  done: Entity | null = null;

  readonly #host: ControllerHost;
  readonly #disconnect: (entityId: string) => Promise<void>;

  constructor(host: ControllerHost, disconnect: (entityId: string) => Promise<void>) {
    this.#host = host;
    this.#disconnect = disconnect;
    host.addController(this);
  }

  hostDisconnected(): void {
    if (!this.isRunning) this.asked = null;
    this.error = null;
    this.done = null;
  }

  /** Asks the customer whether they mean it. */
  ask(entity: Entity): void {
    if (this.isRunning) return;
    this.asked = entity;
    this.error = null;
    this.done = null;
    this.#host.requestUpdate();
  }

  /** They do not. */
  keep(): void {
    if (this.isRunning) return;
    this.asked = null;
    this.error = null;
    this.#host.requestUpdate();
  }

  /** They do: fires `lean-disconnect-start`, and where the page lets it, disconnects and tells how that went. */
  async confirm(): Promise<void> {
    const entity = this.asked;
    if (!entity || this.isRunning) return;
    const detail = { entityId: entity.entityId, bank: entity.bank };
    if (!emit(this.#host, 'lean-disconnect-start', detail, { cancelable: true })) {
      this.keep();
      return;
    }
    this.isRunning = true;
    this.error = null;
    this.#host.requestUpdate();
    try {
      await this.#disconnect(entity.entityId);
      this.done = entity;
      this.asked = null;
    } catch (thrown) {
      this.error = asLeanError(thrown);
    }
    this.isRunning = false;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    // An element that has left the page is heard by nobody; the page itself still wants to know.
    const target = this.#host.isConnected ? this.#host : document;
    if (this.error) emit(target, 'lean-disconnect-error', this.error.toDetail());
    else emit(target, 'lean-disconnect-success', detail);
  }
}
