import * as v from 'valibot';
import type { Bank } from '../domain/bank.js';
import type { DataStatus } from '../domain/entity.js';
import { EntityBankSchema } from './contract.js';
import { decodeBank } from './entities.js';
import { flag, id, part, text, word } from './fields.js';

/** One delivery of Lean's webhooks, before its `type` is looked at. `event_id` is missing in older ones. */
export const WebhookSchema = v.object({
  type: text,
  event_id: id,
  message: text,
  timestamp: text,
  payload: v.optional(v.unknown()),
});

/** The fields of all payloads; which of them are there depends on the type. */
export const WebhookPayloadSchema = v.object({
  /** An entity's id, or a result's: the type tells. */
  id,
  entity_id: id,
  customer_id: id,
  app_user_id: id,
  reconnect_id: id,
  refresh_id: id,
  status: text,
  permissions: v.fallback(v.nullable(v.array(v.string())), null),
  bank_details: part({ ...EntityBankSchema.entries, identifier: text }),
  identifier: text,
  availability: part({ active: part({ data: flag }), enabled: part({ data: flag }) }),
});
type WebhookPayload = v.InferOutput<typeof WebhookPayloadSchema>;

/** What Lean tells the host. A type not named here, or one without the id it is about, is `unknown`. */
export type LeanEvent = {
  /** Null in older deliveries: then only the bytes themselves tell one delivery from another. */
  eventId: string | null;
  /** ISO 8601 with up to nine fractional digits, or null. */
  timestamp: string | null;
} & (
  | {
      type: 'entity.created' | 'entity.updated';
      entityId: string;
      customerId: string | null;
      appUserId: string | null;
      permissions: readonly string[];
      bank: Bank | null;
    }
  | { type: 'entity.reconnected'; entityId: string; reconnectId: string | null }
  | {
      type: 'entity.data.refresh.updated';
      entityId: string;
      customerId: string | null;
      refreshId: string | null;
      dataStatus: DataStatus | null;
    }
  | { type: 'results.ready'; resultsId: string }
  | { type: 'bank.availability.updated'; bankIdentifier: string; canBeRead: boolean | null }
  | { type: 'unknown'; name: string | null }
);

/** UAE samples end a refresh with `OK`, Saudi ones with `FINISHED`. */
const REFRESH_STATUSES: Readonly<Record<string, DataStatus>> = {
  PENDING: 'pending',
  OK: 'ready',
  FINISHED: 'ready',
  FAILED: 'failed',
};

/** Reads one delivery; null when the body is no JSON object. Whether Lean really sent it is the caller's question. */
export function decodeWebhook(body: unknown): LeanEvent | null {
  const delivery = v.safeParse(WebhookSchema, body);
  if (!delivery.success || Array.isArray(body)) return null;
  const { type, event_id: eventId, timestamp } = delivery.output;
  const payload = v.safeParse(WebhookPayloadSchema, delivery.output.payload);
  const event = payload.success ? eventOf(type, payload.output) : null;
  return { eventId, timestamp, ...(event ?? { type: 'unknown', name: type }) };
}

type WithoutDelivery<Event> = Event extends LeanEvent ? Omit<Event, 'eventId' | 'timestamp'> : never;

function eventOf(type: string | null, payload: WebhookPayload): WithoutDelivery<LeanEvent> | null {
  const entityId = payload.entity_id ?? payload.id;
  switch (type) {
    case 'entity.created':
    case 'entity.updated':
      return entityId === null ? null : { type, entityId, ...partiesOf(payload) };
    case 'entity.reconnected':
      return entityId === null ? null : { type, entityId, reconnectId: payload.reconnect_id };
    case 'entity.data.refresh.updated': {
      const { customer_id: customerId, refresh_id: refreshId, status } = payload;
      const dataStatus = REFRESH_STATUSES[word(status) ?? ''] ?? null;
      return entityId === null ? null : { type, entityId, customerId, refreshId, dataStatus };
    }
    case 'results.ready':
      return payload.id === null ? null : { type, resultsId: payload.id };
    case 'bank.availability.updated':
      return payload.identifier === null
        ? null
        : { type, bankIdentifier: payload.identifier, canBeRead: canBeRead(payload) };
    default:
      return null;
  }
}

function partiesOf(payload: WebhookPayload): {
  customerId: string | null;
  appUserId: string | null;
  permissions: readonly string[];
  bank: Bank | null;
} {
  const { customer_id: customerId, app_user_id: appUserId, permissions, bank_details: bank } = payload;
  return {
    customerId,
    appUserId,
    permissions: permissions ?? [],
    bank: bank?.identifier ? decodeBank({ ...bank, identifier: bank.identifier }) : null,
  };
}

/** A bank's data can be read when the bank is up (`active`) and Lean has it switched on (`enabled`). */
function canBeRead({ availability }: WebhookPayload): boolean | null {
  const active = availability?.active?.data ?? null;
  const enabled = availability?.enabled?.data ?? null;
  return active === null && enabled === null ? null : active !== false && enabled !== false;
}
