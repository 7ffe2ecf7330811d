export { isolate, plural, type Count } from './count.js';
export { formatsOf, type Formats, type Numerals } from './formats.js';
export { moneyText, type MoneyParts, type SignDisplay } from './money-format.js';
export type { ConnectText, ErrorText, Messages, PartialMessages } from './messages.js';
export {
  languageOf,
  loadMessages,
  onLanguageRegistered,
  registerLocale,
  type Direction,
  type Language,
  type LocaleDefinition,
} from './registry.js';
export { en } from './en.js';
