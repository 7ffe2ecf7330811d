export { isolate, plural, type Count } from './count.js';
export { enConnect } from './en-connect.js';
export { en } from './en.js';
export { formatsOf, type Formats, type Numerals } from './formats.js';
export { moneyText, type MoneyParts, type SignDisplay } from './money-format.js';
export {
  completeMessages,
  type ConnectMessages,
  type ConnectText,
  type ErrorText,
  type Messages,
  type PartialMessages,
} from './messages.js';
export {
  languageOf,
  loadMessages,
  onLanguageRegistered,
  registerLocale,
  type Direction,
  type Language,
  type LocaleDefinition,
} from './registry.js';
