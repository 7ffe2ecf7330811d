import type { NeedyBank } from '../../controllers/reconnect.js';
import type { Entity } from '../../domain/entity.js';
import type { BankState } from '../../domain/snapshot.js';

/** The banks, of those on screen, that need the customer. */
export function needyBanksOf(banks: readonly { entity: Entity | null; state: BankState }[]): NeedyBank[] {
  return banks.flatMap(({ entity, state }) => needyBankOf(entity, state) ?? []);
}

/** The bank as the reconnect notices take it, or null when it does not need the customer. */
export function needyBankOf(entity: Entity | null, state: BankState): NeedyBank | null {
  if (!entity) return null;
  if (state.status === 'reconnect-required') {
    return { entity, method: 'reconnect', reconnectId: state.reconnectId };
  }
  return state.status === 'consent-expired' ? { entity, method: 'connect', reconnectId: null } : null;
}
