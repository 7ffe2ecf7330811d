import { deleteEntity } from '../client/routes/entities.js';
import type { Entity } from '../domain/entity.js';
import { asLeanError } from '../domain/error.js';
import { BANKS_KEY, entityKey, forgetBanks } from './queries.js';
import type { Services } from './services.js';

/**
 * Takes the customer's consent at one bank back and forgets what was read of it; every element that uses these
 * services goes on without the bank. Rejects with a LeanError and changes nothing when the backend refuses.
 */
export async function disconnectBank(services: Services, entityId: string): Promise<void> {
  const { client, queries } = services;
  try {
    await deleteEntity(client.request, entityId);
  } catch (thrown) {
    if (!(await isGoneAlready(services, entityId, thrown))) throw thrown;
  }
  const queryKey = entityKey(entityId);
  await queries.cancelQueries({ queryKey });
  queries.setQueryData<Entity[]>(BANKS_KEY, (known) =>
    known?.filter((entity) => entity.entityId !== entityId),
  );
  services.reconnectIds.delete(entityId);
  await Promise.all([forgetBanks(queries, [entityId]), queries.invalidateQueries({ queryKey: BANKS_KEY })]);
}

/**
 * A bank that was disconnected elsewhere is not found, which is what was asked for. A backend that lacks the route
 * says the same, so the list of banks has the last word.
 */
async function isGoneAlready(services: Services, entityId: string, thrown: unknown): Promise<boolean> {
  if (asLeanError(thrown).code !== 'not_found') return false;
  const entities = await services.freshEntities();
  return entities.every((entity) => entity.entityId !== entityId);
}
