import type { CalendarDate } from '../../domain/calendar.js';
import type { Category } from '../../domain/category.js';
import type { CurrencySpending, MonthSpending, Spending } from '../../domain/spending/spending.js';
import type { Breakdown } from '../../domain/spending/tally.js';
import type { Direction, Formats, Messages } from '../../i18n/index.js';
import { enWords } from '../../i18n/index.js';
import { enSpending } from '../../i18n/en-spending.js';
import type { BankNoticeContext } from '../shared/bank-notice.view.js';
import type { MonthNames } from './month-names.js';

export const spendingWords = { ...enWords, spending: enSpending };

/** What the customer chose to look at; null is all. */
export interface Chosen {
  /** `YYYY-MM`. */
  month: string | null;
  category: Category | null;
}

/** One currency's spending as it is looked at. */
export interface Looked extends CurrencySpending {
  /** The months that the chart shows, oldest first. */
  shownMonths: readonly MonthSpending[];
  /** How many more there would be room for. */
  free: number;
  hasEarlier: boolean;
  hasLater: boolean;
  /** What is broken down: the chosen month, or everything. */
  breakdown: Breakdown;
}

/** Everything the picture depends on beside the snapshot, and what can be done in it. */
export interface SpendingContext extends BankNoticeContext {
  messages: Messages & { spending: typeof enSpending };
  direction: Direction;
  format: Formats;
  names: MonthNames;
  today: CalendarDate;
  from: CalendarDate | null;
  to: CalendarDate | null;
  /** Null while it is being added up. */
  spending: Spending | null;
  /** The currency looked at; null when there is none. */
  looked: Looked | null;
  /** Everything asked for has been read: only then months can be compared. */
  isComplete: boolean;
  chosen: Chosen;
  /** The month under the pointer or the focus. */
  pointed: string | null;
  showsAll: boolean;
  choose: (chosen: Chosen) => void;
  point: (month: string | null) => void;
  /** Goes so many screens of months back, or on where it is negative. */
  page: (screens: number) => void;
  takeCurrency: (currency: string) => void;
  toggleAll: () => void;
}
