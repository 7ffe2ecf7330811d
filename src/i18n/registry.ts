import { chunksHaveCome, loadChunk } from '../domain/chunk.js';
import type { PartialMessages } from './messages.js';

export type Direction = 'ltr' | 'rtl';

/** A language as an element finds it; `messages` is null until `loadMessages` has brought them. */
export interface Language {
  /** The tag it was registered under, such as `ar`. */
  tag: string;
  direction: Direction;
  messages: PartialMessages | null;
}

/** A language and the way to its messages. */
interface Entry extends Language {
  load: (() => Promise<PartialMessages>) | null;
  loading: Promise<PartialMessages> | null;
}

/** Every element brings its English words itself, so nothing has to be laid over them. */
const english: Entry = { tag: 'en', direction: 'ltr', messages: {}, load: null, loading: null };
const arabic: Entry = {
  tag: 'ar',
  direction: 'rtl',
  messages: null,
  load: () => import('./ar.js').then((module) => module.ar),
  loading: null,
};

/** By tag, in lower case. */
export const languages = new Map<string, Entry>([english, arabic].map((entry) => [entry.tag, entry]));
/** Told when there are more words. */
export const listeners = new Set<() => void>();

/** The language for a `lang`: its exact tag, else a shorter one, else English. */
export function languageOf(lang: string): Language {
  for (let tag = lang.toLowerCase().replaceAll('_', '-'); tag !== ''; tag = tag.replace(/-?[^-]*$/, '')) {
    const entry = languages.get(tag);
    if (entry) return entry;
  }
  return english;
}

/** Brings a language's messages; a failure (`chunk_missing` or `offline`) is not kept, the next call tries again. */
export function loadMessages(tag: string): Promise<PartialMessages> {
  const entry = languages.get(tag) ?? english;
  if (entry.messages) return Promise.resolve(entry.messages);
  entry.loading ??= bring(entry);
  return entry.loading;
}

async function bring(entry: Entry): Promise<PartialMessages> {
  const { load, tag } = entry;
  try {
    entry.messages = load ? await loadChunk(load, `The messages for "${tag}"`) : {};
    return entry.messages;
  } finally {
    entry.loading = null;
  }
}

let errorTexts: PartialMessages = {};
let areErrorTextsAsked = false;

/** What lies over an element's English words: the texts of errors, once they have come. */
export function lateEnglish(): PartialMessages {
  return errorTexts;
}

/**
 * Brings the English texts of errors when the browser has nothing better to do, and nothing else is on its way;
 * whoever listens is told. Until then, and where they do not come, a few that every element carries stand in.
 */
export function bringErrorTexts(): void {
  if (areErrorTextsAsked) return;
  areErrorTextsAsked = true;
  const bring = (): void => {
    void bringLate(async () => {
      await chunksHaveCome();
      errorTexts = { errors: (await import('./en-errors.js')).errors };
    }).then((isHere) => {
      areErrorTextsAsked = isHere;
    });
  };
  if ('requestIdleCallback' in globalThis) requestIdleCallback(bring, { timeout: 1000 });
  else setTimeout(bring);
}

/** Brings words that the first picture does without, and has every element drawn anew; false where they did not come. */
export async function bringLate(bring: () => Promise<void>): Promise<boolean> {
  try {
    await bring();
  } catch (reason) {
    console.warn('lean-elements: some words did not load.', reason);
    return false;
  }
  for (const listener of listeners) listener();
  return true;
}

/** Calls back whenever a language is registered, or more English has come; returns the way to stop. */
export function onLanguageRegistered(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
