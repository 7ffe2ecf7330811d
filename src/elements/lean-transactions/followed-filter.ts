import type { TransactionFilter } from '../../domain/transaction-filter.js';
import type { FollowController } from '../shared/followed.js';
import type { SelectionFilter } from '../shared/selection.js';

type Followed = Pick<FollowController, 'filter' | 'release'>;
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

  /** The customer changed the list's own filter: what it no longer shows of a choice is taken back where it was made. */
  changed(followed: Followed, current: TransactionFilter): void {
    const { filter: chosen } = followed;
    if (!chosen) return;
    const { categories, from, to } = current;
    const kept = {
      category: (chosen.category ?? categories.join()) === categories.join(),
      days: (chosen.from ?? from) === from && (chosen.to ?? to) === to,
    };
    if (kept.category && kept.days) return;
    followed.release(kept.category ? chosen.category : null, kept.days);
    const left = followed.filter;
    this.#key = JSON.stringify(left);
    // What the customer has set instead stays when the rest of the choice goes.
    this.#before = left && {
      categories: kept.category && this.#before ? this.#before.categories : categories,
      from: kept.days && this.#before ? this.#before.from : from,
      to: kept.days && this.#before ? this.#before.to : to,
    };
  }
}
