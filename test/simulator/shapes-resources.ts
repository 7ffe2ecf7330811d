/** Customers, entities, refreshes, banks and errors as Lean's sandbox answered them in May 2026, written by hand. */
import type { Shape } from './shape.js';
import { page } from './shapes-common.js';

const flags: Shape = {
  identity: 'boolean',
  accounts: 'boolean',
  balance: 'boolean',
  transactions: 'boolean',
  identities: 'boolean',
  scheduled_payments: 'boolean',
  standing_orders: 'boolean',
  direct_debits: 'boolean',
  beneficiaries: 'boolean',
};

export const entity = {
  id: 'string',
  customer_id: 'string',
  bank_identifier: 'string',
  permissions: flags,
  bank_type: 'string',
  created_at: 'string',
  consents: [
    {
      id: 'string',
      bank_consent_id: 'string',
      bank_identifier: 'null',
      consent_type: 'null',
      consent_status: 'string',
      standard_consent_status: 'null',
      permissions: flags,
      creation_date_time: 'string',
      status_update_date_time: 'string',
      expiration_date_time: 'string',
      transaction_from_date_time: 'string',
      transaction_to_date_time: 'string',
      accounts: [
        {
          scheme_name: 'string',
          identification: 'string',
          name: 'string|null',
          secondary_identification: 'null',
        },
      ],
    },
  ],
} as const satisfies Shape;

export const entityList: Shape = {
  data: [{ ...entity, status: 'string', updated_at: 'string' }],
  page,
};

export const customerList: Shape = { data: [{ customer_id: 'string', app_user_id: 'string' }], page };

export const refreshList: Shape = {
  content: [
    {
      refresh_id: 'string',
      entity_id: 'string',
      customer_id: 'string',
      status: 'string',
      created_at: 'string',
      updated_at: 'string',
    },
  ],
  page,
};

export const refresh: Shape = {
  refresh_id: 'string',
  entity_id: 'string',
  customer_id: 'string',
  status: 'string',
  data_status: {
    accounts: 'string',
    identity: 'string',
    account_data: [
      {
        account_id: 'string',
        balance: 'string',
        identity: 'string',
        transactions: 'string',
        scheduled_payments: 'string',
        direct_debits: 'string',
        standing_orders: 'string',
        beneficiaries: 'string',
        transactionAvailability: { start: 'string', end: 'string' },
      },
    ],
  },
  created_at: 'string',
  updated_at: 'string',
};

export const refreshTrigger: Shape = {
  refresh_id: 'string',
  status: 'string',
  message: 'string',
  timestamp: 'string',
};

export const banks: Shape = [
  {
    identifier: 'string',
    name: 'string',
    arabic_name: 'null|string',
    commercial_name: 'string',
    commercial_name_arabic: 'null|string',
    logo: 'string',
    logo_alt: 'string',
    main_color: 'string',
    background_color: 'string',
    theme: 'string',
    country_code: 'string',
    active: 'boolean',
    mock: 'boolean',
    traits: ['string'],
    supported_account_types: ['string'],
    supported_account_sub_types: ['string'],
    bank_type: 'string',
    swift_code: 'string',
    transfer_limits: [{ currency: 'string', min: 'number', max: 'number' }],
    international_transfer_limits: [{ currency: 'string', min: 'number', max: 'number' }],
    international_destinations: [
      { country_iso_code: 'string', country_name: 'string', supported_currencies: ['string'] },
    ],
    account_type: 'string',
    connection_type: 'string',
    availability: {
      active: { payments: 'boolean', data: 'boolean' },
      enabled: { payments: 'boolean', data: 'boolean' },
    },
  },
];

export const error: Shape = { timestamp: 'string', status: 'string', message: 'string', metadata: 'null' };
export const dataError: Shape = { results_id: 'string', ...(error as Record<string, Shape>) };
