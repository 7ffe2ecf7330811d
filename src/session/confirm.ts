import { linkFingerprint, type Entity } from '../domain/entity.js';
import type { Answer } from '../domain/answer.js';
import type { LinkMethod } from '../domain/link.js';
import { hashEntities, hashReconnect, type StoredFlow } from '../link/index.js';
import { refusedCalls } from './refused-calls.js';
import type { Services } from './services.js';

/** What is needed to tell, from the backend alone, whether a flow has come to something. */
export interface Confirmation {
  method: LinkMethod;
  /** The banks before Link opened; null after a return from a bank's own page. */
  before: readonly Entity[] | null;
  /** What was kept when the page was left for the bank's own; null while it has not been. */
  stored: StoredFlow | null;
  /** The bank chosen or asked for, when known. */
  bankIdentifier: string | null;
  /** The bank to reconnect, when known. */
  entityId: string | null;
}

/** The entity a flow has led to, or null while the backend does not confirm it. */
export async function confirm(services: Services, flow: Confirmation): Promise<string | null> {
  const entities = await services.freshEntities();
  return flow.method === 'reconnect'
    ? confirmReconnect(services, flow, entities)
    : confirmConnect(services, flow, entities);
}

async function confirmConnect(
  services: Services,
  flow: Confirmation,
  entities: readonly Entity[],
): Promise<string | null> {
  const { before, bankIdentifier } = flow;
  const news = before ? entities.filter((entity) => isNewOrChanged(entity, before)) : [];
  // Another tab may have linked a bank meanwhile.
  const fresh = news.find((entity) => entity.bankIdentifier === bankIdentifier) ?? news[0];
  if (fresh) return fresh.entityId;
  if (flow.stored && (await hashEntities(entities)) !== flow.stored.entitiesHash)
    return newest(entities)?.entityId ?? null;
  const same = entities.find(
    (entity) => flow.bankIdentifier !== null && entity.bankIdentifier === flow.bankIdentifier,
  );
  if (!same || canDiffer(same)) return null;
  const answer = await services.client.accounts(same.entityId);
  return answer.status === 'ok' ? same.entityId : null;
}

function isNewOrChanged(entity: Entity, before: readonly Entity[]): boolean {
  const earlier = before.find(({ entityId }) => entityId === entity.entityId);
  return !earlier || linkFingerprint(earlier) !== linkFingerprint(entity);
}

/** Some hosts send neither consents nor a date: linking again then leaves no trace in the list. */
function canDiffer(entity: Entity): boolean {
  return entity.consents.length > 0 || entity.updatedAt !== null;
}

function newest(entities: readonly Entity[]): Entity | undefined {
  const age = (entity: Entity): string => entity.updatedAt ?? entity.createdAt ?? '';
  return [...entities].sort((left, right) => age(right).localeCompare(age(left)))[0];
}

/** A reconnect is confirmed when the calls that asked for it no longer do. */
async function confirmReconnect(
  services: Services,
  flow: Confirmation,
  entities: readonly Entity[],
): Promise<string | null> {
  const entityId = flow.entityId ?? (flow.stored && (await leftForReconnect(flow.stored, entities)));
  if (entityId !== null) return (await isWellAgain(services, entityId)) ? entityId : null;
  // Which bank it was is not known where the page gave an id of its own, or where the list has changed since:
  // those that asked for the customer speak first, and with none of them left, any that answers will do.
  const refused = entities.filter(({ entityId }) => refusedCalls(services, entityId).length > 0);
  for (const { entityId } of refused.length > 0 ? refused : entities) {
    if (await isWellAgain(services, entityId)) return entityId;
  }
  return null;
}

/** The bank that was to be reconnected when the page was left, told from the hash alone. */
async function leftForReconnect(stored: StoredFlow, entities: readonly Entity[]): Promise<string | null> {
  for (const { entityId } of entities) {
    if ((await hashReconnect(entities, entityId)) === stored.entitiesHash) return entityId;
  }
  return null;
}

async function isWellAgain(services: Services, entityId: string): Promise<boolean> {
  // Three years need not be read to know: whole histories are read again once the bank is confirmed.
  const lists = refusedCalls(services, entityId).filter(({ isList }) => isList);
  if (lists.length === 0) {
    const answer: Answer<unknown> = await services.client.accounts(entityId);
    return answer.status !== 'reconnect-required';
  }
  await Promise.all(lists.map(({ query }) => query.fetch()));
  return refusedCalls(services, entityId).every(({ isList }) => !isList);
}
