import type { Account } from '../../../domain/account.js';
import { dayAt, type CalendarDate } from '../../../domain/calendar.js';
import type { RowGlance } from '../../../domain/transactions/columns.js';
import { dayText } from '../../../domain/transactions/sent-time.js';
import type { StatementMessages } from '../../../i18n/en-statement.js';
import type { Formats, Messages } from '../../../i18n/index.js';
import { oneLine } from '../../shared/text.js';

/** What the texts of rows and headings depend on. */
export interface TextContext {
  lang: string;
  messages: Messages;
  words: StatementMessages;
  format: Formats;
  /** Milliseconds since 1970, for "today". */
  now: number;
  zoneOf: (accountId: string | null) => string;
  accountOf: (accountId: string | null) => Account | null;
}

/** What a transaction is called: the merchant, else the bank's text. */
export function transactionName(
  { merchantName, description, reference }: Pick<RowGlance, 'merchantName' | 'description' | 'reference'>,
  { words }: TextContext,
): string {
  return oneLine(merchantName) || oneLine(description) || oneLine(reference) || words.undescribed;
}

/** What no heading says: the day, a status other than booked; then the category. */
export function kindText(
  { category, direction, status }: RowGlance,
  unsaid: { day: string | null; status: boolean },
  { messages, words }: TextContext,
): string {
  const kind = category ? messages.categories[category] : direction && messages.directions[direction];
  const state = status === 'pending' ? words.moneyPending : messages.transactionStatuses[status];
  const parts = [unsaid.day, status === 'booked' || !unsaid.status ? null : state, kind];
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}

/** Days in words, each put together once: a long list has its rows on a thousand of them. */
export class DayTexts {
  readonly #inRows = new Map<number, string>();
  readonly #asHeadings = new Map<number, string>();
  #format: Formats | null = null;
  #today = '';

  /** The words are others from now on when the language is, or the day. */
  follow({ format, now, zoneOf }: TextContext): void {
    const today = dayAt(now, zoneOf(null));
    if (format === this.#format && today === this.#today) return;
    this.#format = format;
    this.#today = today;
    this.#inRows.clear();
    this.#asHeadings.clear();
  }

  get today(): CalendarDate {
    return this.#today;
  }

  heading(day: number): string {
    return this.#text(this.#asHeadings, day, (format, date) => format.heading(date, this.#today));
  }

  inRow(day: number): string {
    return this.#text(this.#inRows, day, (format, date) => format.day(date, this.#today));
  }

  #text(
    known: Map<number, string>,
    day: number,
    write: (format: Formats, date: CalendarDate) => string,
  ): string {
    let text = known.get(day);
    if (text === undefined) {
      text = this.#format ? write(this.#format, dayText(day)) : '';
      known.set(day, text);
    }
    return text;
  }
}
