/** Identities and payment instructions as Lean's sandbox answered them in May 2026, written by hand. */
import type { Shape } from './shape.js';
import { envelope, money } from './shapes-common.js';

function identityItem(region: 'ae' | 'sa', ofAccount: boolean): Shape {
  const building = region === 'ae' && !ofAccount ? 'string' : 'null';
  const street = building === 'null' ? 'string' : 'null';
  return {
    entity_id: 'string',
    full_legal_name: 'string',
    name: 'string',
    national_id: building,
    birth_date: 'string',
    gender: street,
    email_address: 'string',
    legal_structure: 'null',
    phone: 'string',
    mobile_number: 'string',
    address: {
      address_line: 'string',
      address_type: building,
      building_type: 'null',
      apartment_or_villa_number: building,
      building_name: building,
      street: building,
      area: building,
      street_address: street,
      post_code: street,
      town_name: 'string',
      region: 'string',
      po_box: building,
      country: 'string',
    },
    account_role: street,
    party_type: 'string',
    party_id: 'string',
    party_number: 'string',
    regional_data: 'null',
  };
}

export function identity(region: 'ae' | 'sa'): Shape {
  return envelope({ account_id: 'null', identities: [identityItem(region, false)] });
}

export function identities(region: 'ae' | 'sa'): Shape {
  return envelope({ account_id: 'null', identities: [identityItem(region, true)] });
}

export const beneficiaries = envelope({
  beneficiaries: [
    {
      account_id: 'string',
      account_holder_name: 'string|null',
      account_holder_short_name: 'string|null',
      beneficiary_id: 'string',
      beneficiary_type: 'string',
      creditor_agent: {
        scheme_name: 'string',
        identification: 'string',
        name: 'string',
        postal_address: {
          address_line: 'string',
          address_type: 'string',
          building_number: 'string',
          country: 'string',
          department: 'null',
          post_code: 'string',
          street_name: 'null',
          sub_department: 'null',
          town_name: 'string',
          country_sub_division: 'null',
        },
      },
      creditor_account: { scheme_name: 'string', identification: 'string', name: 'string' },
      reference: 'string',
      supplementary_data: 'null',
      regional_data: 'null',
    },
  ],
});

export const directDebits = envelope({
  direct_debits: [
    {
      account_id: 'string',
      direct_debit_id: 'string',
      status_code: 'string',
      frequency: 'string',
      mandate_identification: 'string',
      name: 'string',
      previous_payment_date_time: 'string',
      previous_payment_amount: money,
      regional_data: 'null',
    },
  ],
});

export const standingOrders = envelope({
  standing_orders: [
    {
      account_id: 'string',
      standing_order_id: 'string',
      standing_order_status_code: 'string',
      first_payment_date_time: 'string',
      last_payment_date_time: 'string',
      next_payment_date_time: 'string',
      final_payment_date_time: 'string',
      frequency: { frequency_type: 'string', interval: 'string' },
      number_of_payments: 'number',
      reference: 'null',
      standing_order_type: 'string',
      purpose: 'string',
      first_payment_amount: money,
      last_payment_amount: money,
      next_payment_amount: money,
      final_payment_amount: money,
      creditor_agent: { scheme_name: 'string', identification: 'string' },
      creditor_account: 'null',
      regional_data: 'null',
    },
  ],
});

export const scheduledPayments = envelope({
  scheduled_payments: [
    {
      account_id: 'string',
      scheduled_payment_id: 'string',
      scheduled_type: 'string',
      scheduled_payment_date_time: 'string',
      debtor_reference: 'string',
      reference: 'null',
      instructed_amount: money,
      creditor_agent: { scheme_name: 'string', identification: 'string' },
      creditor_account: { scheme_name: 'string', identification: 'string', name: 'null' },
      regional_data: 'null',
    },
  ],
});
