import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { LazyController } from '../../controllers/lazy.js';
import { LocaleController } from '../../controllers/locale.js';
import { ReconnectController } from '../../controllers/reconnect.js';
import { SettingsController } from '../../controllers/settings.js';
import { TransactionsController } from '../../controllers/transactions.js';
import type { Transaction } from '../../domain/transaction.js';
import type { TransactionFilter } from '../../domain/transaction-filter.js';
import { emit } from '../../events/index.js';
import { enWords, formatsOf } from '../../i18n/index.js';
import { ClockController } from '../shared/clock.js';
import { CopyController } from '../shared/copy.js';
import { cssVariable } from '../shared/css-variable.js';
import { focusFirst } from '../shared/focus.js';
import { FollowController } from '../shared/followed.js';
import { GroundController } from '../shared/ground.js';
import { needyBankOf } from '../shared/needy-bank.js';
import { filterOf, propertiesOf } from './filter-properties.js';
import { FoundRows } from './found-rows.js';
import { styles } from './lean-transactions.styles.js';
import { GrowthController } from './list-growth.js';
import { pageCount } from './page-numbers.js';
import { transactionKey, type TransactionsContext } from './transactions-context.js';
import { TransactionsTeller } from './transactions-teller.js';
import { transactionsAnnouncement, transactionsView } from './transactions.view.js';

/**
 * The history of one account, or of all: newest first, in days, with search and filters.
 *
 * @tag lean-transactions
 * @fires {CustomEvent<LeanTransactionsLoadDetail>} lean-transactions-load - The first rows are on screen; the list is complete; a refresh changed something.
 * @fires {CustomEvent<LeanErrorDetail>} lean-transactions-error - Nothing could be read.
 * @fires {CustomEvent<LeanTransactionSelectDetail>} lean-transaction-select - The customer pressed a row; cancelable, its details then stay closed.
 * @fires {CustomEvent<LeanFilterChangeDetail>} lean-filter-change - The customer changed the filter.
 * @fires {CustomEvent<LeanReconnectRequiredDetail>} lean-reconnect-required - A bank asks for the customer; cancelable, the page then draws its own notice.
 * @fires {CustomEvent<LeanConnectStartDetail>} lean-connect-start - A notice's button is about to open Link; cancelable.
 * @fires {CustomEvent<LeanConnectOutcomeDetail>} lean-connect-success - The backend confirmed the bank of a notice.
 * @fires {CustomEvent<LeanConnectOutcomeDetail>} lean-connect-cancel - The customer closed Link.
 * @fires {CustomEvent<LeanConnectErrorDetail>} lean-connect-error - It did not work; `detail.error.code` says why.
 * @fires {CustomEvent<LeanConnectOutcomeDetail>} lean-connect-redirect - The page is about to give way to the bank's.
 * @fires {CustomEvent<LeanConnectOutcomeDetail>} lean-connect-ready - The bank's data can be read again.
 * @slot header - Instead of the title.
 * @slot footer - Below the list.
 * @slot empty - Instead of our words when there is no transaction.
 * @slot error - Instead of our notice when nothing could be read.
 * @csspart base - Everything.
 * @csspart header - The line with title and count.
 * @csspart title - The title.
 * @csspart count - How many transactions there are, and since when.
 * @csspart toolbar - Search and filter button.
 * @csspart search - The search field.
 * @csspart filter-button - Opens the filters.
 * @csspart filters - The filters.
 * @csspart result - Chips, count and sums of what was found.
 * @csspart chip - One filter that can be taken away.
 * @csspart list - All days.
 * @csspart day - A day's heading.
 * @csspart day-total - What a day comes to.
 * @csspart row - One transaction.
 * @csspart booked - A row that is booked.
 * @csspart pending - A row that is pending.
 * @csspart rejected - A row that was rejected.
 * @csspart icon - The icon of the category.
 * @csspart description - What the transaction is called.
 * @csspart amount - Its amount.
 * @csspart details - Its fields, when open.
 * @csspart pages - The way from page to page.
 * @csspart page - A page's button.
 * @csspart current-page - The button of the page shown.
 * @csspart more-button - Shows more rows.
 * @csspart notice - What is to be said about a bank, or an error.
 * @csspart notice-button - The button in a notice.
 * @csspart reference - The reference below an error.
 * @csspart skeleton - The shape of what is on its way.
 * @csspart empty - The words when there is no transaction.
 * @csspart no-match - The words when the filter lets nothing through.
 * @csspart error - The card around the notice when nothing could be read.
 * @csspart stale - The card that says why what is shown may be old or incomplete.
 */
