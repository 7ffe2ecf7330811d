/** What a customer can let an application read (facts §2.3), in the order of Lean's JSON. */
export const permissionNames = [
  'identity',
  'accounts',
  'balance',
  'transactions',
  'identities',
  'scheduled_payments',
  'standing_orders',
  'direct_debits',
  'beneficiaries',
] as const;

export type Permission = (typeof permissionNames)[number];

/** Every permission as a flag. */
export type PermissionFlags = Record<Permission, boolean>;

/** Flags for a list of names; names that are no data permission (`payments`) are left out. */
export function flagsOf(names: readonly string[], withheld: readonly Permission[] = []): PermissionFlags {
  const isGiven = (name: Permission) => names.includes(name) && !withheld.includes(name);
  return Object.fromEntries(permissionNames.map((name) => [name, isGiven(name)])) as PermissionFlags;
}

/** The names whose flag is set. */
export function namesOf(flags: PermissionFlags): Permission[] {
  return permissionNames.filter((name) => flags[name]);
}
