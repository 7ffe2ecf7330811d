import * as v from 'valibot';
import type { Answer } from '../domain/answer.js';
import type { Balance } from '../domain/balance.js';
import { absoluteAmount, negateAmount, type Money } from '../domain/money.js';
import type { AnswerContext } from './context.js';
import { openEnvelope, type Content } from './envelope.js';
import { amountPart, decimal, list, moneyOf, readItems, text, word } from './fields.js';

/** One of v2's balances; a bank may send thirteen of them for one account. */
export const BalanceSchema = v.object({
  type: text,
  credit_debit_indicator: text,
  amount: amountPart,
  date_time: text,
  credit_line: list,
});
type WireBalance = v.InferOutput<typeof BalanceSchema>;

/** A credit line behind an account. */
export const CreditLineSchema = v.object({ type: text, amount: amountPart });

/** The lines that are a limit: `AVAILABLE` is what is left of one, the others are not the customer's to plan with. */
const LIMIT_TYPES: ReadonlySet<string> = new Set(['CREDIT', 'PRE_AGREED', 'PRE-AGREED']);

/** v1's only balance, which is the whole payload. */
export const SingleBalanceSchema = v.object({ balance: decimal, currency_code: text });

/** Types of older answers under the name Lean gives them today. */
const TYPE_ALIASES: Readonly<Record<string, string>> = { PREVIOUSLY_CLOSED: 'PREVIOUSLY_CLOSED_BOOKED' };

/** Reads the answer of `GET /accounts/{account_id}/balances` of either generation; v1 has one, of type `BALANCE`. */
export function decodeBalancesAnswer(body: unknown, context: AnswerContext): Answer<Balance[]> {
  return openEnvelope(body, context, (content) => {
    const sent = content['balances'];
    if (sent === undefined || sent === null) return decodeSingle(content);
    return Array.isArray(sent) ? readItems(sent, BalanceSchema, decodeBalance) : null;
  });
}

function decodeSingle(content: Content): Balance[] | null {
  const parsed = v.safeParse(SingleBalanceSchema, content);
  if (!parsed.success) return null;
  const money = moneyOf(parsed.output.balance, parsed.output.currency_code);
  return money && [{ type: 'BALANCE', money, at: null, creditLimit: null }];
}

/** A balance that cannot be read is left out: a false zero would be worse than none. */
function decodeBalance(sent: WireBalance): Balance | null {
  const money = moneyOf(sent.amount?.amount ?? null, sent.amount?.currency ?? null);
  if (!money) return null;
  const type = word(sent.type) ?? 'INFORMATION';
  const size = absoluteAmount(money.amount);
  const indicator = word(sent.credit_debit_indicator);
  const amount = indicator === 'DEBIT' ? negateAmount(size) : indicator === 'CREDIT' ? size : money.amount;
  return {
    type: TYPE_ALIASES[type] ?? type,
    money: { amount, currency: money.currency },
    at: sent.date_time,
    creditLimit: creditLimitOf(sent.credit_line ?? []),
  };
}

function creditLimitOf(lines: readonly unknown[]): Money | null {
  const limits = readItems(lines, CreditLineSchema, ({ type, amount }) =>
    LIMIT_TYPES.has(word(type) ?? '') ? moneyOf(amount?.amount ?? null, amount?.currency ?? null) : null,
  );
  return limits?.[0] ?? null;
}
