import { plural as pluralOf, type Count } from './count.js';

/** Arabic has all six forms; one that is left out does not compile. `#` stands for the number. */
export function plural(count: Count, forms: Record<Intl.LDMLPluralRule, string>): string {
  return pluralOf(count, forms);
}
