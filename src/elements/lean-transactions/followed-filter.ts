import type { TransactionFilter } from '../../domain/transaction-filter.js';
import type { SelectionFilter } from '../shared/selection.js';

type Fields = Pick<TransactionFilter, 'categories' | 'from' | 'to'>;

/** Takes over what is chosen in a followed element as the list's own filter, and gives back what was there before. */
export class FollowedFilter {
  #key = 'null';
  #before: Fields | null = null;

  /** The fields to change when another choice was made since the last time; null when nothing was. */
  next(chosen: SelectionFilter | null, current: TransactionFilter): Fields | null {
    const key = JSON.stringify(chosen);
    if (key === this.#key) return null;
    this.#key = key;
    const before = this.#before ?? { categories: current.categories, from: current.from, to: current.to };
    this.#before = chosen ? before : null;
    if (!chosen) return before;
    const { category, from, to } = chosen;
    return {
      categories: category ? [category] : before.categories,
      from: from ?? before.from,
      to: to ?? before.to,
    };
  }
}
