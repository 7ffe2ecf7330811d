import { data } from './data.js';
import type { Defence } from './defence.js';
import { link } from './link.js';
import { manyElements } from './many-elements.js';
import { script } from './script.js';
import { sdk } from './sdk.js';
import { time } from './time.js';
import { upstream } from './upstream.js';
import { user } from './user.js';

/** Every defence that `npm run test:defences` removes, one at a time. */
export const defences: readonly Defence[] = [
  ...script,
  ...sdk,
  ...link,
  ...user,
  ...time,
  ...upstream,
  ...data,
  ...manyElements,
];

/** The faults of the catalogue that a page in a browser must survive. */
export const faults: readonly string[] = [
  ...numbered('K', 22),
  ...numbered('U', 9),
  ...numbered('Z', 6),
  ...numbered('V', 8),
  'D15',
  'D16',
  // Not of the catalogue: five elements with one session, or one bank that asks for the customer.
  'S2',
];

/** Letters whose tables are whole: each of their faults has a defence here. */
export const finished: readonly string[] = ['K', 'U', 'Z', 'V', 'D', 'S'];

function numbered(letter: string, last: number): string[] {
  return Array.from({ length: last }, (_, index) => `${letter}${String(index + 1)}`);
}
