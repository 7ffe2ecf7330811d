import type { Category } from '../category.js';
import { foldText } from '../fold.js';
import { keptIn } from '../kept.js';
import { FlowSum, mostSpent, type CountedRow, type Flow, type SpendingRow } from './flow.js';

export interface CategoryFlow extends Flow {
  /** Null for what the bank did not put into one. */
  category: Category | null;
}

export interface PayeeFlow extends Flow {
  name: string;
}

/** What a stretch of time came to, as a whole and by its parts. */
export interface Breakdown {
  total: Flow;
  /** Most spent first. */
  categories: CategoryFlow[];
  /** Most spent first; only those money went to. */
  payees: PayeeFlow[];
}

/** A breakdown while it grows. */
export class Tally {
  readonly #total = new FlowSum();
  readonly #categories = new Map<Category | null, FlowSum>();
  /** By folded name; the name as it was first written. */
  readonly #payees = new Map<string, { name: string; sum: FlowSum }>();

  /** `payee` is the row's, as `payeeOf` tells it. */
  add(row: CountedRow, payee: Payee | null): void {
    this.#total.add(row);
    keptIn(this.#categories, row.category, () => new FlowSum()).add(row);
    if (!payee) return;
    keptIn(this.#payees, payee.key, () => ({ name: payee.name, sum: new FlowSum() })).sum.add(row);
  }

  breakdown(mostPayees: number): Breakdown {
    return {
      total: this.#total.flow,
      categories: [...this.#categories].map(([category, sum]) => ({ category, ...sum.flow })).sort(mostSpent),
      payees: [...this.#payees.values()]
        .map(({ name, sum }) => ({ name, ...sum.flow }))
        .sort(mostSpent)
        .slice(0, mostPayees),
    };
  }
}

export interface Payee {
  name: string;
  /** The same for names that differ in case, marks or kinds of letters only. */
  key: string;
}

/** Who a row's money went to; null where it came in, or nobody is named. */
export function payeeOf(row: CountedRow): Payee | null {
  if (row.direction === 'credit') return null;
  const name = payeeName(row);
  const key = foldText(name);
  return key === '' ? null : { name, key };
}

/** The merchant, else the bank's text without the words that hold digits: numbers of cards and receipts differ each time. */
function payeeName({ merchantName, description }: SpendingRow): string {
  const name = merchantName ?? (description ?? '').replace(/\S*\p{Nd}\S*/gu, ' ');
  return name.trim().replace(/\s+/g, ' ');
}
