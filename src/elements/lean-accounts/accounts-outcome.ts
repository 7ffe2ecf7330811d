import type { LeanError } from '../../domain/error.js';
import type { AccountsSnapshot, AccountView, BankState, BankView } from '../../domain/snapshot.js';
import type { LeanAccountDetail, LeanAccountsLoadDetail, LeanFailedBank } from '../../events/index.js';

/** What a snapshot means for whoever listens; `key` changes when there is something new to tell. */
export type AccountsOutcome =
  { kind: 'load'; key: string; detail: LeanAccountsLoadDetail } | { kind: 'error'; key: LeanError };

/**
 * What to tell of a snapshot: a load when at least one bank answered or there is none, an error when no bank could
 * be read, nothing while a bank or a balance is still asked, or a bank only waits for Lean or for the customer.
 */
export function accountsOutcome(snapshot: AccountsSnapshot): AccountsOutcome | null {
  if (snapshot.status === 'loading') return null;
  if (snapshot.status === 'failed') return { kind: 'error', key: snapshot.error };
  const { banks, settled } = snapshot;
  if (!settled || banks.some(({ state }) => state.status === 'loading')) return null;
  const failed = banks.flatMap(failedBank);
  if (banks.length === 0 || banks.some(hasAnswered)) return loadOf(banks, failed);
  const first = banks.map(({ state }) => errorOf(state)).find((error) => error !== null);
  return first && failed.length === banks.length ? { kind: 'error', key: first } : null;
}

/** An account as events tell it. */
export function accountDetail({ account, balance }: AccountView): LeanAccountDetail {
  return { ...account, balance: balance.status === 'ready' ? balance.chosen : null };
}

function loadOf(banks: readonly BankView[], failed: readonly LeanFailedBank[]): AccountsOutcome {
  const views = banks.flatMap((bank) => bank.accounts);
  return {
    kind: 'load',
    key: JSON.stringify([
      views.map(({ account }) => account),
      failed.map(({ entityId, error }) => [entityId, error.code]),
    ]),
    detail: { accounts: views.map(accountDetail), failed },
  };
}

function hasAnswered({ state, accounts }: BankView): boolean {
  return state.status === 'ready' || accounts.length > 0;
}

function failedBank({ entity, state }: BankView): LeanFailedBank[] {
  const error = errorOf(state);
  return error
    ? [{ entityId: entity?.entityId ?? null, bank: entity?.bank ?? null, error: error.toDetail() }]
    : [];
}

function errorOf(state: BankState): LeanError | null {
  return 'error' in state ? state.error : null;
}
