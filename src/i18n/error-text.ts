import type { ErrorCode } from '../domain/error.js';

/** What a customer reads about an error: what happened, then what it means and what they can do. */
export interface ErrorText {
  title: string;
  text: string;
}

/** The texts that are here so far; `unexpected` always is, and stands in for the others. */
export type ErrorTexts = Partial<Record<ErrorCode, ErrorText>> & { unexpected: ErrorText };

/** The words for an error. */
export function errorText(texts: ErrorTexts, code: ErrorCode): ErrorText {
  return texts[code] ?? texts.unexpected;
}
