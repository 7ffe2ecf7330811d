import type { Banks } from './banks.js';
import { sha256Hex, utf8Text, type Bytes } from './bytes.js';
import { factOfRefresh, type DataStatuses } from './data-status.js';
import { loggable } from './log.js';
import type { ProxyConfig } from './options.js';
import type { Ownership } from './ownership.js';
import type { Store } from './store.js';
import { memberOf, textOf } from './upstream.js';

/** Lean re-sends for three hours and lets events be re-read for 90 days: an event is known for longer than both. */
const KNOWN_SECONDS = 100 * 86_400;

interface Shelves {
  ownership: Ownership;
  statuses: DataStatuses;
  banks: Banks;
}

/**
 * What Lean's events change here, each once. An event is a hint: it never gives anybody access, it only says that
 * something is worth asking Lean for, and how far an entity's data is.
 */
export class WebhookEvents {
  constructor(
    private readonly config: ProxyConfig,
    private readonly store: Store,
    private readonly shelves: Shelves,
  ) {}

  /** Takes over one delivery, given as its verified raw body; resolves once it is durable. */
  async receive(body: Bytes): Promise<void> {
    const event = parseEvent(body);
    if (event === null) {
      // Signed by Lean and not readable: asking for it again would bring the same bytes.
      this.config.log({ level: 'warn', event: 'webhook_unreadable' });
      return;
    }
    await this.apply(event, await sha256Hex(body));
  }

  /** Applies an event unless it is known already; tells whether it was new. `fallbackId` names one without an id. */
  async apply(event: unknown, fallbackId: string): Promise<boolean> {
    const key = await this.store.key('event', textOf(event, 'event_id') ?? fallbackId);
    const isNew = await this.store.claim(key, { done: false }, KNOWN_SECONDS);
    // Claimed but not done: another instance is at it, or died at it. Every change below may be made twice.
    if (!isNew && memberOf(await this.store.read(key), 'done') === true) return false;
    const type = textOf(event, 'type');
    await this.change(type, memberOf(event, 'payload'), textOf(event, 'timestamp'));
    await this.store.write(key, { done: true }, KNOWN_SECONDS);
    this.config.log({ level: 'info', event: 'webhook_received', code: loggable(type) });
    return isNew;
  }

  private async change(type: string | null, payload: unknown, timestamp: string | null): Promise<void> {
    const { ownership, statuses, banks } = this.shelves;
    const customerId = textOf(payload, 'customer_id');
    if (customerId !== null) ownership.forgetEntities(customerId);
    switch (type) {
      case 'entity.created': {
        const entityId = textOf(payload, 'id');
        // v1 sends no word of how far the data is, so that there this would be the last one.
        if (entityId === null || this.config.lean.apiVersion === 'v1') return;
        return statuses.learn(entityId, { status: 'PENDING', refreshId: null, timestamp });
      }
      case 'entity.data.refresh.updated': {
        const entityId = textOf(payload, 'entity_id');
        const fact = factOfRefresh(payload, timestamp);
        if (entityId === null || fact === null) return;
        return statuses.learn(entityId, fact);
      }
      case 'bank.availability.updated':
        return banks.forget();
      default:
        // entity.updated, entity.reconnected, results.ready and types to come: Lean is asked when somebody looks.
        return;
    }
  }
}

function parseEvent(body: Bytes): unknown {
  try {
    const value: unknown = JSON.parse(utf8Text(body));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
