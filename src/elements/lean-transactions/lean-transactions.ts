import type { PropertyValues, TemplateResult } from 'lit';
import { LazyController } from '../../controllers/lazy.js';
import { LocaleController } from '../../controllers/locale.js';
import { ReconnectController } from '../../controllers/reconnect.js';
import { SettingsController } from '../../controllers/settings.js';
import { TransactionsController } from '../../controllers/transactions.js';
import { LeanError } from '../../domain/error.js';
import { timeZoneOf } from '../../domain/region.js';
import type { TransactionsSnapshot } from '../../domain/snapshot.js';
import type { TransactionFilter } from '../../domain/transaction-filter.js';
import { emit } from '../../events/index.js';
import { enWords, formatsOf } from '../../i18n/index.js';
import { ClockController } from '../shared/clock.js';
import { CopyController } from '../shared/copy.js';
import { FollowController } from '../shared/followed.js';
import { GroundController } from '../shared/ground.js';
import { needyBanksOf } from '../shared/needy-bank.js';
import { inSlices } from '../shared/slices.js';
import { FollowedFilter } from './followed-filter.js';
import { AskedDays } from './asked-days.js';
import { AskingElement, layoutOf } from './asking-element.js';
import { filterOf, propertiesOf } from './filter-properties.js';
import { styles } from './lean-transactions.styles.js';
import { rowsKnown } from './rows-known.js';
import type { Statement } from './statement/statement.js';
import type { StatementWish } from './statement/statement-wish.js';
import { offThePage } from './off-the-page.js';
import { pageQuestions } from './page-questions.js';
import { TransactionsTeller } from './transactions-teller.js';
import { frameView, type FrameContext } from './transactions.view.js';
import { warmFormats } from './warm-formats.js';

/**
 * The history of one account, or of all: newest first, in days, with search and filters.
 *
 * @tag lean-transactions
 * @fires {CustomEvent<LeanTransactionsLoadDetail>} lean-transactions-load - The first rows are on screen; the list is complete; a refresh changed something.
 * @fires {CustomEvent<LeanErrorDetail>} lean-transactions-error - Nothing could be read.
 * @fires {CustomEvent<LeanTransactionSelectDetail>} lean-transaction-select - The customer pressed a row; cancelable, its details then stay closed.
 * @fires {CustomEvent<LeanFilterChangeDetail>} lean-filter-change - The customer changed the filter.
 * @fires {CustomEvent<LeanExportStartDetail>} lean-export-start - The customer exports what is shown; cancelable.
 * @fires {CustomEvent<LeanReconnectRequiredDetail>} lean-reconnect-required - A bank asks for the customer; cancelable, the page then draws its own notice.
 * @fires {CustomEvent<LeanConnectStartDetail>} lean-connect-start - A notice's button is about to open Link; cancelable.
 * @fires {CustomEvent<LeanConnectOutcomeDetail>} lean-connect-success - The backend confirmed the bank of a notice.
 * @fires {CustomEvent<LeanConnectOutcomeDetail>} lean-connect-cancel - The customer closed Link.
 * @fires {CustomEvent<LeanConnectErrorDetail>} lean-connect-error - It did not work; `detail.error.code` says why.
 * @fires {CustomEvent<LeanConnectOutcomeDetail>} lean-connect-redirect - The page is about to give way to the bank's.
 * @fires {CustomEvent<LeanConnectOutcomeDetail>} lean-connect-ready - The bank's data can be read again.
 * @slot header - Instead of the title.
 * @slot details - Instead of our fields below the row that is open; fill it on `lean-transaction-select`.
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
 * @csspart export-button - Opens the export.
 * @csspart export - What the exported file holds.
 * @csspart export-start - Begins the download.
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
 * @csspart notice - What is to be said about a bank, or an error.
 * @csspart notice-button - The button in a notice.
 * @csspart reference - The reference below an error.
 * @csspart skeleton - The shape of what is on its way.
 * @csspart empty - The words when there is no transaction.
 * @csspart no-match - The words when the filter lets nothing through.
 * @csspart error - The card around the notice when nothing could be read.
 * @csspart stale - The card that says why what is shown may be old or incomplete.
 */
export class LeanTransactions extends AskingElement {
  static override readonly styles = styles;

