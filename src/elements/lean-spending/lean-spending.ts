import { property } from '../shared/property.js';
import { css, type PropertyValues } from 'lit';
import { calendarDay } from '../../domain/calendar.js';
import { keepKnown } from '../shared/known-words.js';
import { LateElement, type LatePart } from '../shared/late-element.js';
import { createSelectionSource, SELECTION, type Selection } from '../shared/selection.js';

/**
 * Money in and out by month, category and payee: a chart with its table. What is chosen in it can drive a
 * `lean-transactions`. Everything but this frame is loaded when the element is used.
 *
 * @tag lean-spending
 * @fires {CustomEvent<LeanCategorySelectDetail>} lean-category-select - The customer chose a category or a month, or chose it again to clear; cancelable.
 * @fires {CustomEvent<LeanReconnectRequiredDetail>} lean-reconnect-required - A bank asks for the customer; cancelable, the page then draws its own notice.
 * @fires {CustomEvent<LeanConnectStartDetail>} lean-connect-start - A notice's button is about to open Link; cancelable.
 * @fires {CustomEvent<LeanConnectOutcomeDetail>} lean-connect-success - The backend confirmed the bank of a notice.
 * @fires {CustomEvent<LeanConnectOutcomeDetail>} lean-connect-cancel - The customer closed Link.
 * @fires {CustomEvent<LeanConnectErrorDetail>} lean-connect-error - It did not work; `detail.error.code` says why.
 * @fires {CustomEvent<LeanConnectOutcomeDetail>} lean-connect-redirect - The page is about to give way to the bank's.
 * @fires {CustomEvent<LeanConnectOutcomeDetail>} lean-connect-ready - The bank's data can be read again.
 * @slot header - Instead of the title.
 * @slot footer - Below everything.
 * @slot empty - Instead of our words when there is nothing to add up.
 * @slot error - Instead of our notice when nothing could be read.
 * @csspart base - Everything.
 * @csspart header - The line with title and currencies.
 * @csspart title - The title.
 * @csspart currencies - The buttons of the currencies, where there are several.
 * @csspart summary - What was spent this month, against the last.
 * @csspart chosen - The chips of what is chosen.
 * @csspart by-month - The card of the months.
 * @csspart legend - In, out and net in words.
 * @csspart chart - The picture.
 * @csspart month - One month in it.
 * @csspart selected - The month or category that is chosen.
 * @csspart table - The figures behind the picture, closed at first.
 * @csspart categories - The card of the categories.
 * @csspart category - One category.
 * @csspart payees - The card of those paid most.
 * @csspart payee - One of them.
 * @csspart notes - What is not counted.
 * @csspart notice - What is to be said about a bank, or an error.
 * @csspart notice-button - The button in a notice.
 * @csspart reference - The reference below an error.
 * @csspart skeleton - The shape of what is on its way.
 * @csspart empty - The words when there is nothing to add up.
 * @csspart error - The card around the notice when nothing could be read.
 */
export class LeanSpending extends LateElement {
  static override readonly styles = [
    ...LateElement.styles,
    css`
      :host {
        --_usual-height: 82em;
        --_usual-height-narrow: 120em;
        --_usual-head: 35px;
      }
    `,
  ];

  /** Adds up this account alone. */
  @property() accountId: string | null = null;

  /** Ids of the elements whose chosen account is added up, such as a `lean-accounts`. */
  @property() for: string | null = null;

  /** First day, inclusive, as `YYYY-MM-DD` in the bank's zone; without one, all that the consent allows. */
  @property() from: string | null = null;

  /** Last day, inclusive, as `YYYY-MM-DD` in the bank's zone. */
  @property() to: string | null = null;

  #read = (): Selection => NOTHING;
  readonly #selection = createSelectionSource(() => this.#read());

  /** What `lean-transactions for` follows. */
  get [SELECTION](): ReturnType<typeof createSelectionSource> {
    return this.#selection;
  }

  /** The same as `for`, under the name that labels and outputs have for it. */
  get htmlFor(): string | null {
    return this.for;
  }

  set htmlFor(ids: string | null) {
    this.for = ids;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    keepKnown(this, changed.keys(), {
      from: calendarDay(this.from) && this.from,
      to: calendarDay(this.to) && this.to,
    });
  }

  protected override async load(): Promise<LatePart<this>> {
    const { createBody, styles } = await import('./spending-body.js');
    return {
      styles,
      createBody: (host) => {
        const body = createBody(host);
        this.#read = () => body.selection();
        return body;
      },
    };
  }
}

const NOTHING: Selection = { accountId: null, entityId: null, accounts: [] };

declare global {
  interface HTMLElementTagNameMap {
    'lean-spending': LeanSpending;
  }
}
