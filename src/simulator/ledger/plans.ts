/**
 * What is booked on a day, by sub-type of account. A plan depends on the household and the day alone, so that a row
 * stays the same however far back or forward the list is read, and both ends of a transfer agree.
 */
import { parties, type Party } from '../data/parties.js';
import { counterparties } from '../data/names.js';
import { merchantsByWeight, refundingMerchants, type Merchant } from '../data/merchants.js';
import type { PostingKindName } from '../data/kinds.js';
import { createRandom, type Random } from '../random.js';
import { calendarDay, monthStart, previousMonthStart, type CalendarDay } from './calendar.js';
import type { Household } from './household.js';
import type { Posting } from './posting.js';

type Plan = (household: Household, day: CalendarDay, random: Random) => Posting[];

const SALARY_DATE = 25;
const CARD_PAYMENT_DATE = 20;
const SAVING_DATE = 26;
const INSTALMENT_DATE = 3;
const TOP_UP_DATE = 4;
const TOP_UP_MINOR = 30_000;

/** One posting; `minor` is signed. */
export function posting(
  kind: PostingKindName,
  minor: number,
  party: Party | Merchant,
  random: Random,
): Posting {
  return { kind, minor, party, reference: random.int(100_000, 999_999) };
}

/** Some minor units within a share of a fixed sum. */
function near(sum: number, random: Random, share = 0.12): number {
  return Math.round(sum * (1 - share + 2 * share * random.float()));
}

/** A purchase at a shop; `scale` makes a shopper thriftier. */
export function purchase(random: Random, scale = 1): Posting {
  const merchant = random.pick(merchantsByWeight);
  const [least, most] = merchant.spends;
  // Most purchases are small: the square bends the draw towards the least.
  const major = least + (most - least) * random.float() ** 2;
  const minor = Math.max(100, Math.round(major * scale * 100));
  return posting(merchant.isOnline ? 'onlinePurchase' : 'purchase', -minor, merchant, random);
}

function refund(random: Random): Posting {
  const merchant = random.pick(refundingMerchants);
  return posting('refund', random.int(30, merchant.spends[1] / 4) * 100, merchant, random);
}

const current: Plan = (household, day, random) => {
  const rows: Posting[] = [];
  const add = (kind: PostingKindName, minor: number, party: Party) => {
    rows.push(posting(kind, minor, party, random));
  };
  if (day.date === 1) add('rent', -household.rent, parties.landlord);
  if (day.date === INSTALMENT_DATE) add('instalment', -household.personalInstalment, parties.finance);
  if (day.date === 6) add('electricity', -near(household.electricity, random, 0.3), parties.utility);
  if (day.date === 8) add('telephone', -household.telephone, parties.telephone);
  if (day.date === 10 && [1, 4, 9].includes(day.month)) add('school', -household.school, parties.school);
  if (day.date === 15) add('remittance', -near(household.remittance, random), random.pick(counterparties));
  if (day.date === 18 && day.month % 3 === 0) add('dividend', near(60_000, random, 0.4), parties.fund);
  if (day.date === CARD_PAYMENT_DATE) add('cardPayment', -cardTotal('CREDIT', household, day), parties.bank);
  if (day.date === SALARY_DATE) add('salary', household.salary, parties.employer);
  if (day.date === SAVING_DATE) add('saving', -household.saving, parties.bank);
  if (day.date === TOP_UP_DATE) add('topUp', -TOP_UP_MINOR, parties.bank);
  if (day.date === 28) add('accountFee', -2500, parties.bank);
  if (random.chance(0.07)) add('cash', -random.int(1, 8) * 10_000, parties.bank);
  if (random.chance(0.05)) add('transferOut', -random.int(5, 90) * 1000, random.pick(counterparties));
  if (random.chance(0.04)) add('transferIn', random.int(5, 80) * 1000, random.pick(counterparties));
  if (random.chance(0.008)) add('cheque', -random.int(20, 180) * 1000, random.pick(counterparties));
  // At least one card row a day, so that there always is something pending.
  const purchases = 1 + (random.chance(0.35) ? 1 : 0);
  for (let count = 0; count < purchases; count += 1) rows.push(purchase(random, 0.55));
  if (random.chance(0.015)) rows.push(refund(random));
  return rows;
};

