/** All rows of one account, in order, made when they are first asked for and kept as columns. */
import { postingKinds, type PostingKindName } from '../data/kinds.js';
import { merchants, type Merchant } from '../data/merchants.js';
import { counterparties } from '../data/names.js';
import { parties, type Party } from '../data/parties.js';
import { createRandom } from '../random.js';
import type { Household } from './household.js';
import { openingBalance, postingsOn, purchase } from './plans.js';
import type { LedgerRow, Posting } from './posting.js';

/** What a ledger is made from. */
export interface LedgerTerms {
  /** The account's sub-type, or `BUSINESS` for a company's current account. */
  plan: string;
  household: Household;
  /** First and last booking day, both inclusive. */
  firstDay: number;
  lastDay: number;
  /** The account was never used. */
  isEmpty?: boolean;
  /** Brings the rows of `rowsDays` up to this many, by further purchases. */
  rows?: number;
  /** The days that `rows` counts, as `[first, last]`; they stay fixed while `lastDay` moves on. */
  rowsDays?: readonly [number, number];
  /** Turns minor units of dirhams and riyals into those of another currency; 1 when absent. */
  scale?: number;
}

/** Rows of an account, oldest first. */
export interface Ledger {
  readonly length: number;
  /** Minor units before the first row. */
  readonly opening: number;
  /** The row at a position; throws a `RangeError` outside the list. */
  row(position: number): LedgerRow;
  /** The first position whose day is not before `day`; `length` when there is none. */
  firstAt(day: number): number;
  /** Minor units after the row before `position`. */
  balanceBefore(position: number): number;
}

/** Further purchases are small ones. */
const FILLER_SCALE = 0.05;

const kindNames = Object.keys(postingKinds) as PostingKindName[];
const kindNumbers = new Map(kindNames.map((name, number) => [name, number]));
const allParties: readonly (Party | Merchant)[] = [
  ...merchants,
  ...counterparties,
  ...Object.values(parties),
];
const partyNumbers = new Map(allParties.map((party, number) => [party, number]));

export function createLedger(terms: LedgerTerms): Ledger {
  const { plan, household, firstDay, lastDay } = terms;
  const days: Posting[][] = [];
  for (let day = firstDay; day <= lastDay; day += 1)
    days.push(terms.isEmpty ? [] : postingsOn(plan, household, day));
  // The customer of 100,000 purchases starts out richer by what they cost.
  const opening =
    openingBalance(plan, household) + (terms.rows === undefined ? 0 : fill(days, terms, terms.rows));
  return toColumns(days, firstDay, opening, terms.scale ?? 1);
}

/** Brings the counted days to `wanted` rows, spread evenly; tells what the new rows cost. */
function fill(days: Posting[][], terms: LedgerTerms, wanted: number): number {
  const [from, to] = terms.rowsDays ?? [terms.firstDay, terms.lastDay];
  const counted = days.slice(from - terms.firstDay, to - terms.firstDay + 1);
  const missing = wanted - counted.reduce((sum, postings) => sum + postings.length, 0);
  let cost = 0;
  counted.forEach((postings, position) => {
    const already = Math.floor((position * missing) / counted.length);
    const here = Math.floor(((position + 1) * missing) / counted.length) - already;
    const random = createRandom(`${terms.household.key}|filler|${String(from + position)}`);
    for (let made = 0; made < here; made += 1) {
      const filler = purchase(random, FILLER_SCALE);
      cost -= filler.minor;
      postings.push(filler);
    }
  });
  return cost;
}

/** A thousand customers with thousands of rows each must fit into memory: 23 bytes a row. */
function toColumns(days: readonly Posting[][], firstDay: number, unscaled: number, scale: number): Ledger {
  const length = days.reduce((sum, postings) => sum + postings.length, 0);
  const kinds = new Uint8Array(length);
  const partyColumn = new Uint8Array(length);
  const indexes = new Uint16Array(length);
  const references = new Uint32Array(length);
  const minors = new Float64Array(length);
  const afters = new Float64Array(length);
  /** Position of each day's first row, and the length at the end. */
  const starts = new Uint32Array(days.length + 1);

  const opening = Math.round(unscaled * scale);
  let at = 0;
  let balance = opening;
  days.forEach((postings, dayPosition) => {
    starts[dayPosition] = at;
    postings.forEach((posting, index) => {
      const minor = Math.round(posting.minor * scale);
      balance += minor;
      kinds[at] = kindNumbers.get(posting.kind) ?? 0;
      partyColumn[at] = partyNumbers.get(posting.party) ?? 0;
      indexes[at] = index;
      references[at] = posting.reference;
      minors[at] = minor;
      afters[at] = balance;
      at += 1;
    });
  });
  starts[days.length] = length;

  /** The last day that starts at or before a position. */
  function dayAt(position: number): number {
    let low = 0;
    let high = days.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return firstDay + low;
  }

  return {
    length,
    opening,
    row(position) {
      const kind = kindNames[kinds[position] ?? -1];
      const party = allParties[partyColumn[position] ?? -1];
      if (!kind || !party) throw new RangeError(`There is no row ${String(position)}.`);
      return {
        kind,
        party,
        day: dayAt(position),
        index: indexes[position] ?? 0,
        reference: references[position] ?? 0,
        minor: minors[position] ?? 0,
        after: afters[position] ?? 0,
      };
    },
    firstAt: (day) => starts[Math.min(Math.max(day - firstDay, 0), days.length)] ?? length,
    balanceBefore: (position) => (position > 0 ? (afters[position - 1] ?? opening) : opening),
  };
}
