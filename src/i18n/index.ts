export type { Count } from './count.js';
export { en } from './en.js';
export { formatsOf, type Formats, type Numerals } from './formats.js';
export type { MoneyParts, SignDisplay } from './money-format.js';
export type { ConnectMessages, ConnectText, ErrorText, Messages, PartialMessages } from './messages.js';
export { registerLocale, type Direction, type Language, type LocaleDefinition } from './registry.js';
