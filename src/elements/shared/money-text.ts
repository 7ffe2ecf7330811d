import type { Money } from '../../domain/money.js';
import type { Formats, SignDisplay } from '../../i18n/index.js';

/** An amount inside a sentence: read left to right whatever stands around it. */
export function inLine(format: Formats, money: Money, sign?: SignDisplay): string {
  return `\u2066${format.moneyText(money, sign)}\u2069`;
}
