/**
 * `lean-elements/classes`: the element classes, page-wide settings, further languages, and all types. Importing it
 * defines no element; `lean-elements/define/<tag>` does.
 */
export { LeanAccounts } from './elements/lean-accounts/lean-accounts.js';
export { LeanConnectButton } from './elements/lean-connect-button/lean-connect-button.js';
export { LeanConsents } from './elements/lean-consents/lean-consents.js';
export { LeanIdentity } from './elements/lean-identity/lean-identity.js';
export { LeanProvider } from './elements/lean-provider/lean-provider.js';
export { LeanSpending } from './elements/lean-spending/lean-spending.js';
export { LeanTransactions } from './elements/lean-transactions/lean-transactions.js';
export { registerLocale } from './i18n/index.js';
export type { Direction, Language, LocaleDefinition, Messages, PartialMessages } from './i18n/index.js';
export { configure } from './session/page.js';
export type { GetHeaders, GetLinkSession, PartialSettings, Settings } from './session/settings.js';
export type { LinkSession } from './wire/contract.js';
export type * from './domain/index.js';
export type * from './events/index.js';
