import type { ReactiveController } from 'lit';
import type { Entity } from '../domain/entity.js';
import { emit } from '../events/index.js';
import type { Services } from '../session/services.js';
import { ConnectController } from './connect.js';
import { loadServices } from './load-services.js';
import type { ControllerHost, SettingsController } from './settings.js';

/** A bank that asks for the customer. */
export interface NeedyBank {
  entity: Entity;
  /** `connect` where the consent is over, since nothing is left to reconnect. */
  method: 'reconnect' | 'connect';
  reconnectId: string | null;
}

/**
 * The reconnect notices of one data element. The host calls `show` in each update with the banks that need the
 * customer, draws a notice for those of which it `isOwner`, and one line that leads there for the others.
 */
export class ReconnectController implements ReactiveController {
  readonly connect: ConnectController;
  /** The bank whose flow runs or ran last. */
  current: string | null = null;
  readonly #host: ControllerHost;
  readonly #settings: SettingsController;
  #services: Services | null = null;
  #stop: (() => void) | null = null;
  #shown = new Map<string, NeedyBank>();
  #bankIdentifier: string | null = null;

  constructor(host: ControllerHost, settings: SettingsController, language: () => string) {
    this.#host = host;
    this.#settings = settings;
    this.connect = new ConnectController(host, settings, {
      language,
      // Who connects a bank again has chosen it already.
      attributes: () => ({ bankIdentifier: this.#bankIdentifier }),
    });
    host.addController(this);
  }

  hostConnected(): void {
    void this.connect.resume();
  }

  hostDisconnected(): void {
    this.show([]);
    this.#stop?.();
    this.#stop = null;
    this.#services = null;
  }

  /** Says which banks need the customer. Fires `lean-reconnect-required` once for each that this element owns. */
  show(banks: readonly NeedyBank[]): void {
    const next = new Map(banks.map((bank) => [bank.entity.entityId, bank]));
    const gone = [...this.#shown.keys()].filter((entityId) => !next.has(entityId));
    this.#shown = next;
    for (const entityId of gone) this.#services?.board.hide(entityId, this.#host);
    if (next.size === 0) return;
    if (this.#services) this.#register();
    else void this.#attach();
  }

  /** This element has the bank's full notice. */
  isOwner(entityId: string): boolean {
    return this.#services?.board.ownerOf(entityId) === this.#host;
  }

  /** The host page deals with it: nobody draws a notice. */
  isWithdrawn(bank: NeedyBank): boolean {
    return this.#services?.board.isWithdrawn(bank.entity.entityId, bank.reconnectId) ?? false;
  }

  /** Opens Link for a bank. Queued when another flow runs. */
  async start(bank: NeedyBank): Promise<void> {
    this.current = bank.entity.entityId;
    this.#bankIdentifier = bank.method === 'connect' ? bank.entity.bankIdentifier : null;
    await this.connect.open({
      method: bank.method,
      reconnectId: bank.reconnectId,
      entityId: bank.entity.entityId,
    });
  }

  /** Leads to the element that has the notice. */
  lead(entityId: string): void {
    const owner = this.#services?.board.ownerOf(entityId);
    owner?.scrollIntoView({ block: 'nearest' });
    owner?.focus();
  }

  async #attach(): Promise<void> {
    // The store that found the needy bank runs on the same services, so they are there.
    const services = await loadServices(this.#settings);
    if (this.#services || !this.#host.isConnected) return;
    this.#services = services;
    this.#stop = services.board.subscribe(() => {
      this.#announce();
      this.#host.requestUpdate();
    });
    this.#register();
    this.#host.requestUpdate();
  }

  #register(): void {
    for (const entityId of this.#shown.keys()) this.#services?.board.show(entityId, this.#host);
    this.#announce();
  }

  #announce(): void {
    const { board } = this.#services ?? {};
    if (!board) return;
    for (const { entity, method, reconnectId } of this.#shown.values()) {
      const { entityId, bank } = entity;
      if (method !== 'reconnect' || board.ownerOf(entityId) !== this.#host) continue;
      if (!board.announceOnce(entityId, reconnectId)) continue;
      const detail = { entityId, reconnectId, bank };
      if (!emit(this.#host, 'lean-reconnect-required', detail, { cancelable: true })) {
        board.withdraw(entityId, reconnectId);
      }
    }
  }
}
