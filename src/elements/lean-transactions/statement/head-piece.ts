import { html } from 'lit';
import type { CurrencyTotal } from '../../../domain/transactions/totals.js';
import type { Formats } from '../../../i18n/index.js';
import type { Piece } from '../list/pieces.js';
import { drawn } from './row-piece.js';

/** A group's heading with its changing parts. */
export interface HeadPiece extends Piece {
  readonly title: Text;
  readonly totals: Text;
}

/** Gives copies of one heading; where rows stand by themselves they are put into it. */
export function createHeadMaker(): () => HeadPiece {
  let pattern: Element | null = null;
  return () => {
    pattern ??= drawn(
      html`<div class="day" role="group">
        <div class="day-head small" part="day" translate="no">
          <h3>-</h3>
          <p class="day-totals figures" part="day-total">-</p>
        </div>
      </div>`,
    );
    const element = pattern.cloneNode(true) as HTMLElement;
    const [title, totals] = element.firstElementChild?.children ?? [];
    return { element, title: title?.firstChild as Text, totals: totals?.firstChild as Text };
  };
}

/** Writes a heading: what the group is called and what it comes to. */
export function writeHead(
  { element, title, totals }: HeadPiece,
  name: string,
  sums: readonly CurrencyTotal[],
  format: Formats,
): void {
  if (title.data !== name) {
    title.data = name;
    element.setAttribute('aria-label', name);
  }
  const texts = sums.map(({ net, currency }) => shortAmount(format, net, currency));
  totals.data = texts.join('\u2003');
}

/** The currency as the page wants it written, where a sum has little room. */
function shortAmount(format: Formats, amount: string, code: string): string {
  const { sign, number, currency, isCurrencyLast } = format.money({ amount, currency: code }, 'always');
  const parts = isCurrencyLast ? [sign + number, currency] : [currency, sign + number];
  return parts.filter((part) => part !== '').join('\u00a0');
}
