/** What a customer holds at a bank, and how v1 and v2 tell it (facts §3.1, §3.4). */
import { accountKind } from './data/account-kinds.js';
import type { BankDefinition } from './data/banks.js';
import type { SampleName } from './data/names.js';
import { hostileTexts } from './data/hostile.js';
import { accountNumbers, groupedIban } from './ibans.js';
import { instantText } from './identifiers.js';
import { DAY_MS } from './ledger/calendar.js';
import { createRandom, digitsOf, uuidOf } from './random.js';
import { amountOf, type RegionFacts } from './regions.js';
import type { ConsentAccount } from './consents.js';

/** An account; money in minor units. */
export interface Account {
  id: string;
  position: number;
  subType: string;
  accountType: 'PERSONAL' | 'BUSINESS';
  currency: string;
  iban: string;
  bban: string;
  /** `************1234` for cards, null for the rest. */
  maskedPan: string | null;
  nickname: string;
  holder: SampleName;
  holderName: string;
  openedAt: number;
  servicer: string;
  bankIdentifier: string;
  v1Types: BankDefinition['v1Types'];
  /** What a credit or charge card may owe, in minor units; null for the rest. */
  creditLimit: number | null;
}

/** What accounts follow from. */
export interface AccountTerms {
  /** `seed|customer|bank`: the same person has the same accounts there, whatever happens to the entity. */
  holderKey: string;
  holder: SampleName;
  entityId: string;
  bank: BankDefinition;
  region: RegionFacts;
  currency: string;
  /** Of the second account, where it is another one. */
  secondCurrency?: string;
  openedAt: number;
  texts: 'usual' | 'arabic' | 'hostile';
  /** How many; by default as many as the bank has kinds. */
  count?: number;
}

const CARD_LIMIT_MINOR = 2_500_000;

export function createAccounts(terms: AccountTerms): Account[] {
  const { bank, region, currency, texts, holder } = terms;
  const { length } = bank.accounts;
  return Array.from({ length: terms.count ?? length }, (_, position): Account => {
    const subType = bank.accounts[position % length] ?? 'CURRENT';
    const turn = Math.floor(position / length) + 1;
    const key = `${terms.holderKey}|account|${String(position)}`;
    const kind = accountKind(subType);
    const { iban, bban } = accountNumbers(key, region);
    return {
      id: uuidOf(`${key}|${terms.entityId}`),
      position,
      subType,
      accountType: bank.accountType,
      currency: position === 1 ? (terms.secondCurrency ?? currency) : currency,
      iban,
      bban,
      maskedPan: kind.isCard && region.country === 'SA' ? `************${digitsOf(`${key}|pan`, 4)}` : null,
      nickname: nicknameOf(kind, texts, position) + (turn > 1 ? ` ${String(turn)}` : ''),
      holder,
      holderName: texts === 'arabic' ? holder.arabic : `${holder.given} ${holder.middle} ${holder.family}`,
      openedAt: terms.openedAt - createRandom(key).int(0, 900) * 1000,
      servicer: bank.servicer,
      bankIdentifier: bank.identifier,
      v1Types: bank.v1Types,
      creditLimit: subType === 'CREDIT' || subType === 'CHARGE_CARD' ? CARD_LIMIT_MINOR : null,
    };
  });
}

function nicknameOf(
  kind: { english: string; arabic: string },
  texts: AccountTerms['texts'],
  position: number,
): string {
  if (texts === 'hostile') return hostileTexts[position % hostileTexts.length] ?? kind.english;
  return texts === 'arabic' ? kind.arabic : kind.english;
}

function shortName({ holder, holderName }: Account): string {
  return holderName === holder.arabic ? holderName : `${holder.given} ${holder.family}`;
}

const MATURES_AFTER_MS = 5 * 365 * DAY_MS;

/** The account in v2. Sub-types outside Lean's list show as `UNSUPPORTED`, and only they mature. */
export function accountItem(account: Account, entityId: string) {
  const label = `${shortName(account)} ${account.nickname}`;
  const number = { scheme_name: 'BBAN', identification: account.bban, name: label };
  return {
    entity_id: entityId,
    account_id: account.id,
    account_holder_name: account.holderName,
    account_holder_short_name: shortName(account),
    status: 'ENABLED',
    status_update_date_time: instantText(account.openedAt),
    currency: account.currency,
    account_type: account.accountType,
    account_sub_type: account.subType,
    nickname: account.nickname,
    description: label,
    opening_date: instantText(account.openedAt).slice(0, 10),
    maturity_date:
      account.subType === 'UNSUPPORTED'
        ? `${instantText(account.openedAt + MATURES_AFTER_MS).slice(0, 10)}T00:00:00Z`
        : null,
    account: [
      { scheme_name: 'IBAN', identification: account.iban, name: label },
      ...(account.maskedPan === null
        ? []
        : [{ scheme_name: 'PAN', identification: account.maskedPan, name: null }]),
      number,
    ],
    servicer: { scheme_name: 'BICFI', identification: account.servicer },
    regional_data: null,
  };
}

/** The account's numbers as a consent lists them. */
export function consentAccounts(account: Account): ConsentAccount[] {
  const name = `${shortName(account)} ${account.nickname}`;
  const item = (scheme_name: string, identification: string, shown: string | null): ConsentAccount => ({
    scheme_name,
    identification,
    name: shown,
    secondary_identification: null,
  });
  return [
    item('IBAN', account.iban, name),
    ...(account.maskedPan === null ? [] : [item('MASKED_PAN', account.maskedPan, null)]),
    item('ACCOUNT_NUMBER', account.bban, name),
  ];
}

/** v1's `type`: `Checkings` in the old guide, `CURRENT` later. */
export function v1AccountType(account: Account): string {
  return account.v1Types === 'words' ? accountKind(account.subType).word : account.subType;
}

/** The name v1 gives the account. */
export function v1AccountName(account: Account): string {
  return account.nickname;
}

/** The account in v1; `owed` is what is due on a card, in minor units. */
export function v1AccountItem(account: Account, owed: number, dueDate: string) {
  return {
    account_id: account.id,
    name: v1AccountName(account),
    currency_code: account.currency,
    type: v1AccountType(account),
    iban: groupedIban(account.iban),
    account_number: account.bban,
    credit:
      account.creditLimit === null
        ? null
        : {
            card_number_last_four: account.bban.slice(-4),
            limit: amountOf(account.creditLimit, account.currency),
            next_payment_due_date: dueDate,
            next_payment_due_amount: amountOf(Math.max(owed, 0), account.currency),
          },
    bank_identifier: account.bankIdentifier,
  };
}
