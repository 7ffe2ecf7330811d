/** The contents of data calls: for each data set of v2 and v1, what its good answer holds. */
import { accountItem, v1AccountItem, v1AccountName, v1AccountType, type Account } from './accounts.js';
import { balanceItems } from './balances.js';
import type { Banks } from './banks.js';
import { otherParty } from './data/names.js';
import { consentOf, type Entity } from './entities.js';
import type { Produce } from './envelopes.js';
import type { Holdings } from './holdings.js';
import { accountIdentityItems, identityItem, v1Identity, type IdentityTerms } from './identity.js';
import {
  beneficiaryItems,
  directDebitItems,
  scheduledPaymentItems,
  standingOrderItems,
  type InstructionTerms,
} from './instructions.js';
import { DAY_MS, dateText, dayOf } from './ledger/calendar.js';
import { pageItem, pageOf } from './parameters.js';
import type { RegionFacts } from './regions.js';
import { amountOf } from './regions.js';
import type { ScenarioEffects } from './scenarios.js';
import { transactionItem, v1TransactionItem, type TransactionStyle } from './transactions.js';

/** A page of a list. */
export interface PageTerms {
  page: number;
  size: number;
}

/** Which transactions are asked for; days in UTC, both inclusive, null for no bound. */
export interface TransactionTerms {
  from: number | null;
  to: number | null;
  withInsights: boolean;
}

/** Lists of an account that are read whole. */
export type AccountListName =
  'identities' | 'beneficiaries' | 'direct-debits' | 'standing-orders' | 'scheduled-payments';

/** Builds good answers. */
export interface DataSets {
  accounts(entity: Entity, page: PageTerms): Produce;
  balances(entity: Entity, account: Account, page: PageTerms): Produce;
  transactions(entity: Entity, account: Account, terms: TransactionTerms, page: PageTerms): Produce;
  identity(entity: Entity, page: PageTerms): Produce;
  list(entity: Entity, account: Account, name: AccountListName, page: PageTerms): Produce;
  v1Accounts(entity: Entity): Produce;
  v1Balance(entity: Entity, account: Account): Produce;
  v1Transactions(entity: Entity, account: Account, terms: TransactionTerms): Produce;
  v1Identity(entity: Entity): Produce;
}

/** Cards are due on this day of the next month. */
const CARD_DUE_DATE = '20';

