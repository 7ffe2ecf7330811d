import type { BankView } from '../../domain/snapshot.js';

/** What a bank is told apart by, from one picture to the next. */
export function bankKey({ entity, accounts }: BankView): string {
  return entity?.entityId ?? accounts[0]?.account.bankIdentifier ?? '';
}
