import type { Entity } from '../domain/entity.js';
import { asLeanError } from '../domain/error.js';
import { entityKey } from './queries.js';
import type { Services } from './services.js';

/**
 * Takes the customer's consent at one bank back and forgets what was read of it; every element that uses these
 * services goes on without the bank. Rejects with a LeanError and changes nothing when the backend refuses.
 */
export async function disconnectBank(services: Services, entityId: string): Promise<void> {
  const { client, queries } = services;
  try {
    await client.disconnect(entityId);
  } catch (thrown) {
    if (!(await isGoneAlready(services, entityId, thrown))) throw thrown;
  }
  const queryKey = entityKey(entityId);
  await queries.cancelQueries({ queryKey });
  queries.setQueryData<Entity[]>(['entities'], (known) =>
    known?.filter((entity) => entity.entityId !== entityId),
  );
  for (const query of queries.getQueryCache().findAll({ queryKey })) query.reset();
  services.reconnectIds.delete(entityId);
  await queries.invalidateQueries({ queryKey: ['entities'] });
  // Only elements that were told to show just this bank still ask for it; they are to say that it is gone.
  await queries.refetchQueries({ queryKey, type: 'active' });
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
