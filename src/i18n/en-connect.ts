import { firstErrors } from './en-first-errors.js';
import type { ErrorTexts } from './error-text.js';

/**
 * What the connect button says in English until it is pressed; `en-connect-life.ts` has the rest. Apart from
 * `en-data.ts`, so that a page with the button alone is small.
 */
export const enConnect = {
  common: {
    retry: 'Try again',
    copy: 'Copy',
    copied: 'Copied',
    reference: 'Reference',
  },

  connect: {
    button: 'Connect your bank',
    opening: 'Opening',
  },

  errors: firstErrors as ErrorTexts,
};

export type ConnectMessages = typeof enConnect;
