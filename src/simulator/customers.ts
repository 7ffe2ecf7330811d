/** The application's customers (facts §3.2, §3.11). */
import type { Identifiers } from './identifiers.js';

/** A customer as Lean's JSON names it. */
export interface Customer {
  customer_id: string;
  app_user_id: string;
  government_identifiers?: GovernmentIdentifier[];
}

/** UAE Open Finance: who the customer is for the state. */
export interface GovernmentIdentifier {
  type: 'EMIRATES_ID' | 'TRADE_LICENSE_NUMBER';
  value: string;
}

/** The store of customers. */
export interface Customers {
  /** Null when that `app_user_id` is taken. */
  create(appUserId: string, governmentIdentifiers?: GovernmentIdentifier[]): Customer | null;
  byId(customerId: string): Customer | null;
  byAppUserId(appUserId: string): Customer | null;
  /** Newest first. */
  list(): Customer[];
}

export function createCustomers(identifiers: Identifiers): Customers {
  const byId = new Map<string, Customer>();
  const byAppUserId = new Map<string, Customer>();
  return {
    create(appUserId, governmentIdentifiers) {
      if (byAppUserId.has(appUserId)) return null;
      const customer: Customer = {
        customer_id: identifiers.of('customer', appUserId),
        app_user_id: appUserId,
        ...(governmentIdentifiers && { government_identifiers: governmentIdentifiers }),
      };
      byId.set(customer.customer_id, customer);
      byAppUserId.set(appUserId, customer);
      return customer;
    },
    byId: (customerId) => byId.get(customerId) ?? null,
    byAppUserId: (appUserId) => byAppUserId.get(appUserId) ?? null,
    list: () => [...byId.values()].reverse(),
  };
}
