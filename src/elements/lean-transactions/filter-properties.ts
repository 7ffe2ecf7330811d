import { isCalendarDate, type CalendarDate } from '../../domain/calendar.js';
import { typedAmount, typedCategories, type TransactionFilter } from '../../domain/transaction-filter.js';

/** The element's properties that filter, as a page may have written them. */
export interface FilterProperties {
  search: string | null;
  category: string | null;
  direction: 'credit' | 'debit' | null;
  bookingStatus: 'booked' | 'pending' | null;
  from: string | null;
  to: string | null;
  minAmount: string | null;
  maxAmount: string | null;
}

/** The filter that properties ask for; what cannot be read asks nothing. */
export function filterOf(properties: FilterProperties): TransactionFilter {
  const { direction, bookingStatus } = properties;
  return {
    search: properties.search ?? '',
    categories: typedCategories(properties.category),
    direction: direction === 'credit' || direction === 'debit' ? direction : null,
    bookingStatus: bookingStatus === 'booked' || bookingStatus === 'pending' ? bookingStatus : null,
    from: calendarDay(properties.from),
    to: calendarDay(properties.to),
    minAmount: typedAmount(properties.minAmount),
    maxAmount: typedAmount(properties.maxAmount),
  };
}

/** The properties that ask for a filter; its days stay as the page set them. */
export function propertiesOf(filter: TransactionFilter): Omit<FilterProperties, 'from' | 'to'> {
  const { search, categories, direction, bookingStatus, minAmount, maxAmount } = filter;
  return {
    search: search === '' ? null : search,
    category: categories.length === 0 ? null : categories.join(' '),
    direction,
    bookingStatus,
    minAmount,
    maxAmount,
  };
}

function calendarDay(text: string | null): CalendarDate | null {
  return text !== null && isCalendarDate(text.trim()) ? text.trim() : null;
}
