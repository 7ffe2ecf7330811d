import type { ReactiveController } from 'lit';
import type { Entity } from '../domain/entity.js';
import { emit } from '../events/index.js';
import type { Services } from '../session/services.js';
import { ConnectController } from './connect.js';
import { loadServices, servicesKey } from './load-services.js';
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
  readonly #host: ControllerHost;
  readonly #settings: SettingsController;
  readonly #language: () => string;
  /** By entity id: several banks may be on their way at once, Link opens for one after the other. */
  readonly #flows = new Map<string | null, ConnectController>();
  readonly #chosen = new Map<string | null, string | null>();
  #services: Services | null = null;
  #stop: (() => void) | null = null;
  #attachedTo: string | null = null;
  /** Changes with each end: an element may be moved while its services are on their way. */
  #turn = 0;
  #shown = new Map<string, NeedyBank>();

  constructor(host: ControllerHost, settings: SettingsController, language: () => string) {
    this.#host = host;
    this.#settings = settings;
    this.#language = language;
    host.addController(this);
  }

  hostConnected(): void {
    void this.#flowFor(null).resume();
  }

  hostDisconnected(): void {
    this.show([]);
    this.#detach();
  }

  /** Says which banks need the customer. Fires `lean-reconnect-required` once for each that this element owns. */
  show(banks: readonly NeedyBank[]): void {
    const next = new Map(banks.map((bank) => [bank.entity.entityId, bank]));
    const gone = [...this.#shown.keys()].filter((entityId) => !next.has(entityId));
    this.#shown = next;
    for (const entityId of gone) this.#services?.board.hide(entityId, this.#host);
    if (next.size === 0) return;
    if (this.#attachedTo !== servicesKey(this.#settings)) void this.#attach();
    else if (this.#services) this.#register();
  }

  /** Whether this element has the bank's full notice; null until that is decided. */
  isOwner(entityId: string): boolean | null {
    const owner = this.#services?.board.ownerOf(entityId) ?? null;
    return owner && owner === this.#host;
  }

  /** The host page deals with it: nobody draws a notice. */
  isWithdrawn(bank: NeedyBank): boolean {
    return this.#services?.board.isWithdrawn(bank.entity.entityId, bank.reconnectId) ?? false;
  }

  /** The flow this element has begun for a bank, or null. */
  flowOf(entityId: string): ConnectController | null {
    return this.#flows.get(entityId) ?? null;
  }

  /** Opens Link for a bank. Queued when another flow runs. */
  async start({ method, reconnectId, entity }: NeedyBank): Promise<void> {
    const { entityId, bankIdentifier } = entity;
    // Who connects a bank again has chosen it already.
    this.#chosen.set(entityId, method === 'connect' ? bankIdentifier : null);
    await this.#flowFor(entityId).open({ method, reconnectId, entityId });
  }

  #flowFor(entityId: string | null): ConnectController {
    const flow =
      this.#flows.get(entityId) ??
      new ConnectController(this.#host, this.#settings, {
        language: this.#language,
        attributes: () => ({ bankIdentifier: this.#chosen.get(entityId) ?? null }),
      });
    this.#flows.set(entityId, flow);
    return flow;
  }

  /** Leads to the element that has the notice. */
  lead(entityId: string): void {
    const owner = this.#services?.board.ownerOf(entityId);
    owner?.scrollIntoView({ block: 'nearest' });
    owner?.focus();
  }

  async #attach(): Promise<void> {
    this.#detach();
    this.#attachedTo = servicesKey(this.#settings);
    const turn = this.#turn;
    // The store that found the needy bank runs on the same services, so they are there.
    const services = await loadServices(this.#settings);
    if (turn !== this.#turn || !this.#host.isConnected) return;
    this.#services = services;
    this.#stop = services.board.subscribe(() => {
      this.#announce();
      this.#host.requestUpdate();
    });
    this.#register();
    this.#host.requestUpdate();
  }

  #detach(): void {
    this.#turn += 1;
    this.#stop?.();
    this.#stop = null;
    for (const entityId of this.#shown.keys()) this.#services?.board.hide(entityId, this.#host);
    this.#services = null;
    this.#attachedTo = null;
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
