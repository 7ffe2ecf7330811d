import type { Account } from '../../domain/account.js';
import { maskIban } from '../../domain/iban.js';
import type { Messages } from '../../i18n/index.js';
import { oneLine } from './text.js';

/** What an account is called: the bank's name for it, else its kind. */
export function accountName(account: Account, messages: Messages): string {
  return oneLine(account.name) || messages.accountTypes[account.type];
}

/** An account in few letters: its name, and the last four of its number where it has one. */
export interface AccountWords {
  name: string;
  digits: string;
}

/** The account's two words apart, where the digits must stay when the name is cut. */
export function accountWords(account: Account, messages: Messages): AccountWords {
  const number = oneLine(account.iban ?? account.accountNumber);
  return {
    name: accountName(account, messages),
    digits: number === '' ? '' : `••${maskIban(number).slice(-4)}`,
  };
}

/** An account in few letters, as one text. */
export function accountLabel(account: Account, messages: Messages): string {
  const { name, digits } = accountWords(account, messages);
  return digits === '' ? name : `${name} \u2066${digits}\u2069`;
}
