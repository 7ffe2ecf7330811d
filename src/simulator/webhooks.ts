/** Webhooks: signed over the raw body, ten seconds to answer, six retries (facts §5). */
import type { Scheduler } from './clock.js';
import type { Identifiers } from './identifiers.js';

/** A webhook's body. */
export interface WebhookEvent {
  type: string;
  payload: Record<string, unknown>;
  message: string;
  timestamp: string;
  event_id: string;
}

/** One try to deliver an event. */
export interface DeliveryAttempt {
  /** ISO 8601. */
  at: string;
  /** HTTP status, or null when no answer came. */
  status: number | null;
  error: string | null;
}

/** An event on its way to the host. */
export interface Delivery {
  event_id: string;
  type: string;
  /** Null when no address was set: the event is kept, nothing is sent. */
  url: string | null;
  /** `waiting` for its first try or a retry, `delivered`, `given_up` after the last, `not_sent` without an address. */
  state: 'waiting' | 'delivered' | 'given_up' | 'not_sent';
  signature: string | null;
  /** The raw body, as signed. */
  body: string;
  attempts: DeliveryAttempt[];
  /** ISO 8601, or null when none is planned. */
  next_attempt_at: string | null;
}

/** The application's webhooks. */
export interface Webhooks {
  emit(type: WebhookEvent['type'], payload: Record<string, unknown>): void;
  deliveries(): Delivery[];
  /** Events with the moment they happened (epoch milliseconds), newest first. */
  events(): { event: WebhookEvent; at: number }[];
}

/** Minutes after the first try. */
const RETRY_MINUTES = [1, 2, 5, 10, 60, 180];

const messages: Readonly<Record<string, string>> = {
  'entity.created': 'An entity object has been created.',
  'entity.updated': 'An entity object has been updated.',
  'entity.reconnected': 'The entity was successfully reconnected.',
  'entity.data.refresh.updated': 'An entity data refresh state has been updated.',
  'results.ready': 'Your results are ready.',
  'bank.availability.updated': 'The bank status has been updated.',
};

/** `sha512=` and the hexadecimal HMAC of the raw body. */
export async function signWebhook(secret: string, body: string): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-512' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign']);
  const signature = await crypto.subtle.sign('HMAC', key, encoder.encode(body));
  return `sha512=${Array.from(new Uint8Array(signature), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

export function createWebhooks(parts: {
  url: string | undefined;
  secret: string;
  answerWithinMs: number;
  clock: Scheduler;
  identifiers: Identifiers;
  fetch: typeof fetch;
}): Webhooks {
  const { url, secret, clock, identifiers } = parts;
  const deliveries: Delivery[] = [];
  const events: { event: WebhookEvent; at: number }[] = [];
  /** First tries leave in the order of the events. */
  let line: Promise<void> = Promise.resolve();

  async function post(delivery: Delivery, address: string): Promise<DeliveryAttempt> {
    const at = new Date(clock.now()).toISOString();
    const controller = new AbortController();
    const limit = setTimeout(() => {
      controller.abort(new Error('No answer in time.'));
    }, parts.answerWithinMs);
    try {
      const response = await parts.fetch(address, {
        method: 'POST',
        body: delivery.body,
        headers: { 'content-type': 'application/json', 'lean-signature': delivery.signature ?? '' },
        redirect: 'manual',
        signal: controller.signal,
      });
      await response.body?.cancel();
      return { at, status: response.status, error: null };
    } catch (error) {
      const reason: unknown = controller.signal.aborted ? controller.signal.reason : error;
      return { at, status: null, error: reason instanceof Error ? reason.message : String(reason) };
    } finally {
      clearTimeout(limit);
    }
  }

  async function attempt(delivery: Delivery, address: string, firstAt: number): Promise<void> {
    delivery.signature ??= await signWebhook(secret, delivery.body);
    delivery.next_attempt_at = null;
    const made = await post(delivery, address);
    delivery.attempts.push(made);
    if (made.status === 200) {
      delivery.state = 'delivered';
      return;
    }
    const minutes = RETRY_MINUTES[delivery.attempts.length - 1];
    if (minutes === undefined) {
      delivery.state = 'given_up';
      return;
    }
    const next = firstAt + minutes * 60_000;
    delivery.next_attempt_at = new Date(next).toISOString();
    clock.at(next, () => attempt(delivery, address, firstAt));
  }

  return {
    deliveries: () => deliveries.map((delivery) => ({ ...delivery, attempts: [...delivery.attempts] })),
    events: () => [...events].reverse(),
    emit(type, payload) {
      const event: WebhookEvent = {
        type,
        payload,
        message: messages[type] ?? type,
        timestamp: identifiers.timestamp(),
        event_id: identifiers.next('event'),
      };
      const firstAt = clock.now();
      events.push({ event, at: firstAt });
      const delivery: Delivery = {
        event_id: event.event_id,
        type,
        url: url ?? null,
        state: url === undefined ? 'not_sent' : 'waiting',
        signature: null,
        body: JSON.stringify(event),
        attempts: [],
        next_attempt_at: url === undefined ? null : new Date(firstAt).toISOString(),
      };
      deliveries.push(delivery);
      if (url === undefined) return;
      clock.at(firstAt, () => {
        line = line.then(() => attempt(delivery, url, firstAt));
        return line;
      });
    },
  };
}
