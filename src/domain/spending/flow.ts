import type { CalendarDate } from '../calendar.js';
import { AmountSum } from '../exact-sum.js';
import { absoluteAmount, addAmounts, compareAmounts, negateAmount } from '../money.js';
import type { Transaction } from '../transaction.js';

/** What of a transaction spending is made of; `day` is its booking day in the bank's zone. */
export interface SpendingRow extends Pick<
  Transaction,
  'accountId' | 'money' | 'direction' | 'status' | 'category' | 'type' | 'merchantName' | 'description'
> {
  day: CalendarDate | null;
}

/** A row with everything that sums need. */
export type CountedRow = SpendingRow & {
  money: NonNullable<SpendingRow['money']>;
  direction: NonNullable<SpendingRow['direction']>;
  day: CalendarDate;
};

/** Money that came and went, as canonical decimal text; `in` and `out` are sizes, `net` is `in` less `out`. */
export interface Flow {
  in: string;
  out: string;
  net: string;
  /** How many transactions it is. */
  count: number;
}

/** Money that moved and can be placed: pending rows come again once they are booked, rejected ones moved nothing. */
export function isCounted(row: SpendingRow): row is CountedRow {
  const isMoved = row.status === 'booked' || row.status === 'unknown';
  return isMoved && row.money !== null && row.direction !== null && row.day !== null;
}

/** A flow while it grows. */
export class FlowSum {
  readonly #in = new AmountSum();
  readonly #out = new AmountSum();
  #count = 0;

  add({ money, direction }: CountedRow): void {
    (direction === 'credit' ? this.#in : this.#out).add(absoluteAmount(money.amount));
    this.#count += 1;
  }

  get flow(): Flow {
    const [received, spent] = [this.#in.amount, this.#out.amount];
    return {
      in: received,
      out: spent,
      net: addAmounts([received, negateAmount(spent)]),
      count: this.#count,
    };
  }
}

/** Puts what was spent most first, then what was received most. */
export function mostSpent(one: Flow, other: Flow): number {
  return compareAmounts(other.out, one.out) || compareAmounts(other.in, one.in);
}
