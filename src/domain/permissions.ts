/** The permissions Lean's `connect` takes for data. */
export const PERMISSIONS = [
  'accounts',
  'identity',
  'balance',
  'transactions',
  'identities',
  'beneficiaries',
  'direct_debits',
  'standing_orders',
  'scheduled_payments',
] as const;
export type Permission = (typeof PERMISSIONS)[number];
