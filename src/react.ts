// Made by "npm run manifest" from custom-elements.json; edit the element instead.
/** `lean-elements/react`: a React component for each element. Needs the peer `react`. */
export { LeanAccounts } from './react/lean-accounts.js';
export { LeanConnectButton } from './react/lean-connect-button.js';
export { LeanConsents } from './react/lean-consents.js';
export { LeanIdentity } from './react/lean-identity.js';
export { LeanProvider } from './react/lean-provider.js';
export { LeanSpending } from './react/lean-spending.js';
export { LeanTransactions } from './react/lean-transactions.js';