  readonly #settings = new SettingsController(this);
  readonly #locale = new LocaleController(this, enWords);
  readonly #followed = new FollowController(this, () => this.for);
  readonly #followedFilter = new FollowedFilter();
  readonly #transactions = new TransactionsController(this, this.#settings, () => ({
    ...this.#whose(),
    ...this.#askedDays.range,
    isGiven: this.givenList.isThere,
  }));
  readonly #reconnect = new ReconnectController(this, this.#settings, () => this.#locale.lang);
  readonly #copier = new CopyController(this);
  readonly #ground = new GroundController(this);
  readonly #statement = new LazyController(this, () => this.#bringStatement());
  readonly #teller = new TransactionsTeller(this);
  readonly #askedDays = new AskedDays();
  #snapshot: TransactionsSnapshot = LOADING;

  constructor() {
    super();
    new ClockController(this);
  }

  /** Reads everything again from the page's backend; resolves when it is on screen, never rejects. */
  refresh(): Promise<void> {
    return this.#transactions.refresh();
  }

  /**
   * What is shown, all of it and not just what is on screen, as a CSV file (UTF-8) in the customer's language. Waits
   * until older transactions are read; rejects when nothing can be read, or when the element is not on the page.
   */
  async exportCsv(): Promise<Blob> {
    if (!this.isConnected) throw offThePage();
    this.#statement.ask();
    await this.#statement.settled;
    await this.updateComplete;
    const { part, error } = this.#statement;
    if (!part) throw error ?? new LeanError('chunk_missing', 'The list was not loaded.');
    return part.exportCsv();
  }

  /** Rows that the page gave are on screen when this resolves. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    if (!this.givenList.isThere || this.#statement.part || this.#statement.error) return isDone;
    await this.#statement.settled;
    return super.getUpdateComplete();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const chosen = this.#followedFilter.next(this.#followed.filter, filterOf(this));
    if (chosen) Object.assign(this, propertiesOf({ ...filterOf(this), ...chosen }));
    this.#askedDays.ask(JSON.stringify(this.#whose()), filterOf(this));
  }

  /** Not `willUpdate`: that comes before the controllers have their newest snapshot. */
  protected override update(changed: PropertyValues<this>): void {
    const { settings } = this.#settings;
    const { part, error } = this.#statement;
    const { pending } = this.#locale;
    const given = this.givenList.isThere ? part?.given(this.givenList, settings, this.#whose()) : null;
    const known = given ?? this.#transactions.snapshot;
    this.#snapshot = error
      ? { status: 'failed', error, notices: known.notices }
      : pending || !part || part.pending
        ? { status: 'loading', notices: pending ? [] : known.notices }
        : known;
    if (part) this.#snapshot = part.update(this.#snapshot, this.#wish());
    this.#reconnect.show(needyBanksOf(known.notices));
    super.update(changed);
  }

  protected override firstUpdated(): void {
    const { format, now } = this.#context();
    const zone = timeZoneOf(this.#settings.settings, null);
    void inSlices(warmFormats(format, now, zone), new AbortController().signal);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { part } = this.#statement;
    part?.drawn(this.#snapshot);
    // What the page itself brought has not arrived from anywhere.
    const isGiven = this.givenList.isThere && this.#snapshot.status !== 'failed';
    if (this.#locale.pending || isGiven) return;
    const { rows, all } = part?.found ?? NO_ROWS;
    this.#teller.tell(this.#snapshot, { count: rows.length, total: all.length });
  }

  protected override render(): TemplateResult {
    const context = this.#context();
    const rows = rowsKnown(this.#statement.part, this.#snapshot, filterOf(this), this.#isBeingGiven, context);
    return frameView(this.#snapshot, rows, context);
  }

  #context(): FrameContext {
    const { lang, direction, messages, pending } = this.#locale;
    const { numerals, currencyDisplay } = this.#settings.settings;
    return {
      lang,
      direction,
      messages,
      isSilent: pending,
      background: this.#ground.background,
      format: formatsOf(lang, numerals, currencyDisplay),
      now: Date.now(),
      hasToolbar: !this.noFilters,
      copier: this.#copier,
      reconnect: this.#reconnect,
      approach: () => this.#statement.part?.approach(),
      retry: () => {
        if (this.#statement.error) this.#statement.ask();
        this.#statement.part?.retry();
        void this.refresh();
      },
    };
  }

  /** The page's own rows are still taken over: how many there are is not known yet. */
  get #isBeingGiven(): boolean {
    return this.givenList.isThere && this.#snapshot.status === 'ready' && !this.#snapshot.complete;
  }

  #wish(): StatementWish {
    return {
      ...layoutOf(this),
      filter: filterOf(this),
      showsAccounts: this.#whose().accountId === null,
      offersAccounts: this.for === null && !this.givenList.isThere,
      accounts: this.#followed.selection?.accounts ?? [],
      settings: this.#settings.settings,
    };
  }

  /** The list's own part, with the way back from it. */
  async #bringStatement(): Promise<Statement> {
    const { Statement } = await import('./statement/statement.js');
    const statement = new Statement(this, {
      change: this.#change,
      ...pageQuestions(this),
    });
    statement.warm(this.#wish(), this.#context());
    return statement;
  }

  /** Whose history: what is set here, else what is chosen in the followed elements. */
  #whose(): { accountId: string | null; entityId: string | null } {
    const { accountId, entityId } = this;
    if (accountId !== null || entityId !== null) return { accountId, entityId };
    const { selection } = this.#followed;
    return { accountId: selection?.accountId ?? null, entityId: selection?.entityId ?? null };
  }

  readonly #change = (fields: Partial<TransactionFilter>): void => {
    Object.assign(this, propertiesOf({ ...filterOf(this), ...fields }));
    this.#followedFilter.changed(this.#followed, filterOf(this));
    emit(this, 'lean-filter-change', { filter: filterOf(this) });
  };
}

const LOADING: TransactionsSnapshot = { status: 'loading', notices: [] };
const NO_ROWS = { rows: [], all: [] };

declare global {
  interface HTMLElementTagNameMap {
    'lean-transactions': LeanTransactions;
  }
}
