import { enConnect } from './en-connect.js';
import { enData } from './en-data.js';

/**
 * Every word the elements say, in English. This object is also the type of every other language, so a missing
 * message does not compile.
 */
export const en = { ...enConnect, ...enData };

/** Every word the elements say; a language is an object of this shape. */
export type Messages = typeof en;
