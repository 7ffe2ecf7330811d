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

/** Whether Lean's `connect` takes it: `payments` is no permission for data, yet goes beside them in the UAE. */
export function isPermission(name: unknown): name is Permission | 'payments' {
  return name === 'payments' || (PERMISSIONS as readonly unknown[]).includes(name);
}
