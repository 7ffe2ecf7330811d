/** Beneficiaries, direct debits, standing orders and scheduled payments of an account: two each, as sampled. */
import { parties } from './data/parties.js';
import { accountNumbers } from './ibans.js';
import { instantText } from './identifiers.js';
import { DAY_MS } from './ledger/calendar.js';
import { digitsOf, lettersOf, uuidOf } from './random.js';
import { amountOf, type RegionFacts } from './regions.js';

/** What an account's lists follow from. */
export interface InstructionTerms {
  accountId: string;
  holderName: string;
  holderShortName: string;
  currency: string;
  region: RegionFacts;
  /** Midnight UTC of today, in epoch milliseconds. */
  today: number;
}

const others = [parties.landlord, parties.school] as const;

function agentCode(region: RegionFacts, position: number): string {
  return region.country === 'SA' ? `KSAOB.SASMP${String(position)}` : `SMPLAE0${String(position + 1)}`;
}

function amount(minor: number, currency: string) {
  return { currency, amount: amountOf(minor, currency) };
}

export function beneficiaryItems(terms: InstructionTerms) {
  const { accountId, region } = terms;
  return others.map((party, position) => {
    const key = `${accountId}|beneficiary|${String(position)}`;
    const city = region.cities[position]?.name ?? '';
    return {
      account_id: accountId,
      account_holder_name: position === 0 ? terms.holderName : null,
      account_holder_short_name: position === 0 ? terms.holderShortName : null,
      beneficiary_id: digitsOf(key, 6),
      beneficiary_type: 'OTHER',
      creditor_agent: {
        scheme_name: 'BICFI',
        identification: agentCode(region, position),
        name: 'Sample National Bank',
        postal_address: {
          address_line: `P.O. Box 500${String(position)}, ${city}`,
          address_type: 'BUSINESS',
          building_number: `500${String(position)}`,
          country: region.countryName,
          department: null,
          post_code: `1155${String(position)}`,
          street_name: null,
          sub_department: null,
          town_name: city,
          country_sub_division: null,
        },
      },
      creditor_account: {
        scheme_name: 'IBAN',
        identification: accountNumbers(key, region).iban,
        name: party.name,
      },
      reference: position === 0 ? 'ACTIVATED' : 'NOT_ACTIVATED',
      supplementary_data: null,
      regional_data: null,
    };
  });
}

export function directDebitItems(terms: InstructionTerms) {
  return [parties.utility, parties.telephone].map((party, position) => {
    const key = `${terms.accountId}|direct-debit|${String(position)}`;
    return {
      account_id: terms.accountId,
      direct_debit_id: uuidOf(key),
      status_code: position === 0 ? 'ACTIVE' : 'INACTIVE',
      frequency: position === 0 ? 'MONTHLY' : 'HALF_YEARLY',
      mandate_identification: lettersOf(key, 10),
      name: party.name,
      previous_payment_date_time: instantText(terms.today - (20 + position * 200) * DAY_MS),
      previous_payment_amount: amount(13_613 + position * 20_068, terms.currency),
      regional_data: null,
    };
  });
}

/** When in its day an order is carried out: Lean's samples have milliseconds here and whole seconds elsewhere. */
const PAYMENT_MS = 36_123_456;

export function standingOrderItems(terms: InstructionTerms) {
  const { accountId, currency, region, today } = terms;
  return others.map((_, position) => {
    const key = `${accountId}|standing-order|${String(position)}`;
    const sum = amount(100_000 + position * 20_000, currency);
    return {
      account_id: accountId,
      standing_order_id: uuidOf(key),
      standing_order_status_code: position === 0 ? 'ACTIVE' : 'INACTIVE',
      first_payment_date_time: instantText(today - 700 * DAY_MS + PAYMENT_MS),
      last_payment_date_time: instantText(today - 20 * DAY_MS + PAYMENT_MS),
      next_payment_date_time: instantText(today + 10 * DAY_MS + PAYMENT_MS),
      final_payment_date_time: instantText(today + 370 * DAY_MS + PAYMENT_MS),
      frequency: { frequency_type: 'OTHER', interval: position === 0 ? 'IntervalDay:5' : 'EveryWorkingDay' },
      number_of_payments: 36 + position * 6,
      reference: null,
      standing_order_type: position === 0 ? 'LOCAL_BANK_TRANSFER' : 'CHARITY',
      purpose: lettersOf(key, 10),
      first_payment_amount: sum,
      last_payment_amount: sum,
      next_payment_amount: sum,
      final_payment_amount: sum,
      creditor_agent: { scheme_name: 'BICFI', identification: agentCode(region, position) },
      creditor_account: null,
      regional_data: null,
    };
  });
}

export function scheduledPaymentItems(terms: InstructionTerms) {
  const { accountId, currency, region, today } = terms;
  return others.map((_, position) => {
    const key = `${accountId}|scheduled|${String(position)}`;
    return {
      account_id: accountId,
      scheduled_payment_id: uuidOf(key),
      scheduled_type: position === 0 ? 'ARRIVAL' : 'EXECUTION',
      scheduled_payment_date_time: instantText(today + (7 + position * 6) * DAY_MS),
      debtor_reference: lettersOf(key, 10),
      reference: null,
      instructed_amount: amount(53_734 + position * 1_250, currency),
      creditor_agent: { scheme_name: 'BICFI', identification: agentCode(region, position) },
      creditor_account: { scheme_name: 'IBAN', identification: accountNumbers(key, region).iban, name: null },
      regional_data: null,
    };
  });
}
