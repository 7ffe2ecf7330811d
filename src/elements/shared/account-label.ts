import type { Account } from '../../domain/account.js';
import { maskIban } from '../../domain/iban.js';
import type { Messages } from '../../i18n/index.js';
import { oneLine } from './text.js';

/** What an account is called: the bank's name for it, else its kind. */
export function accountName(account: Account, messages: Messages): string {
  return oneLine(account.name) || messages.accountTypes[account.type];
}

/** An account in few letters: its name and the last four of its number. */
export function accountLabel(account: Account, messages: Messages): string {
  const number = oneLine(account.iban ?? account.accountNumber);
  const name = accountName(account, messages);
  return number === '' ? name : `${name} \u2066••${maskIban(number).slice(-4)}\u2069`;
}
