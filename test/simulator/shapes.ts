/**
 * The shapes of Lean's answers, written by hand after its sandbox answers of May 2026: every field of every data
 * request, with the types that were seen. `|` separates types, `?` after a name allows null, a list has its items' shape.
 */

export type Shape = string | readonly [Shape] | { readonly [field: string]: Shape };

const page: Shape = {
  number: 'number',
  size: 'number',
  total_elements: 'number',
  total_pages: 'number',
  sort: 'null',
};

const money: Shape = { currency: 'string', amount: 'number' };

/** The v2 envelope around a data set. */
function envelope(data: Record<string, Shape>): Shape {
  return {
    status: 'string',
    results_id: 'string',
    message: 'string',
    meta: 'null',
    timestamp: 'string',
    status_detail: 'null',
    refreshed_at: 'string',
    type: 'string',
    data: { type: 'string', ...data, page },
  };
}

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

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}

/** Every place where a value departs from a shape: fields too many, too few, of another type. */
export function differences(value: unknown, shape: Shape, at = '$'): string[] {
  if (typeof shape === 'string') {
    const type = typeOf(value);
    return shape.split('|').includes(type) ? [] : [`${at} is ${type}, not ${shape}`];
  }
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) return [`${at} is ${typeOf(value)}, not a list`];
    return value.flatMap((item, place) =>
      differences(item, (shape as readonly [Shape])[0], `${at}[${String(place)}]`),
    );
  }
  if (typeOf(value) !== 'object') return [`${at} is ${typeOf(value)}, not an object`];
  const object = value as Record<string, unknown>;
  const fields = Object.entries(shape as Record<string, Shape>).map(([name, inner]) => ({
    name: name.replace('?', ''),
    isNullable: name.endsWith('?'),
    inner,
  }));
  const known = new Set(fields.map(({ name }) => name));
  return [
    ...Object.keys(object).flatMap((name) => (known.has(name) ? [] : [`${at}.${name} is too many`])),
    ...fields.flatMap(({ name, isNullable, inner }) => {
      if (!(name in object)) return [`${at}.${name} is missing`];
      return isNullable && object[name] === null ? [] : differences(object[name], inner, `${at}.${name}`);
    }),
  ];
}
