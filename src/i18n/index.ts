export type { Count } from './count.js';
export { enWords } from './en-words.js';
export { errorText } from './error-text.js';
export { formatsOf, type CurrencyDisplay, type Formats, type Numerals } from './formats.js';
export type { MoneyParts, SignDisplay } from './money-format.js';
export type {
  CompleteMessages,
  ConnectLifeMessages,
  ConnectMessages,
  ConnectText,
  ErrorText,
  Messages,
  PartialMessages,
} from './messages.js';
export { registerLocale, type LocaleDefinition } from './register-locale.js';
export type { Direction, Language } from './registry.js';
