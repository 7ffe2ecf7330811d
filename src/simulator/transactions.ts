/** Transactions as v1 and v2 tell them, in each country's way (facts §3.1, §3.6, §3.7). */
import { postingKinds } from './data/kinds.js';
import type { Account } from './accounts.js';
import type { LedgerRow } from './ledger/posting.js';
import { merchantCategory } from './ledger/posting.js';
import { dateText, DAY_MS } from './ledger/calendar.js';
import { instantText } from './identifiers.js';
import { uuidOf } from './random.js';
import { amountOf } from './regions.js';
import { partyText, rowText, type TextStyle } from './texts.js';
import { counterpartOf } from './counterparts.js';

/** How an entity's transactions are told. */
export interface TransactionStyle extends TextStyle {
  entityId: string;
  isSaudi: boolean;
  booksAt: 'utc-midnight' | 'local-midnight';
  /** Card purchases booked on this day or later are still pending. */
  pendingFrom: number;
  withInsights: boolean;
}

/** True while a row is not booked yet. */
export function isPending(row: LedgerRow, pendingFrom: number): boolean {
  return row.day >= pendingFrom && postingKinds[row.kind].isCard;
}

/** Pending rows come back under another id once they are booked, as integrators have seen. */
function transactionId(account: Account, row: LedgerRow, pending: boolean): string {
  return uuidOf(`${account.id}|${String(row.day)}|${String(row.index)}|${pending ? 'pending' : 'booked'}`);
}

/** The bank's reference of a row. */
function referenceOf(id: string): string {
  return id.slice(24).toUpperCase();
}

/** Midnight of the booking day: in UTC, or the bank's own midnight told in UTC (facts §3.6). */
function bookingTime(row: LedgerRow, style: TransactionStyle): string {
  if (style.booksAt === 'utc-midnight') return `${dateText(row.day)}T00:00:00Z`;
  return instantText(row.day * DAY_MS - style.region.utcOffsetMinutes * 60_000);
}

function categoryOf(row: LedgerRow): string {
  return postingKinds[row.kind].category ?? merchantCategory(row.party) ?? 'OTHER';
}

/** Between 0.55 and 1, in hundredths. */
function confidenceOf(row: LedgerRow): number {
  return (55 + (row.reference % 46)) / 100;
}

function cardInstrument(account: Account, row: LedgerRow, isSaudi: boolean) {
  if (!postingKinds[row.kind].isCard) {
    return { authorization_type: 'OTHER', card_scheme_name: 'UNSUPPORTED', identification: '', name: '' };
  }
  const authorizations = ['CONTACTLESS', 'PIN', 'CONSUMER_DEVICE'];
  return {
    authorization_type: authorizations[row.reference % authorizations.length] ?? 'OTHER',
    card_scheme_name: isSaudi && row.reference % 2 === 0 ? 'LOCAL_SCHEME' : 'VISA',
    identification: `************${account.bban.slice(-4)}`,
    name: account.holderName,
  };
}

/** The item of `data.transactions`. */
export function transactionItem(account: Account, row: LedgerRow, style: TransactionStyle) {
  const { currency } = account;
  const kind = postingKinds[row.kind];
  const pending = isPending(row, style.pendingFrom);
  const id = transactionId(account, row, pending);
  const indicator = row.minor < 0 ? 'DEBIT' : 'CREDIT';
  const amount = { currency, amount: amountOf(Math.abs(row.minor), currency) };
  const booked = bookingTime(row, style);
  const isAbroad = row.kind === 'remittance';
  const after = { currency, amount: amountOf(Math.abs(row.after), currency) };
  return {
    entity_id: style.entityId,
    account_id: account.id,
    transaction_id: id,
    transaction_information: rowText(row, style),
    transaction_reference: referenceOf(id),
    credit_debit_indicator: indicator,
    amount,
    transaction_mutability: pending ? 'MUTABLE' : 'IMMUTABLE',
    booking_date_time: booked,
    insights: style.withInsights
      ? {
          description_cleansed: partyText(row, style),
          category: categoryOf(row),
          category_confidence: confidenceOf(row),
        }
      : null,
    // The UAE mock repeats the row's own amount here; it is no running balance there.
    balance: {
      type: 'PREVIOUSLY_CLOSED_BOOKED',
      credit_debit_indicator: style.isSaudi ? (row.after < 0 ? 'DEBIT' : 'CREDIT') : indicator,
      amount: style.isSaudi ? after : { ...amount },
    },
    status: pending ? 'PENDING' : 'BOOKED',
    statement_reference: [booked.slice(0, 7)],
    value_date_time: booked,
    // Saudi rows of one day share an index, so it orders nothing there.
    index: style.isSaudi ? Number(row.reference % 4 === 0) : row.index,
    charge_amount: { amount: isAbroad ? amountOf(2625, currency) : 0, currency, charge_included: false },
    bank_transaction_code: { code: kind.bankCode, sub_code: kind.bankSubCode },
    card_instrument: cardInstrument(account, row, style.isSaudi),
    merchant_details: {
      merchant_category_code: `CC${'code' in row.party ? row.party.code : '6012'}`,
      merchant_name: partyText(row, style),
    },
    proprietary_bank_transaction_code: { code: row.kind, issuer: account.servicer },
    currency_exchange: isAbroad
      ? {
          source_currency: currency,
          target_currency: style.isSaudi ? 'AED' : 'SAR',
          unit_currency: currency,
          exchange_rate: 1.0211 - (row.reference % 300) / 10_000,
          contract_identification: `FX${String(row.reference)}`,
          quotation_date: booked,
          instructed_amount: { ...amount },
        }
      : null,
    ...counterpartOf(account, row, style.isSaudi),
    local_time_zone: 'UTC+00:00',
    transaction_type: kind.transactionType,
    sub_transaction_type: kind.subTransactionType,
    payment_modes: null,
    flags: flagsOf(row, style.isSaudi),
    regional_data: null,
  };
}

function flagsOf({ kind }: LedgerRow, isSaudi: boolean): string[] {
  if (!isSaudi) return [];
  if (kind === 'salary') return ['PAYROLL'];
  if (kind === 'rent') return ['STANDING_ORDER'];
  if (kind === 'instalment') return ['LOAN'];
  return kind === 'dividend' ? ['DIVIDEND'] : [];
}

/** The item of v1's `payload.transactions`: a signed amount, and insights only when they were asked for. */
export function v1TransactionItem(account: Account, row: LedgerRow, style: TransactionStyle) {
  const pending = isPending(row, style.pendingFrom);
  const id = transactionId(account, row, pending);
  const category = categoryOf(row);
  const timestamp = bookingTime(row, style);
  return {
    id,
    description: rowText(row, style),
    amount: amountOf(row.minor, account.currency),
    currency_code: account.currency,
    pending,
    timestamp,
    index: row.index,
    ...(style.withInsights && {
      insights: {
        description_cleansed: partyText(row, style),
        // The old guide's sample has the plural.
        category: category === 'LOANS_AND_INVESTMENT' ? 'LOANS_AND_INVESTMENTS' : category,
        category_confidence: confidenceOf(row),
        type: postingKinds[row.kind].insightType,
        type_confidence: 1,
      },
    }),
    running_balance: amountOf(row.after, account.currency),
    transaction_reference: referenceOf(id),
    value_timestamp: timestamp,
    transaction_timestamp: timestamp,
  };
}
