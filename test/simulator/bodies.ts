/**
 * The fields tests read, of all answers together. No answer has them all: one that is not there reads as undefined
 * and fails its assertion. What an answer must hold exactly is said in `shapes.ts`.
 */

export interface MoneyBody {
  amount: number;
  currency: string;
}

export interface AccountBody {
  account_id: string;
  currency: string;
  account_sub_type: string;
  account_holder_name: string;
  nickname: string;
  account: { scheme_name: string; identification: string }[];
  /** v1. */
  type: string;
  iban: string;
  currency_code: string;
  credit: object | null;
}

export interface RowBody {
  transaction_id: string;
  transaction_information: string;
  transaction_mutability: string;
  booking_date_time: string;
  status: string;
  amount: MoneyBody;
  balance: { amount: MoneyBody };
  insights: { category: string } | null;
}

/** A row of v1. */
export interface OldRowBody {
  id: string;
  amount: number;
  timestamp: string;
  insights: { category: string };
}

export interface EntityBody {
  id: string;
  bank_identifier: string;
  status: string;
  permissions: Record<'balance' | 'transactions' | 'beneficiaries', boolean>;
  consents: { consent_status: string; expiration_date_time: string | null }[];
}

export interface DataBody {
  type: string;
  accounts: AccountBody[];
  balances: { type: string; amount: MoneyBody }[];
  transactions: RowBody[];
  page: { number: number; total_elements: number; total_pages: number };
}

export interface Body extends EntityBody {
  access_token: string;
  error: string;
  customer_id: string;
  app_user_id: string;
  government_identifiers: unknown;
  scenario: string;
  now: string;
  message: string;
  meta: string | null;
  timestamp: string;
  type: string | null;
  refreshed_at: string | null;
  results_id: string;
  refresh_id: string;
  reconnect_id: string;
  status_detail: { granular_status_code: string; status_additional_info: string };
  data: DataBody;
  content: { refresh_id: string; status: string }[];
  page: { total_elements: number };
  payload: {
    type: string;
    gender: string;
    account_id: string;
    balance: number;
    reconnect_id: string;
    accounts: AccountBody[];
    transactions: OldRowBody[];
  };
}

export interface BankBody {
  identifier: string;
  arabic_name: string | null;
  account_type: string;
  connection_type: string;
  country_code: string;
  logo: string;
  logo_alt: string;
}

/** The payload of a webhook. */
export interface EventBody {
  type: string;
  event_id: string;
  timestamp: string;
  payload: {
    id: string;
    entity_id: string;
    reconnect_id: string;
    status?: string;
    bank_details: object;
    availability: { active: { data: boolean } };
    data_status: {
      account_data: {
        transactions: string;
        beneficiaries: string;
        transaction_availability: { start: string; end: string; complete_months: number };
      }[];
    };
  };
}
