/** Sample data as a host page would hand it over: domain objects, nothing of Lean's wire. */
import type { GivenAccount } from '../../src/controllers/accounts.js';
import type { Balance, Transaction } from '../../src/domain/index.js';

export function sampleBalance(amount: string, currency: string, more: Partial<Balance> = {}): Balance {
  return { type: 'INTERIM_AVAILABLE', money: { amount, currency }, at: null, creditLimit: null, ...more };
}

/** A current account in dirhams with 42,905.10 on it. */
export function sampleAccount(more: Partial<GivenAccount> = {}): GivenAccount {
  return {
    accountId: 'account-1',
    entityId: 'entity-1',
    bankIdentifier: 'SAMPLE_UAE',
    name: 'Daily spending',
    type: 'current',
    status: 'enabled',
    holderName: 'Sample Customer',
    currency: 'AED',
    iban: 'AE070331234567890124567',
    accountNumber: null,
    credit: null,
    balance: sampleBalance('42905.1', 'AED'),
    ...more,
  };
}

/** A booked purchase of 312.40 dirhams on 21 November 2026. */
export function sampleTransaction(more: Partial<Transaction> = {}): Transaction {
  return {
    transactionId: 'transaction-1',
    accountId: 'account-1',
    entityId: 'entity-1',
    description: 'POS 4021 CARREFOUR MALL OF THE EMIRATES',
    merchantName: 'Carrefour',
    reference: 'REF-77',
    money: { amount: '-312.4', currency: 'AED' },
    direction: 'debit',
    status: 'booked',
    bookedAt: '2026-11-21T09:30:00Z',
    valueAt: '2026-11-21',
    category: 'GROCERIES',
    type: 'PURCHASE',
    ...more,
  };
}
