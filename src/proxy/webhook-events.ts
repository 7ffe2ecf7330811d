import type { DataStatus } from '../domain/entity.js';
import type * as contract from '../wire/contract.js';
import { decodeWebhook, type LeanEvent } from '../wire/webhook.js';
import type { Banks } from './banks.js';
import { sha256Hex, utf8Text, type Bytes } from './bytes.js';
import type { DataStatuses } from './data-status.js';
import { EventClaims } from './event-claims.js';
import { within } from './flights.js';
import { canonicalJson } from './json-text.js';
import { loggable } from './log.js';
import type { HostEvent, ProxyConfig } from './options.js';
import type { Ownership } from './ownership.js';
import { ProblemError } from './problem.js';
import type { Store } from './store.js';
import { memberOf } from './fields.js';

/** Lean gives up a delivery after ten seconds. */
const HOST_LIMIT_MS = 8_000;
/** Deliveries worked on at once. Lean sends what is refused again, so that a storm costs time and not memory. */
const MOST_AT_ONCE = 256;

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
  private readonly claims: EventClaims;
  private underWay = 0;

  constructor(
    private readonly config: ProxyConfig,
    store: Store,
    private readonly shelves: Shelves,
  ) {
    this.claims = new EventClaims(config, store);
  }

  /** Takes over one delivery, given as its verified raw body; resolves once it is durable. */
  async receive(body: Bytes): Promise<void> {
    if (this.underWay >= MOST_AT_ONCE) throw new ProblemError('busy', { retryAfter: 60 });
    this.underWay += 1;
    try {
      // Signed by Lean and not readable: asking for it again would bring the same bytes.
      const isNew = await this.apply(parseBody(body));
      if (isNew === null) this.config.log({ level: 'warn', event: 'webhook_unreadable' });
    } finally {
      this.underWay -= 1;
    }
  }

  /** Applies an event, given as Lean's JSON, unless it was applied; tells whether it was new, null for what is none. */
  async apply(value: unknown): Promise<boolean | null> {
    const event = decodeWebhook(value);
    if (event === null) return null;
    // The list of events need not write an event as the webhook did; both are one event.
    const eventId = event.eventId ?? (await sha256Hex(canonicalJson(value)));
    return this.claims.run(eventId, async (again) => {
      await this.change(event);
      const type = event.type === 'unknown' ? event.name : event.type;
      const payload = memberOf(value, 'payload') ?? null;
      await this.tellHost({ id: eventId, type, timestamp: event.timestamp, payload, again });
      this.config.log({ level: 'info', event: 'webhook_received', code: loggable(type) });
    });
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

  private async tellHost(event: HostEvent): Promise<void> {
    const tell = async () => {
      await this.config.onEvent?.(event);
      return true;
    };
    let errorName = 'Timeout';
    try {
      if ((await within(HOST_LIMIT_MS, tell())) !== null) return;
    } catch (error) {
      errorName = error instanceof Error ? error.name : typeof error;
    }
    this.config.log({ level: 'error', event: 'host_failed', errorName });
    throw new ProblemError('internal_error', { detail: 'onEvent did not take the event over' });
  }
}

function parseBody(body: Bytes): unknown {
  try {
    return JSON.parse(utf8Text(body));
  } catch {
    return undefined;
  }
}
