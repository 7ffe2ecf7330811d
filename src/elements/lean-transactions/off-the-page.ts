import { LeanError } from '../../domain/error.js';

/** Why an element that is not on the page has no rows to give. */
export function offThePage(): LeanError {
  return new LeanError('unexpected', 'The element is not on the page.');
}
