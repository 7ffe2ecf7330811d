import type { Account } from '../domain/account.js';
import type { Entity } from '../domain/entity.js';
import type { ConnectProgress } from '../domain/link.js';
import { pollUntil } from './poll-until.js';
import { accountsKey, type Kept } from './queries.js';
import type { Services } from './services.js';

/** What to tell while a new bank's data is on its way. */
export interface ArrivalListener {
  progress: (progress: ConnectProgress) => void;
  gaveUp: () => void;
}

/** How the arrival ended: Lean may say that it could not bring the data, which the data elements then tell. */
export type Arrival = 'ready' | 'failed';

/** Waits until a new bank's data can be read. Only the list of banks is asked, and accounts where that says nothing. */
export async function awaitData(
  services: Services,
  entityId: string,
  { progress, gaveUp }: ArrivalListener,
  signal: AbortSignal,
): Promise<Arrival> {
  void services.invalidate(entityId);
  const awaited = new Set([entityId]);
  let asked = 0;
  const arrival = await pollUntil<Arrival>({
    ask: async () => {
      asked += 1;
      const entities = await services.freshEntities();
      for (const entity of entities) if (entity.dataStatus === 'pending') awaited.add(entity.entityId);
      const status = await dataStatusOf(services, entityId, entities);
      progress(progressOf(services, entityId, entities, awaited));
      return status;
    },
    gaveUp,
    signal,
  });
  // What was read on the way may be only a part.
  if (asked > 1) void services.invalidate(entityId);
  return arrival;
}

async function dataStatusOf(
  services: Services,
  entityId: string,
  entities: readonly Entity[],
): Promise<Arrival | null> {
  const status = entities.find((entity) => entity.entityId === entityId)?.dataStatus;
  if (status) return status === 'pending' ? null : status;
  const answer = await services.client.accounts(entityId);
  return answer.status === 'ok' ? 'ready' : null;
}

/** Only what is known: banks that Lean says are done, and accounts that an element of the page has read. */
function progressOf(
  services: Services,
  entityId: string,
  entities: readonly Entity[],
  awaited: ReadonlySet<string>,
): ConnectProgress {
  const read = services.queries.getQueryData<Kept<Account[]>>(accountsKey(entityId))?.last;
  const pending = entities.filter((entity) => entity.dataStatus === 'pending').length;
  return {
    accounts: read?.data.length ?? null,
    banks: awaited.size,
    banksReady: awaited.size - pending,
  };
}
