import { hashKey, type QueryClient } from '@tanstack/query-core';
import type { Entity } from '../domain/entity.js';
import { BANKS_KEY, entityKey, forgetBanks } from './queries.js';

/** Whose data the backend gives. */
export interface CustomerWatch {
  /** Tells which customer the backend answers for; true where it was another one before. */
  isAnother(customerId: string): boolean;
}

/** What a session does when a list of banks has come; by then the list stands where the one before stood. */
export interface CustomerSteps {
  /** The backend answers: no session has ended, or it has begun anew. */
  answered: () => void;
  /** What was read of banks is somebody else's. */
  othersBanks: () => void;
}

/**
 * Watches the list of the customer's banks: a list of another customer blanks what was read of banks, a bank that is
 * on it no more is forgotten, and one whose data has arrived is read. The reading itself does none of this: it would
 * break itself off.
 */
export function watchCustomer(queries: QueryClient, { answered, othersBanks }: CustomerSteps): CustomerWatch {
  const banksHash = hashKey(BANKS_KEY);
  let customerId: string | null = null;
  let known: Entity[] | undefined;

  function isAnother(id: string): boolean {
    const before = customerId;
    customerId = id;
    return before !== null && before !== id;
  }

  function onBanks(before: Entity[] | undefined, now: Entity[]): void {
    answered();
    const seen = now.find((entity) => entity.customerId !== null)?.customerId;
    if (seen ? isAnother(seen) : before && shareNone(before, now)) othersBanks();
    else if (before) void forgetBanks(queries, goneBanks(before, now));
    for (const entityId of arrivedBanks(before, now)) {
      void queries.invalidateQueries({ queryKey: entityKey(entityId) });
    }
  }

  queries.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.query.queryHash !== banksHash) return;
    const before = known;
    known = event.query.state.data as Entity[] | undefined;
    // What we write ourselves, such as names of banks that come later, is no answer.
    if (event.action.type === 'success' && !event.action.manual && known) onBanks(before, known);
  });
  return { isAnother };
}

/** Where the backend does not name the customer: a list that shares no bank with the one before is another's. */
function shareNone(before: readonly Entity[], now: readonly Entity[]): boolean {
  const known = new Set(before.map(({ entityId }) => entityId));
  return before.length > 0 && now.length > 0 && !now.some(({ entityId }) => known.has(entityId));
}

function goneBanks(before: readonly Entity[], now: readonly Entity[]): string[] {
  const listed = new Set(now.map(({ entityId }) => entityId));
  return before.map(({ entityId }) => entityId).filter((entityId) => !listed.has(entityId));
}

/** Banks whose data was on its way and is so no more. */
function arrivedBanks(before: readonly Entity[] = [], now: readonly Entity[]): string[] {
  const pending = before.filter(({ dataStatus }) => dataStatus === 'pending');
  const awaited = new Set(pending.map(({ entityId }) => entityId));
  const arrived = now.filter(({ entityId, dataStatus }) => dataStatus !== 'pending' && awaited.has(entityId));
  return arrived.map(({ entityId }) => entityId);
}