export class LeanTransactions extends LitElement {
  static override readonly styles = styles;

  /** Shows this account alone. */
  @property({ attribute: 'account-id' }) accountId: string | null = null;

  /** Shows this bank alone; with `account-id`, saves looking up which bank the account is at. */
  @property({ attribute: 'entity-id' }) entityId: string | null = null;

  /** Ids of the elements whose chosen account is shown, such as a `lean-accounts`. */
  @property() for: string | null = null;

  /** First day, inclusive, as `YYYY-MM-DD` in the bank's zone; without one, all that the consent allows. */
  @property() from: string | null = null;

  /** Last day, inclusive, as `YYYY-MM-DD` in the bank's zone. */
  @property() to: string | null = null;

  /** Words to look for in description, merchant, reference and amount. */
  @property() search: string | null = null;

  /** Categories to show, separated by spaces or commas. */
  @property() category: string | null = null;

  /** Money in (`credit`) or out (`debit`) alone. */
  @property() direction: 'credit' | 'debit' | null = null;

  /** What is `booked` or `pending` alone. */
  @property({ attribute: 'booking-status' }) bookingStatus: 'booked' | 'pending' | null = null;

  /** The smallest amount to show, whatever its sign. */
  @property({ attribute: 'min-amount' }) minAmount: string | null = null;

  /** The largest amount to show, whatever its sign. */
  @property({ attribute: 'max-amount' }) maxAmount: string | null = null;

  /** Rows under their days (`day`) or in one list (`none`). */
  @property({ attribute: 'group-by' }) groupBy: 'day' | 'none' = 'day';

  /** One list that grows while it is scrolled (`scroll`), or pages (`pages`). */
  @property() mode: 'scroll' | 'pages' = 'scroll';

  /** Rows on a page. */
  @property({ type: Number, attribute: 'page-size' }) pageSize = 25;

  /** Leaves search and filters out. */
  @property({ type: Boolean, attribute: 'no-filters' }) noFilters = false;

  /** The host's own transactions; the element then fetches nothing. */
  @property({ attribute: false }) transactions: readonly Transaction[] | null = null;

  @state() private isPanelOpen = false;
  @state() private open: string | null = null;

