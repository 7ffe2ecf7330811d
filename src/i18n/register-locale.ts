import type { PartialMessages } from './messages.js';
import { languages, listeners, type Direction } from './registry.js';

/** A language as a host registers it: its messages now, or a function that brings them when they are first needed. */
export interface LocaleDefinition {
  messages?: PartialMessages;
  load?: () => Promise<PartialMessages>;
  /** How it is written; `ltr` when left out. */
  direction?: Direction;
}

/**
 * Adds a language, or replaces one, by its tag (`fr`, `ar-SA`). Elements already on the page follow at once.
 * Messages it leaves out are said in English.
 */
export function registerLocale(tag: string, { messages, load, direction = 'ltr' }: LocaleDefinition): void {
  const key = tag.toLowerCase();
  languages.set(key, {
    tag: key,
    direction,
    messages: messages ?? (load ? null : {}),
    load: load ?? null,
    loading: null,
  });
  for (const listener of listeners) listener();
}
