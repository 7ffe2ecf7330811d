import * as v from 'valibot';
import {
  accountTypeOf,
  type Account,
  type AccountCredit,
  type AccountStatus,
  type AccountType,
} from '../domain/account.js';
import type { Answer } from '../domain/answer.js';
import { isCalendarDate } from '../domain/calendar.js';
import { compactIban } from '../domain/iban.js';
import type { AnswerContext } from './context.js';
import { openEnvelope, pageOf } from './envelope.js';
import { decimal, id, list, moneyOf, part, readItems, text, word } from './fields.js';

/** One number under which an account is known. Some schemes are personal (national id, phone): never show them all. */
export const SchemeSchema = v.object({ scheme_name: text, identification: text });

/** One account, v1 (`name`, `iban`, `type`) or v2 (`nickname`, `account[]`, `account_sub_type`). */
export const AccountSchema = v.object({
  account_id: id,
  /** The seed guide's text names the field so; its sample does not. */
  id,
  entity_id: id,
  name: text,
  nickname: text,
  description: text,
  account_holder_name: text,
  account_holder_short_name: text,
  status: text,
  currency: text,
  currency_code: text,
  type: text,
  account_sub_type: text,
  bank_identifier: text,
  iban: text,
  account_number: text,
  credit: part({
    card_number_last_four: text,
    limit: decimal,
    next_payment_due_date: text,
    next_payment_due_amount: decimal,
  }),
  account: list,
});
type WireAccount = v.InferOutput<typeof AccountSchema>;

const STATUSES: Readonly<Record<string, AccountStatus>> = {
  ENABLED: 'enabled',
  DISABLED: 'disabled',
  PENDING: 'pending',
  PROFORMA: 'pending',
  DELETED: 'deleted',
};

const CARD_TYPES: readonly AccountType[] = ['credit', 'charge-card', 'prepaid'];

/** Reads the answer of `GET /accounts` of either generation. Structural trouble is `failed` with `bad_response`. */
export function decodeAccountsAnswer(body: unknown, context: AnswerContext): Answer<Account[]> {
  let leftOut = 0;
  let pages = 1;
  const answer = openEnvelope(body, context, (content) => {
    const sent = content['accounts'];
    if (!Array.isArray(sent)) return null;
    const accounts = readItems(sent, AccountSchema, (account) => decodeAccount(account, context));
    leftOut = sent.length - (accounts?.length ?? 0);
    pages = pageOf(content, sent)?.totalPages ?? 1;
    return accounts && onePerId(accounts);
  });
  if (answer.status !== 'ok') return answer;
  return { ...answer, ...(leftOut > 0 && { leftOut }), ...(pages > 1 && { pages }) };
}

/** Each once; the first of two that have the same id. */
export function onePerId(accounts: readonly Account[]): Account[] {
  return [
    ...new Map([...accounts].reverse().map((account) => [account.accountId, account])).values(),
  ].reverse();
}

/** An account without an id can neither be asked for nor selected, so it is none. */
function decodeAccount(sent: WireAccount, context: AnswerContext): Account | null {
  const accountId = sent.account_id ?? sent.id;
  if (accountId === null) return null;
  const type = accountTypeOf(sent.account_sub_type ?? sent.type);
  return {
    accountId,
    entityId: context.entityId ?? sent.entity_id,
    bankIdentifier: sent.bank_identifier,
    name: sent.name ?? sent.nickname ?? sent.description,
    type,
    status: STATUSES[word(sent.status) ?? ''] ?? 'unknown',
    holderName: sent.account_holder_name ?? sent.account_holder_short_name,
    currency: word(sent.currency ?? sent.currency_code) ?? '',
    ...numbersOf(sent, type),
    credit: creditOf(sent),
  };
}

/** The terms of a card, which v1 sends; its amounts are of the account's currency. */
function creditOf({ credit, currency, currency_code }: WireAccount): AccountCredit | null {
  if (!credit) return null;
  const unit = currency ?? currency_code;
  const dueDate = credit.next_payment_due_date?.trim().slice(0, 10) ?? '';
  const terms = {
    limit: moneyOf(credit.limit, unit),
    dueDate: isCalendarDate(dueDate) ? dueDate : null,
    dueAmount: moneyOf(credit.next_payment_due_amount, unit),
  };
  return Object.values(terms).some((term) => term !== null) ? terms : null;
}

function numbersOf(sent: WireAccount, type: AccountType): Pick<Account, 'iban' | 'accountNumber'> {
  const byScheme = new Map<string, string>();
  for (const scheme of readItems(sent.account ?? [], SchemeSchema, (each) => each) ?? []) {
    const name = word(scheme.scheme_name);
    if (name !== null && scheme.identification !== null && !byScheme.has(name)) {
      byScheme.set(name, scheme.identification);
    }
  }
  const iban = sent.iban ?? byScheme.get('IBAN') ?? null;
  const card = maskedCard(sent.credit?.card_number_last_four ?? byScheme.get('PAN') ?? null);
  const ownNumber = iban === null ? (sent.account_number ?? byScheme.get('BBAN') ?? null) : null;
  return {
    iban: iban === null ? null : compactIban(iban),
    accountNumber: CARD_TYPES.includes(type)
      ? (card ?? ownNumber)
      : (ownNumber ?? (iban === null ? card : null)),
  };
}

/** A card is known by its last four digits; banks mask the rest, and where one does not, we do. */
function maskedCard(number: string | null): string | null {
  const lastFour = /\d{4}$/.exec(number?.replace(/\s/g, '') ?? '')?.[0];
  return lastFour === undefined ? null : `•••• ${lastFour}`;
}
