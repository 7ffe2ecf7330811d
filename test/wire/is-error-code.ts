import { ERROR_CODES, type ErrorCode } from '../../src/domain/error-codes.js';

/** Tells whether a text is in the closed list of error codes. */
export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(ERROR_CODES, text);
}
