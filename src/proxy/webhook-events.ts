import type { DataStatus } from '../domain/entity.js';
import type * as contract from '../wire/contract.js';
import { decodeWebhook, type LeanEvent } from '../wire/webhook.js';
import type { Banks } from './banks.js';
import { sha256Hex, utf8Text, type Bytes } from './bytes.js';
import type { DataStatuses } from './data-status.js';
import { loggable } from './log.js';
import type { ProxyConfig } from './options.js';
import type { Ownership } from './ownership.js';
import type { Store } from './store.js';
import { memberOf } from './fields.js';

/** Lean re-sends for three hours and lets events be re-read for 90 days: an event is known for longer than both. */
const KNOWN_SECONDS = 100 * 86_400;

const CONTRACT_STATUS: Record<DataStatus, contract.DataStatus> = {
  pending: 'PENDING',
  ready: 'READY',
  failed: 'FAILED',
};

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
    const event = decodeWebhook(parseBody(body));
    if (event === null) {
      // Signed by Lean and not readable: asking for it again would bring the same bytes.
      this.config.log({ level: 'warn', event: 'webhook_unreadable' });
      return;
    }
    await this.apply(event, await sha256Hex(body));
  }

  /** Applies an event unless it is known already; tells whether it was new. `fallbackId` names one without an id. */
  async apply(event: LeanEvent, fallbackId: string): Promise<boolean> {
    const key = await this.store.key('event', event.eventId ?? fallbackId);
    const isNew = await this.store.claim(key, { done: false }, KNOWN_SECONDS);
    // Claimed but not done: another instance is at it, or died at it. Every change below may be made twice.
    if (!isNew && memberOf(await this.store.read(key), 'done') === true) return false;
    await this.change(event);
    await this.store.write(key, { done: true }, KNOWN_SECONDS);
    const code = loggable(event.type === 'unknown' ? event.name : event.type);
    this.config.log({ level: 'info', event: 'webhook_received', code });
    return isNew;
  }

  private async change(event: LeanEvent): Promise<void> {
    const { ownership, statuses, banks } = this.shelves;
    const { timestamp } = event;
    switch (event.type) {
      case 'entity.created':
      case 'entity.updated':
        if (event.customerId !== null) ownership.forgetEntities(event.customerId);
        // v1 sends no word of how far the data is, so that there this would be the last one.
        if (event.type === 'entity.updated' || this.config.lean.apiVersion === 'v1') return;
        return statuses.learn(event.entityId, { status: 'PENDING', refreshId: null, timestamp });
      case 'entity.data.refresh.updated': {
        if (event.dataStatus === null) return;
        const { entityId, refreshId } = event;
        return statuses.learn(entityId, { status: CONTRACT_STATUS[event.dataStatus], refreshId, timestamp });
      }
      case 'bank.availability.updated':
        banks.forget();
        return;
      case 'entity.reconnected':
      case 'results.ready':
      case 'unknown':
        // Lean is asked when somebody looks.
        return;
    }
  }
}

function parseBody(body: Bytes): unknown {
  try {
    return JSON.parse(utf8Text(body));
  } catch {
    return undefined;
  }
}
