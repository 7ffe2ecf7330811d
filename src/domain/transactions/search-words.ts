import { foldText } from '../fold.js';
import { PLACEHOLDER, foldToOneByte } from './one-byte.js';

/** One way in which a word may stand in a row. */
export interface WordForm {
  folded: string;
  /** The same with one byte a character. */
  encoded: string;
  /** False when the encoded form stands for other words, too, so that a match has to be checked. */
  isExact: boolean;
}

/** A word a row must contain in one of its forms. */
export type SearchWord = readonly WordForm[];

/** The words of what a person typed. Numbers may be typed with group marks and a sign, which amounts do not have. */
export function searchWords(search: string): SearchWord[] {
  const words = foldText(search).split(/\s+/).filter(Boolean);
  return words.map((word) => [...new Set([word, plainNumber(word)])].map(formOf));
}

function plainNumber(word: string): string {
  const number = word.replace(/[,+\-−]/g, '');
  return /^\d+(\.\d*)?$/.test(number) ? number : word;
}

function formOf(folded: string): WordForm {
  const encoded = foldToOneByte(folded);
  return { folded, encoded, isExact: !encoded.includes(PLACEHOLDER) };
}
