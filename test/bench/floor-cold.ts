/** The floor as a page would have it: it asks for its rows itself. */
import type { Transaction } from '../../src/domain/transaction.js';
import { FloorList } from './floor.js';

interface WireRow {
  transaction_information: string;
  amount: { amount: string; currency: string };
  credit_debit_indicator: string;
  booking_date_time: string;
  insights: { category: string };
}

interface WireBody {
  data: { transactions: WireRow[] };
}

async function start(): Promise<void> {
  const list = new FloorList();
  document.body.append(list);
  const response = await fetch(
    '/api/lean/accounts/account-1/transactions?entity_id=entity-1&page=0&size=100',
  );
  const { data } = (await response.json()) as WireBody;
  const rows = data.transactions.reverse().map((row) => ({
    description: row.transaction_information,
    money: {
      amount: row.credit_debit_indicator === 'DEBIT' ? `-${row.amount.amount}` : row.amount.amount,
      currency: row.amount.currency,
    },
    bookedAt: row.booking_date_time,
    category: row.insights.category,
  }));
  list.give(rows as unknown as Transaction[]);
}

void start();
