import type { Account } from '../../domain/account.js';
import { groupIban, maskIban } from '../../domain/iban.js';
import type { Messages } from '../../i18n/index.js';
import { accountName } from '../shared/account-label.js';
import { oneLine } from '../shared/text.js';

/** The kind of account, or null where its name says it already or nothing is known. */
export function accountKind(account: Account, messages: Messages): string | null {
  const kind = messages.accountTypes[account.type];
  const isSaid = accountName(account, messages).toLowerCase().includes(kind.toLowerCase());
  return account.type === 'unknown' || isSaid ? null : kind;
}

/** The account's number masked to the last four, and whole in groups; null when the bank sent none. */
export function accountNumber({ iban, accountNumber: number }: Account): AccountNumber | null {
  const whole = oneLine(iban ?? number);
  if (whole === '') return null;
  // Some banks mask card numbers themselves: there is nothing to reveal then.
  return { masked: maskIban(whole), whole: groupIban(whole), isWhole: !/[*•xX]{3}/.test(whole) };
}

export interface AccountNumber {
  masked: string;
  whole: string;
  /** False when the bank itself sent it masked. */
  isWhole: boolean;
}
