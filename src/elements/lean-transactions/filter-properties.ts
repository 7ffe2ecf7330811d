import { calendarDay } from '../../domain/calendar.js';
import { categoryOf } from '../../domain/category.js';
import {
  TRANSACTION_ORDERS,
  typedAmount,
  typedCategories,
  wordsOf,
  type TransactionFilter,
  type TransactionOrder,
} from '../../domain/transaction-filter.js';

/** The element's properties that filter, as a page may have written them. */
export interface FilterProperties {
  accountId: string | null;
  search: string | null;
  category: string | null;
  direction: 'credit' | 'debit' | null;
  bookingStatus: 'booked' | 'pending' | null;
  from: string | null;
  to: string | null;
  minAmount: string | null;
  maxAmount: string | null;
  sort: TransactionOrder;
}

/** The filter that properties ask for; what cannot be read asks nothing. */
export function filterOf(properties: FilterProperties): TransactionFilter {
  const { accountId, direction, bookingStatus, sort } = properties;
  return {
    accountId,
    search: properties.search ?? '',
    categories: typedCategories(properties.category),
    direction: direction === 'credit' || direction === 'debit' ? direction : null,
    bookingStatus: bookingStatus === 'booked' || bookingStatus === 'pending' ? bookingStatus : null,
    from: calendarDay(properties.from),
    to: calendarDay(properties.to),
    minAmount: typedAmount(properties.minAmount),
    maxAmount: typedAmount(properties.maxAmount),
    order: TRANSACTION_ORDERS.includes(sort) ? sort : 'newest',
  };
}

/** Properties with what cannot be read set back to its default; what can be stays as the page wrote it. */
export function readableOf(properties: FilterProperties): Partial<FilterProperties> {
  const read = propertiesOf(filterOf(properties));
  const { direction, bookingStatus, sort } = read;
  const hasUnknown = wordsOf(properties.category).some((word) => categoryOf(word) === null);
  const written = (name: 'from' | 'to' | 'minAmount' | 'maxAmount') => read[name] && properties[name];
  return {
    direction,
    bookingStatus,
    sort,
    category: hasUnknown ? read.category : properties.category,
    from: written('from'),
    to: written('to'),
    minAmount: written('minAmount'),
    maxAmount: written('maxAmount'),
  };
}

/** The properties that ask for a filter. */
export function propertiesOf(filter: TransactionFilter): FilterProperties {
  const { search, categories, order, ...same } = filter;
  return {
    ...same,
    search: search === '' ? null : search,
    category: categories.length === 0 ? null : categories.join(' '),
    sort: order,
  };
}