export function createDataSets(parts: {
  seed: string;
  region: RegionFacts;
  holdings: Holdings;
  banks: Banks;
  now: () => number;
  effectsOf: (customerId: string) => ScenarioEffects;
}): DataSets {
  const { region, holdings, now } = parts;
  const isSaudi = region.country === 'SA';

  function paged(
    type: string,
    key: string,
    items: readonly unknown[],
    page: PageTerms,
    asOf: number,
  ): Produce {
    const content = { [key]: pageOf(items, page), page: pageItem(page.page, page.size, items.length) };
    return { type, content, refreshedAt: asOf };
  }

  function identityTerms(entity: Entity): IdentityTerms {
    return {
      key: [parts.seed, entity.customerId].join('|'),
      entityId: entity.id,
      name: holdings.holder(entity.customerId),
      region,
      texts: parts.effectsOf(entity.customerId).texts,
    };
  }

  function instructionTerms(account: Account, asOf: number): InstructionTerms {
    return {
      accountId: account.id,
      holderName: account.holderName,
      holderShortName: `${account.holder.given} ${account.holder.family}`,
      currency: account.currency,
      region,
      today: Math.floor(asOf / DAY_MS) * DAY_MS,
    };
  }

  function styleOf(entity: Entity, account: Account, withInsights: boolean, asOf: number): TransactionStyle {
    const bank = parts.banks.definition(entity.bankIdentifier);
    const { texts } = parts.effectsOf(entity.customerId);
    return {
      entityId: entity.id,
      isSaudi,
      region,
      currency: account.currency,
      cardDigits: account.bban.slice(-4),
      arabicShare: texts === 'arabic' ? 1 : (bank?.arabicShare ?? 0),
      isHostile: texts === 'hostile',
      booksAt: bank?.booksAt ?? 'utc-midnight',
      pendingFrom: holdings.pendingFrom(asOf),
      withInsights,
    };
  }

  /** Rows within the asked days and the consent's, as positions `[from, to)`. */
  function windowOf(entity: Entity, account: Account, terms: TransactionTerms, asOf: number) {
    const ledger = holdings.ledger(entity, account, asOf);
    // A local midnight lies in the UTC day before, so its row belongs to that day's window.
    const shift = parts.banks.definition(entity.bankIdentifier)?.booksAt === 'local-midnight' ? 1 : 0;
    const granted = Math.floor((consentOf(entity)?.historyFrom ?? 0) / DAY_MS);
    const from = ledger.firstAt(Math.max(granted, terms.from ?? granted) + shift);
    const to = terms.to === null ? ledger.length : ledger.firstAt(terms.to + 1 + shift);
    return { ledger, from, to: Math.max(from, to) };
  }

  const accountLists: Readonly<
    Record<AccountListName, (entity: Entity, account: Account, asOf: number) => readonly unknown[]>
  > = {
    identities: (entity) => accountIdentityItems(identityTerms(entity), otherParty),
    beneficiaries: (_, account, asOf) => beneficiaryItems(instructionTerms(account, asOf)),
    'direct-debits': (_, account, asOf) => directDebitItems(instructionTerms(account, asOf)),
    'standing-orders': (_, account, asOf) => standingOrderItems(instructionTerms(account, asOf)),
    'scheduled-payments': (_, account, asOf) => scheduledPaymentItems(instructionTerms(account, asOf)),
  };

  return {
    accounts(entity, page) {
      const items = holdings.accounts(entity).map((account) => accountItem(account, entity.id));
      return paged('accounts', 'accounts', items, page, entity.refreshedAt);
    },
    balances(entity, account, page) {
      const asOf = entity.refreshedAt;
      const sums = holdings.sums(entity, account, asOf);
      const lacksThem = parts.effectsOf(entity.customerId).lacks === 'balances';
      const items = lacksThem ? [] : balanceItems(account, sums, { entityId: entity.id, isSaudi, asOf });
      return paged('balances', 'balances', items, page, asOf);
    },
    transactions(entity, account, terms, { page, size }) {
      const asOf = entity.refreshedAt;
      const { ledger, from, to } = windowOf(entity, account, terms, asOf);
      const style = styleOf(entity, account, terms.withInsights, asOf);
      const first = from + page * size;
      const items = Array.from({ length: Math.max(0, Math.min(size, to - first)) }, (_, at) =>
        transactionItem(account, ledger.row(first + at), style),
      );
      const content = { transactions: items, page: pageItem(page, size, to - from) };
      return { type: 'transactions', content, refreshedAt: asOf };
    },
    identity(entity, page) {
      const lacksIt = parts.effectsOf(entity.customerId).lacks === 'identity';
      const persons = lacksIt ? [] : [identityItem(identityTerms(entity))];
      const produce = paged('identities', 'identities', persons, page, entity.refreshedAt);
      return { ...produce, content: { account_id: null, ...produce.content } };
    },
    list(entity, account, name, page) {
      const asOf = entity.refreshedAt;
      const produce = paged(
        name,
        name.replace('-', '_'),
        accountLists[name](entity, account, asOf),
        page,
        asOf,
      );
      return name === 'identities'
        ? { ...produce, content: { account_id: null, ...produce.content } }
        : produce;
    },
    v1Accounts(entity) {
      const asOf = now();
      const due = `${dateText(dayOf(asOf, 0) + 31).slice(0, 8)}${CARD_DUE_DATE}`;
      const accounts = holdings
        .accounts(entity)
        .map((account) => v1AccountItem(account, -holdings.sums(entity, account, asOf).booked, due));
      return { type: 'accounts', content: { accounts }, refreshedAt: asOf };
    },
    v1Balance(entity, account) {
      const asOf = now();
      const content = {
        balance: amountOf(holdings.sums(entity, account, asOf).booked, account.currency),
        currency_code: account.currency,
        account_id: account.id,
        account_name: v1AccountName(account),
        account_type: v1AccountType(account),
      };
      return { type: 'balance', content, refreshedAt: asOf };
    },
    v1Transactions(entity, account, terms) {
      const asOf = now();
      const { ledger, from, to } = windowOf(entity, account, terms, asOf);
      const style = styleOf(entity, account, terms.withInsights, asOf);
      const transactions = Array.from({ length: to - from }, (_, at) =>
        v1TransactionItem(account, ledger.row(from + at), style),
      );
      return { type: 'transactions', content: { transactions }, refreshedAt: asOf };
    },
    v1Identity: (entity) => ({
      type: 'identity',
      content: v1Identity(identityTerms(entity)),
      refreshedAt: now(),
    }),
  };
}
