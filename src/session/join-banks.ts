import type { QueryClient } from '@tanstack/query-core';
import type { HostClient } from '../client/index.js';
import type { Bank } from '../domain/bank.js';
import type { Entity } from '../domain/entity.js';

const BANKS = ['banks'];

/**
 * Entities whose backend sent no bank with them, with the one of their identifier in Lean's list. That list is asked
 * once; rows do not wait for it, names and logos follow when it has come.
 */
export function joinBanks(
  queries: QueryClient,
  client: HostClient,
  entities: Entity[],
  changed: (entities: (now: Entity[]) => Entity[]) => void,
): Entity[] {
  if (!entities.some(lacksBank)) return entities;
  const known = queries.getQueryData<Bank[]>(BANKS);
  if (known) return withBanks(entities, known);
  const list = { queryKey: BANKS, queryFn: () => client.banks(), staleTime: Infinity };
  queries.query(list).then(
    (banks: Bank[]) => {
      changed((now) => withBanks(now, banks));
    },
    // Without the list a bank has initials and a name of ours; the next reading asks again.
    () => undefined,
  );
  return entities;
}

function lacksBank({ bank, bankIdentifier }: Entity): boolean {
  return bank === null && bankIdentifier !== null;
}

function withBanks(entities: Entity[], banks: readonly Bank[]): Entity[] {
  const byIdentifier = new Map(banks.map((bank) => [bank.bankIdentifier, bank]));
  return entities.map((entity) =>
    lacksBank(entity) ? { ...entity, bank: byIdentifier.get(entity.bankIdentifier ?? '') ?? null } : entity,
  );
}