  readonly #settings = new SettingsController(this);
  readonly #locale = new LocaleController(this, enWords);
  readonly #followed = new FollowController(this, () => this.for);
  readonly #transactions = new TransactionsController(this, this.#settings, () => ({
    ...this.#wanted(),
    from: filterOf(this).from,
    to: filterOf(this).to,
    given: this.transactions,
  }));
  readonly #reconnect = new ReconnectController(this, this.#settings, () => this.#locale.lang);
  readonly #copier = new CopyController(this);
  readonly #ground = new GroundController(this);
  readonly #extras = new LazyController(this, () => import('./extras.js'));
  readonly #growth = new GrowthController(this, () => this.renderRoot.querySelector('.grow'));
  readonly #found = new FoundRows();
  readonly #teller = new TransactionsTeller(this);
  #page = 0;

  constructor() {
    super();
    new ClockController(this);
  }

  /** The same as `for`, under the name that labels and outputs have for it. */
  get htmlFor(): string | null {
    return this.for;
  }

  set htmlFor(ids: string | null) {
    this.for = ids;
  }

  /** Reads everything again from the page's backend; resolves when it is on screen, never rejects. */
  refresh(): Promise<void> {
    return this.#transactions.refresh();
  }

  /** Moves the focus to what needs the customer, else to the search field. */
  override focus(options?: FocusOptions): void {
    focusFirst(this.renderRoot, options);
  }

  /** Not `willUpdate`: that comes before the controllers have their newest snapshot. */
  protected override update(changed: PropertyValues<this>): void {
    const needy = this.#transactions.snapshot.notices.map(({ entity, state }) => needyBankOf(entity, state));
    this.#reconnect.show(needy.filter((bank) => bank !== null));
    const { settings } = this.#settings;
    const { snapshot } = this.#transactions;
    const accounts = this.#followed.selection?.accounts ?? [];
    const wanted = { snapshot, filter: filterOf(this), groupBy: this.groupBy, accounts, settings };
    if (this.#found.update({ ...wanted, ...this.#wanted() })) {
      this.#growth.reset();
      this.#page = 0;
    }
    super.update(changed);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (!this.#locale.pending) this.#teller.tell(this.#transactions.snapshot, this.#found.rows.length);
  }

  protected override render(): TemplateResult {
    const { lang, direction, pending } = this.#locale;
    const { snapshot } = this.#transactions;
    const shown = pending ? { status: 'loading' as const, notices: [] } : snapshot;
    const context = this.#context();
    const { background } = this.#ground;
    return html`<div
      class="root ${background === null ? 'frosted' : ''}"
      part="base"
      role="region"
      lang=${lang}
      dir=${direction}
      aria-label=${context.messages.transactions.label}
      aria-busy=${shown.status === 'loading' ? 'true' : 'false'}
      ${cssVariable('--_ground', background)}
      @pointerenter=${this.#warm}
      @focusin=${this.#warm}
    >
      <p class="unseen" role="status">
        ${pending ? '' : transactionsAnnouncement(shown, this.#found, context)}
      </p>
      ${transactionsView(shown, this.#found, context)}
      <slot name="footer"></slot>
    </div>`;
  }

  #context(): TransactionsContext {
    const { lang, messages } = this.#locale;
    const { settings } = this.#settings;
    const rows = this.#found.rows.length;
    return {
      lang,
      messages,
      format: formatsOf(lang, settings.numerals, settings.currencyDisplay),
      now: Date.now(),
      zoneOf: this.#found.zoneOf,
      accountOf: this.#found.accountOf,
      showsAccounts: this.#wanted().accountId === null,
      isGrouped: this.groupBy !== 'none',
      mode: this.mode === 'pages' ? 'pages' : 'scroll',
      page: Math.min(this.#page, pageCount(rows, this.#rowsOnPage()) - 1),
      pageSize: this.#rowsOnPage(),
      shown: this.#growth.shown,
      hasToolbar: !this.noFilters,
      isPanelOpen: this.isPanelOpen,
      filter: filterOf(this),
      extras: this.#extras,
      open: this.open,
      copier: this.#copier,
      reconnect: this.#reconnect,
      toggle: this.#toggle,
      goTo: this.#goTo,
      grow: () => {
        this.#growth.grow();
      },
      togglePanel: () => {
        this.isPanelOpen = !this.isPanelOpen;
      },
      change: this.#change,
      retry: () => void this.refresh(),
    };
  }

  /** Whose history: what is set here, else what is chosen in the followed elements. */
  #wanted(): { accountId: string | null; entityId: string | null } {
    const { accountId, entityId } = this;
    if (accountId !== null || entityId !== null) return { accountId, entityId };
    const { selection } = this.#followed;
    return { accountId: selection?.accountId ?? null, entityId: selection?.entityId ?? null };
  }

  #rowsOnPage(): number {
    return this.pageSize >= 1 ? Math.floor(this.pageSize) : 25;
  }

  readonly #toggle = (transaction: Transaction): void => {
    const key = transactionKey(transaction);
    if (this.open === key) {
      this.open = null;
      return;
    }
    const { transactionId } = transaction;
    const detail = { transactionId, transaction };
    if (emit(this, 'lean-transaction-select', detail, { cancelable: true })) this.open = key;
  };

  /** The customer is near: what a press would need is brought ahead of it. */
  readonly #warm = (): void => {
    this.#extras.ask();
  };

  readonly #goTo = (page: number): void => {
    this.#page = page;
    this.open = null;
    this.requestUpdate();
  };

  readonly #change = (fields: Partial<TransactionFilter>): void => {
    Object.assign(this, propertiesOf({ ...filterOf(this), ...fields }));
    emit(this, 'lean-filter-change', { filter: filterOf(this) });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'lean-transactions': LeanTransactions;
  }
}
