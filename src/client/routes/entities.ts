import type { Entity } from '../../domain/entity.js';
import { decodeEntities } from '../../wire/entities.js';
import type { Requester } from '../request.js';
import { callRoute } from './call.js';

/** `GET /entities`: the customer's connected banks. */
export async function readEntities(request: Requester, signal?: AbortSignal): Promise<Entity[]> {
  const call = { method: 'GET', pattern: '/entities', path: 'entities' } as const;
  const { body, context } = await callRoute(request, call, signal);
  return decodeEntities(body, context);
}

/** `DELETE /entities/{entity_id}`: takes the customer's consent at one bank back. */
export async function deleteEntity(
  request: Requester,
  entityId: string,
  signal?: AbortSignal,
): Promise<void> {
  const path = `entities/${encodeURIComponent(entityId)}`;
  const call = { method: 'DELETE', pattern: '/entities/{entity_id}', path, isBodiless: true } as const;
  await callRoute(request, call, signal);
}