/** What a card is used for on a day, without its payment. */
function cardUse(random: Random): Posting[] {
  const rows: Posting[] = [];
  const count = random.chance(0.6) ? random.int(1, 2) : 0;
  for (let made = 0; made < count; made += 1) rows.push(purchase(random));
  if (random.chance(0.02)) rows.push(refund(random));
  return rows;
}

function card(subType: string): Plan {
  return (household, day, random) => {
    const rows = cardUse(random);
    if (day.date === CARD_PAYMENT_DATE) {
      rows.push(posting('cardPayment', cardTotal(subType, household, day), parties.bank, random));
    }
    return rows;
  };
}

const savings: Plan = (household, day, random) => {
  const rows: Posting[] = [];
  if (day.date === SAVING_DATE) rows.push(posting('saving', household.saving, parties.bank, random));
  if (day.date === 1) rows.push(posting('profit', near(9000, random, 0.3), parties.bank, random));
  return rows;
};

const prepaid: Plan = (_household, day, random) => {
  const rows: Posting[] = [];
  if (day.date === TOP_UP_DATE) rows.push(posting('topUp', TOP_UP_MINOR, parties.bank, random));
  if (random.chance(0.1)) rows.push(purchase(random, 0.35));
  return rows;
};

function loan(instalmentOf: (household: Household) => number): Plan {
  return (household, day, random) =>
    day.date === INSTALMENT_DATE
      ? [posting('instalment', instalmentOf(household), parties.finance, random)]
      : [];
}

const business: Plan = (household, day, random) => {
  const rows: Posting[] = [];
  if (random.chance(0.3))
    rows.push(posting('invoice', near(household.salary, random, 0.5), parties.client, random));
  if (random.chance(0.5)) {
    rows.push(posting('transferOut', -near(household.salary / 1.8, random, 0.5), parties.supplier, random));
  }
  rows.push(purchase(random));
  return rows;
};

const deposit: Plan = (_household, day, random) =>
  day.date === 1 ? [posting('profit', near(20_000, random), parties.bank, random)] : [];

const plans: Readonly<Record<string, Plan>> = {
  CURRENT: current,
  BUSINESS: business,
  SAVINGS: savings,
  CREDIT: card('CREDIT'),
  CHARGE_CARD: card('CHARGE_CARD'),
  PREPAID: prepaid,
  EMONEY: prepaid,
  MORTGAGE: loan((household) => household.homeInstalment),
  PERSONAL_LOAN: loan((household) => household.personalInstalment),
};

/** What an account of a sub-type holds when its history begins, in minor units. */
export function openingBalance(subType: string, household: Household): number {
  if (subType === 'MORTGAGE') return -household.homeInstalment * 220;
  if (subType === 'PERSONAL_LOAN') return -household.personalInstalment * 60;
  if (subType === 'CREDIT' || subType === 'CHARGE_CARD') return -180_000;
  if (subType === 'PREPAID' || subType === 'EMONEY') return 45_000;
  return household.salary * 2;
}

function drawsOf(plan: string, household: Household, day: number): Random {
  return createRandom(`${household.key}|${plan}|${String(day)}`);
}

/** The postings of a day on an account; `plan` is its sub-type, or `BUSINESS`. */
export function postingsOn(plan: string, household: Household, day: number): Posting[] {
  return (plans[plan] ?? deposit)(household, calendarDay(day), drawsOf(plan, household, day));
}

/** What a card cost in the month before, which is what is paid for it. */
function cardTotal(subType: string, household: Household, day: CalendarDay): number {
  let total = 0;
  for (let past = previousMonthStart(day); past < monthStart(day); past += 1) {
    for (const { minor } of cardUse(drawsOf(subType, household, past))) total -= minor;
  }
  return Math.max(total, 10_000);
}
