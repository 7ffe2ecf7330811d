/**
 * Thirteen balances per account, as both of Lean's mock banks give (facts §3.5). They follow from the account's rows:
 * booked from what is booked, available less what is pending, opening and closing from the days before.
 */
import type { Account } from './accounts.js';
import { instantText } from './identifiers.js';
import { createRandom } from './random.js';
import { amountOf } from './regions.js';

/** Sums an account's balances follow from; signed minor units. */
export interface BalanceSums {
  booked: number;
  /** Signed sum of what is pending; mostly money that goes out. */
  pending: number;
  /** Booked at the close of yesterday, and of the day before. */
  closed: number;
  closedBefore: number;
}

/** Small differences that keep apart the balances a bank would compute in its own ways. */
const HOLD_MINOR = { cleared: 4_250, forward: 1_875, information: 640, opening: 310, available: 990 };

type BalanceRule = (sums: BalanceSums) => number;

const rules: Readonly<Record<string, BalanceRule>> = {
  CLOSING_AVAILABLE: ({ closed }) => closed - HOLD_MINOR.available,
  CLOSING_BOOKED: ({ closed }) => closed,
  CLOSING_CLEARED: ({ closed }) => closed - HOLD_MINOR.cleared,
  EXPECTED: ({ booked, pending }) => booked + pending - HOLD_MINOR.information,
  FORWARD_AVAILABLE: ({ booked, pending }) => booked + pending - HOLD_MINOR.forward,
  INFORMATION: ({ booked }) => booked + HOLD_MINOR.information,
  INTERIM_AVAILABLE: ({ booked, pending }) => booked + pending,
  INTERIM_BOOKED: ({ booked }) => booked,
  INTERIM_CLEARED: ({ booked }) => booked - HOLD_MINOR.cleared,
  OPENING_AVAILABLE: ({ closed }) => closed - HOLD_MINOR.available - HOLD_MINOR.opening,
  OPENING_BOOKED: ({ closed }) => closed + HOLD_MINOR.opening,
  OPENING_CLEARED: ({ closed }) => closed - HOLD_MINOR.cleared - HOLD_MINOR.opening,
  PREVIOUSLY_CLOSED_BOOKED: ({ closedBefore }) => closedBefore - HOLD_MINOR.forward,
};

const lineTypes = ['AVAILABLE', 'CREDIT', 'EMERGENCY', 'PRE_AGREED', 'TEMPORARY'];

function money(minor: number, currency: string) {
  return { currency, amount: amountOf(Math.abs(minor), currency) };
}

/** Cards have their limit; else one line per balance in the Emirates, none to two in Saudi Arabia, as sampled. */
function creditLines(account: Account, type: string, isSaudi: boolean) {
  if (account.creditLimit !== null) {
    return [{ included: false, amount: money(account.creditLimit, account.currency), type: 'CREDIT' }];
  }
  const random = createRandom(`${account.id}|${type}|line`);
  const count = isSaudi ? random.int(0, 2) : 1;
  return Array.from({ length: count }, () => ({
    included: random.chance(0.5),
    amount: money(random.int(10_000, 99_999), account.currency),
    type: random.pick(lineTypes),
  }));
}

/** Items of `data.balances`; zero counts as `CREDIT`. */
export function balanceItems(
  account: Account,
  sums: BalanceSums,
  options: { entityId: string; isSaudi: boolean; asOf: number },
) {
  return Object.entries(rules).map(([type, rule], position) => {
    const minor = rule(sums);
    return {
      entity_id: options.entityId,
      account_id: account.id,
      credit_debit_indicator: minor < 0 ? 'DEBIT' : 'CREDIT',
      type,
      amount: money(minor, account.currency),
      date_time: instantText(options.asOf + position),
      credit_line: creditLines(account, type, options.isSaudi),
      regional_data: null,
    };
  });
}
