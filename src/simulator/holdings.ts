/** What customers hold at their banks: accounts, rows, sums; made when first asked for and kept within bounds. */
import { createAccounts, type Account } from './accounts.js';
import type { BalanceSums } from './balances.js';
import type { Banks } from './banks.js';
import { sampleNames, type SampleName } from './data/names.js';
import type { Entity } from './entities.js';
import { consentOf } from './entities.js';
import { DAY_MS, dayOf } from './ledger/calendar.js';
import { createHousehold } from './ledger/household.js';
import { createLedger, type Ledger } from './ledger/ledger.js';
import { createRandom } from './random.js';
import type { RegionFacts } from './regions.js';
import type { ScenarioEffects } from './scenarios.js';
import { isPending } from './transactions.js';

/** Reads what an entity holds. */
export interface Holdings {
  holder(customerId: string): SampleName;
  accounts(entity: Entity): Account[];
  account(entity: Entity, accountId: string): Account | null;
  /** All rows up to the day of `asOf`, the days before the consent's included. */
  ledger(entity: Entity, account: Account, asOf: number): Ledger;
  sums(entity: Entity, account: Account, asOf: number): BalanceSums;
  /** First day that is still pending as of a moment: yesterday. */
  pendingFrom(asOf: number): number;
}

/** Banks keep three years. */
const HISTORY_DAYS = 3 * 365;
const PENDING_DAYS = 1;

/** About 23 bytes each; the oldest ledgers go first. */
const KEPT_ROWS = 6_000_000;

/** A Kuwaiti fils is a thousandth of a dinar, which is worth about twelve dirhams. */
const KWD_SCALE = 10 / 12;

export function createHoldings(parts: {
  seed: string;
  region: RegionFacts;
  banks: Banks;
  effectsOf: (customerId: string) => ScenarioEffects;
}): Holdings {
  const { seed, region, banks } = parts;
  const accountsKept = new Map<string, Account[]>();
  const ledgers = new Map<string, Ledger>();
  let keptRows = 0;

  const holder: Holdings['holder'] = (customerId) =>
    createRandom(`${seed}|${customerId}|holder`).pick(sampleNames);

  const accounts: Holdings['accounts'] = (entity) => {
    const effects = parts.effectsOf(entity.customerId);
    const { currency = region.currency, secondCurrency, texts = 'usual' } = effects;
    const count = effects.lacks === 'accounts' ? 0 : effects.accounts;
    const key = [entity.id, currency, secondCurrency, texts, count].join('|');
    const kept = accountsKept.get(key);
    if (kept) return kept;
    const bank = banks.definition(entity.bankIdentifier);
    if (!bank) throw new RangeError(`There is no bank ${entity.bankIdentifier}.`);
    const made = createAccounts({
      holderKey: [seed, entity.customerId, bank.identifier].join('|'),
      holder: holder(entity.customerId),
      entityId: entity.id,
      bank,
      region,
      currency,
      secondCurrency,
      openedAt: entity.createdAt - HISTORY_DAYS * DAY_MS,
      texts,
      count,
    });
    accountsKept.set(key, made);
    return made;
  };

  function keep(key: string, ledger: Ledger): Ledger {
    ledgers.set(key, ledger);
    keptRows += ledger.length;
    for (const [oldest, { length }] of ledgers) {
      if (keptRows <= KEPT_ROWS || oldest === key) break;
      ledgers.delete(oldest);
      keptRows -= length;
    }
    return ledger;
  }

  const ledger: Holdings['ledger'] = (entity, account, asOf) => {
    const isCurrent = account.subType === 'CURRENT';
    const effects = parts.effectsOf(entity.customerId);
    const rows = isCurrent ? effects.rows : undefined;
    const isEmpty = effects.lacks === 'transactions';
    const lastDay = dayOf(asOf, region.utcOffsetMinutes);
    const linkDay = dayOf(entity.createdAt, region.utcOffsetMinutes);
    const grantedDay = dayOf(consentOf(entity)?.historyFrom ?? 0, 0);
    const key = [
      account.id,
      account.currency,
      rows ?? '',
      rows === undefined ? '' : grantedDay,
      lastDay,
      isEmpty,
    ].join('|');
    const kept = ledgers.get(key);
    if (kept) return kept;
    const firstDay = linkDay - HISTORY_DAYS;
    return keep(
      key,
      createLedger({
        plan: isCurrent && account.accountType === 'BUSINESS' ? 'BUSINESS' : account.subType,
        household: createHousehold([seed, entity.customerId, entity.bankIdentifier].join('|')),
        firstDay,
        lastDay,
        isEmpty,
        ...(rows !== undefined && { rows, rowsDays: [Math.max(firstDay, grantedDay), linkDay] as const }),
        scale: account.currency === 'KWD' ? KWD_SCALE : 1,
      }),
    );
  };

  const pendingFrom: Holdings['pendingFrom'] = (asOf) => dayOf(asOf, region.utcOffsetMinutes) - PENDING_DAYS;

  return {
    holder,
    accounts,
    account: (entity, accountId) => accounts(entity).find(({ id }) => id === accountId) ?? null,
    ledger,
    pendingFrom,
    sums(entity, account, asOf) {
      const rows = ledger(entity, account, asOf);
      const today = dayOf(asOf, region.utcOffsetMinutes);
      let pending = 0;
      for (let at = rows.firstAt(pendingFrom(asOf)); at < rows.length; at += 1) {
        const row = rows.row(at);
        if (isPending(row, pendingFrom(asOf))) pending += row.minor;
      }
      return {
        booked: rows.balanceBefore(rows.length) - pending,
        pending,
        closed: rows.balanceBefore(rows.firstAt(today)),
        closedBefore: rows.balanceBefore(rows.firstAt(today - 1)),
      };
    },
  };
}
