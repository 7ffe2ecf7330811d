/** What elements that show data bring in at first need. */
export { createAccountsStore, type AccountsRequest, type AccountsStore } from './accounts-store.js';
export {
  createTransactionsStore,
  type TransactionsRequest,
  type TransactionsStore,
} from './transactions-store.js';
