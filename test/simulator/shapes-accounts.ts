/** Accounts, balances and transactions as Lean's sandbox answered them in May 2026, written by hand. */
import type { Shape } from './shape.js';
import { envelope, money } from './shapes-common.js';

export const accounts = envelope({
  accounts: [
    {
      entity_id: 'string',
      account_id: 'string',
      account_holder_name: 'string',
      account_holder_short_name: 'string',
      status: 'string',
      status_update_date_time: 'string',
      currency: 'string',
      account_type: 'string',
      account_sub_type: 'string',
      nickname: 'string',
      description: 'string',
      opening_date: 'string',
      maturity_date: 'null|string',
      account: [{ scheme_name: 'string', identification: 'string', name: 'string|null' }],
      servicer: { scheme_name: 'string', identification: 'string' },
      regional_data: 'null',
    },
  ],
});

export const balances = envelope({
  balances: [
    {
      entity_id: 'string',
      account_id: 'string',
      credit_debit_indicator: 'string',
      type: 'string',
      amount: money,
      date_time: 'string',
      credit_line: [{ included: 'boolean', amount: money, type: 'string' }],
      regional_data: 'null',
    },
  ],
});

/** The parts of a transfer's two sides that differ: codes and addresses in Saudi Arabia, names alone in the UAE. */
const sides = {
  ae: {
    account: { name: 'string', scheme_name: 'string', identification: 'string' },
    agent: { scheme_name: 'null', identification: 'string', name: 'null', postal_address: 'null' },
  },
  sa: {
    account: { name: 'string', scheme_name: 'null', identification: 'string' },
    agent: {
      scheme_name: 'string',
      identification: 'string',
      name: 'string',
      postal_address: {
        address_type: 'string',
        address_line: 'string',
        building_number: 'string',
        country: 'string',
        country_subdivision: 'null|string',
        post_code: 'string',
        street_name: 'null|string',
        town_name: 'string',
      },
    },
  },
} as const satisfies Record<'ae' | 'sa', Record<'account' | 'agent', Shape>>;

export function transactions(region: 'ae' | 'sa'): Shape {
  const { account, agent } = sides[region];
  return envelope({
    transactions: [
      {
        entity_id: 'string',
        account_id: 'string',
        transaction_id: 'string',
        transaction_information: 'string',
        transaction_reference: 'string',
        credit_debit_indicator: 'string',
        amount: money,
        transaction_mutability: 'string',
        booking_date_time: 'string',
        insights: 'null',
        balance: { type: 'string', credit_debit_indicator: 'string', amount: money },
        status: 'string',
        statement_reference: ['string'],
        value_date_time: 'string',
        index: 'number',
        charge_amount: { amount: 'number', currency: 'string', charge_included: 'boolean' },
        bank_transaction_code: { code: 'string', sub_code: 'string' },
        card_instrument: {
          authorization_type: 'string',
          card_scheme_name: 'string',
          identification: 'string',
          name: 'string',
        },
        merchant_details: { merchant_category_code: 'string', merchant_name: 'string' },
        proprietary_bank_transaction_code: { code: 'string', issuer: 'string' },
        'currency_exchange?': {
          source_currency: 'string',
          target_currency: 'string',
          unit_currency: 'string',
          exchange_rate: 'number',
          contract_identification: 'string',
          quotation_date: 'string',
          instructed_amount: money,
        },
        'creditor_account?': account,
        'creditor_agent?': agent,
        'debtor_account?': account,
        'debtor_agent?': agent,
        local_time_zone: 'string',
        transaction_type: 'string',
        sub_transaction_type: 'string',
        payment_modes: 'null',
        flags: ['string'],
        regional_data: 'null',
      },
    ],
  });
}
