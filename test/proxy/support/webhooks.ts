import { createHmac } from 'node:crypto';

/** The header Lean would send for this body. */
export function signature(body: string | Uint8Array, secret = 'webhook-secret'): string {
  return `sha512=${createHmac('sha512', secret).update(body).digest('hex')}`;
}

export interface RefreshEvent {
  entityId: string;
  status: string;
  timestamp: string;
  eventId?: string;
}

/** `entity.data.refresh.updated` as text. */
export function refreshUpdated({ entityId, status, timestamp, eventId }: RefreshEvent): string {
  const payload = { entity_id: entityId, refresh_id: 'refresh-1', customer_id: 'customer-of-amal', status };
  const event = { type: 'entity.data.refresh.updated', payload, message: 'sample', timestamp };
  return JSON.stringify(eventId === undefined ? event : { ...event, event_id: eventId });
}

/** A delivery as Lean makes it. */
export function delivery(
  body: string | Uint8Array<ArrayBuffer>,
  header: string | null = signature(body),
): RequestInit {
  const headers = new Headers({ 'content-type': 'application/json' });
  if (header !== null) headers.set('lean-signature', header);
  return { method: 'POST', body, headers };
}
