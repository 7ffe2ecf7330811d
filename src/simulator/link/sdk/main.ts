/** Entry of the double's browser code; `scripts/generate-link-double.ts` turns it into one text. */
export { install } from './install.js';
