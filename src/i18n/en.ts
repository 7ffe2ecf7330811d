import { enConsents } from './en-consents.js';
import { enConnectLife } from './en-connect-life.js';
import { errors } from './en-errors.js';
import { enIdentity } from './en-identity.js';
import { enRefresh } from './en-refresh.js';
import { enSpending } from './en-spending.js';
import { enStatement } from './en-statement.js';
import { enWords } from './en-words.js';

/**
 * Every word the elements say, in English. This object is also the type of every other language, so a missing
 * message does not compile.
 */
export const en = {
  ...enWords,
  ...enConsents,
  ...enIdentity,
  errors,
  refresh: enRefresh,
  statement: enStatement,
  spending: enSpending,
  connect: { ...enWords.connect, ...enConnectLife.connect },
};

/** A whole language. */
export type CompleteMessages = typeof en;
