/** The SDK's methods, one row each: what it needs, and what else it takes (facts §2.2, §2.3). */
import type { ErrorCode } from '../domain/error.js';
import type { LinkMethod } from '../domain/link.js';

/** One row of the table; field names are Lean's. */
export interface MethodRow {
  /** Field to the error when it is missing or empty. */
  required: Readonly<Record<string, ErrorCode>>;
  optional: readonly string[];
}

const SHARED = [
  'access_token',
  'sandbox',
  'language',
  'customization',
  'destination_alias',
  'destination_avatar',
  'customer_metadata',
] as const;

/** A new method of Lean's is a new row here, its label in the messages, and a test. */
export const LINK_METHODS: Readonly<Record<LinkMethod, MethodRow>> = {
  connect: {
    required: {
      app_token: 'missing_app_token',
      customer_id: 'missing_customer_id',
      permissions: 'missing_permissions',
    },
    optional: [
      ...SHARED,
      'bank_identifier',
      'account_type',
      'access_from',
      'access_to',
      'success_redirect_url',
      'fail_redirect_url',
      'show_consent_explanation',
      'end_user_id',
    ],
  },
  reconnect: {
    required: { app_token: 'missing_app_token', reconnect_id: 'missing_reconnect_id' },
    optional: SHARED,
  },
};
