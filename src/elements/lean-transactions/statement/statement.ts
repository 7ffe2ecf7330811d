import type { LitElement, TemplateResult } from 'lit';
import { LazyController } from '../../../controllers/lazy.js';
import { LocaleController } from '../../../controllers/locale.js';
import { tellUnknown } from '../../../controllers/unknown.js';
import { loadChunk } from '../../../domain/chunk.js';
import { timeZoneOf, type ZoneSettings } from '../../../domain/region.js';
import type { TransactionsSnapshot } from '../../../domain/snapshot.js';
import { enStatement } from '../../../i18n/en-statement.js';
import { addStyles } from '../../shared/lazy-styles.js';
import { inSlices } from '../../shared/slices.js';
import { CSV_FIELDS, type CsvField } from '../export/columns.js';
import type { CsvOptions } from '../export/csv.js';
import type { GivenList } from '../given-list.js';
import { isReading } from '../rows-known.js';
import type { TransactionsContext } from '../transactions-context.js';
import { detailsSpaceView } from './details-space.view.js';
import { extraView } from './extra.view.js';
import { FoundRows } from './found-rows.js';
import { GivenRows, type Whose } from './given-rows.js';
import { KnownAccounts } from './known-accounts.js';
import { offThePage } from '../off-the-page.js';
import { pageCount } from './page-numbers.js';
import { statementView } from './ready.view.js';
import { RowList } from './row-list.js';
import { SizeWatch } from './sizes.js';
import type { Extras, StatementContext } from './statement-context.js';
import type { StatementOptions, StatementWish } from './statement-wish.js';
import { statementStyles } from './statement.styles.js';
import { Tools } from './tools.js';
import { UntilRead } from './until-read.js';
import { warmSteps } from './warm.js';

type Ready = Extract<TransactionsSnapshot, { status: 'ready' }>;

/** The element's list once there are rows: found, drawn, opened, exported. Loaded with the data. */
export class Statement {
  readonly found: FoundRows;
  readonly #host: LitElement;
  readonly #options: StatementOptions;
  readonly #locale: LocaleController<{ statement: typeof enStatement }>;
  readonly #given: GivenRows;
  readonly #list: RowList;
  readonly #sizes: SizeWatch;
  readonly #extras: LazyController<Extras>;
  readonly #tools: Tools;
  #wish: StatementWish | null = null;
  #ready: Ready | null = null;
  readonly #accounts = new KnownAccounts();
  readonly #read = new UntilRead();
  readonly #warming = new AbortController();
  #context: StatementContext | null = null;
  #isOther = true;
  #open: number | null = null;
  #page = 0;

  constructor(host: LitElement, options: StatementOptions) {
    const redraw = (): void => {
      host.requestUpdate();
    };
    this.#host = host;
    this.#options = options;
    this.#locale = new LocaleController(host, { statement: enStatement });
    this.#given = new GivenRows(redraw, this.#findAhead, (value) => {
      tellUnknown(host, 'transactions', value);
    });
    this.found = new FoundRows(redraw);
    this.#list = new RowList(host, (row) => {
      this.#toggle(row);
    });
    this.#sizes = new SizeWatch(redraw);
    this.#extras = new LazyController(host, () => import('./extras.js'));
    this.#tools = new Tools(host, options.allowExport, async (fields, settings, { fileName }) => {
      const file = await this.exportCsv(fields, settings);
      return { file, count: this.found.rows.length, name: fileName(this.#present()) };
    });
    host.addController({
      hostDisconnected: () => {
        this.#warming.abort();
        this.#given.stop();
        this.found.stop();
        this.#list.stop();
        this.#sizes.stop();
        queueMicrotask(this.#leave);
      },
    });
  }

  /** What the customer or the page waits for never comes to an element off the page; one that was only moved goes on. */
  readonly #leave = (): void => {
    if (this.#host.isConnected) return;
    this.#tools.leave();
    this.#read.end(offThePage());
  };

  /** The list's own words are on their way. */
  get pending(): boolean {
    return this.#locale.pending;
  }

  /** A page's own transactions as if they had been read. */
  given(list: GivenList, settings: ZoneSettings, whose: Whose): TransactionsSnapshot {
    return this.#given.snapshot(list, whose, timeZoneOf(settings, null), this.#list.room);
  }

  /** Before each drawing: which rows there are now. Gives what is to be drawn: an error where they cannot be put in order. */
  update(snapshot: TransactionsSnapshot, wish: StatementWish): TransactionsSnapshot {
    this.#wish = wish;
    if (snapshot.status !== 'ready') return snapshot;
    this.#ready = snapshot;
    const { table, accountIds, accounts } = snapshot;
    this.#accounts.follow([...wish.accounts, ...accounts], wish.settings);
    if (this.found.update({ table, accountIds, filter: wish.filter, isGrouped: wish.isGrouped })) {
      this.#isOther = true;
      this.#open = null;
      this.#page = 0;
    }
    if (this.#open !== null && !this.found.rows.includes(this.#open)) this.#open = null;
    const { error } = this.found;
    return error ? { status: 'failed', error, notices: snapshot.notices } : snapshot;
  }

  /** What came to nothing is tried again with the next drawing. */
  retry(): void {
    this.found.retry();
    this.#host.requestUpdate();
  }

  /** What the next drawing will show of the table of this one. */
  readonly #findAhead = (): void => {
    if (this.#ready && this.#wish) this.update(this.#ready, this.#wish);
  };

  /** The list as it stands; null while nothing is known. */
  view(snapshot: Ready | null, base: TransactionsContext): TemplateResult {
    addStyles(this.#host, statementStyles);
    this.#context = this.#contextOf(snapshot, base);
    return statementView(this.#context);
  }

  /** After each drawing: the rows are put into their place. */
  drawn(snapshot: TransactionsSnapshot): void {
    const [list, sizes] = this.#places();
    const context = this.#context;
    const isThere = snapshot.status === 'ready' && !isReading(snapshot) && !this.found.isSorting;
    this.#read.note(snapshot, isThere);
    // Set on after it has left the page, it would listen to the page again, and never end that.
    if (!this.#host.isConnected) return;
    if (snapshot.status !== 'ready' || !list || !sizes || !context || list.hidden) {
      // What was made ready for the first rows waits for them.
      if (snapshot.status !== 'loading' || this.#list.isDrawn) this.#list.stop();
      return;
    }
    const { rows } = this.found;
    const { mode, page, pageSize } = context;
    const first = mode === 'pages' ? page * pageSize : 0;
    const picture = {
      found: this.found,
      first,
      count: mode === 'pages' ? Math.min(pageSize, rows.length - first) : rows.length,
      showsAccounts: (this.#wish?.showsAccounts ?? false) && this.#accounts.count > 1,
      text: context,
      open: this.#open,
      details: this.#details(context),
    };
    this.#list.show(list, this.#sizes.of(sizes), picture, this.#isOther);
    this.#isOther = false;
  }

  /** The steps of the first picture, taken out of sight while data is on its way. */
  warm(wish: StatementWish, base: TransactionsContext): void {
    this.#wish = wish;
    if (!this.#host.isConnected) return;
    void inSlices(this.#warmSteps(this.#contextOf(null, base)), this.#warming.signal);
  }

  *#warmSteps(context: StatementContext): Generator<void, void> {
    yield* warmSteps(context, this.#places()[1] ?? null);
    const [list, sizes] = this.#places();
    if (list && sizes && !this.#list.isDrawn) yield* this.#list.prepare(list, this.#sizes.of(sizes));
  }

  /** Where the list is drawn, and the heights its rows have there. */
  #places(): (HTMLElement | null)[] {
    return ['.pool', '.sizes'].map((part) => this.#host.renderRoot.querySelector<HTMLElement>(part));
  }

  /** All that was found as a CSV file, once it has been read to its end. */
  async exportCsv(fields: readonly CsvField[] = CSV_FIELDS, options: CsvOptions = {}): Promise<Blob> {
    const { writeFile } = await loadChunk(() => import('./extras.js'));
    while (!this.#read.isThere) {
      if (!this.#host.isConnected) throw offThePage();
      this.#host.requestUpdate();
      await this.#read.wait();
      options.signal?.throwIfAborted();
    }
    return writeFile(this.found, fields, this.#present(), options);
  }

  #present(): StatementContext {
    if (!this.#context) throw new Error('Nothing was drawn yet.');
    return this.#context;
  }

  #details(context: StatementContext): TemplateResult | null {
    if (this.#open === null) return null;
    const transaction = this.found.transaction(this.#open);
    return detailsSpaceView(
      extraView(this.#extras, context, (part) => part.detailsView(transaction, context)),
    );
  }

  #contextOf(snapshot: Ready | null, base: TransactionsContext): StatementContext {
    const wish = this.#wish;
    if (!wish) throw new Error('Tell what is wanted before drawing it.');
    const { filter, mode, pageSize, hasToolbar, settings } = wish;
    const accounts = snapshot?.accounts ?? [];
    return {
      ...base,
      words: this.#locale.messages.statement,
      zoneOf: this.#accounts.zoneOf,
      accountOf: this.#accounts.accountOf,
      found: this.found,
      filter,
      isLoading: snapshot === null,
      isReading: snapshot !== null && isReading(snapshot),
      hasToolbar,
      accounts: wish.offersAccounts && accounts.length > 1 ? accounts : [],
      region: settings.region,
      mode,
      page: Math.min(this.#page, pageCount(this.found.rows.length, pageSize) - 1),
      pageSize,
      extras: this.#extras,
      ...this.#tools.context,
      goTo: this.#goTo,
      change: this.#options.change,
    };
  }

  readonly #goTo = (page: number): void => {
    this.#page = page;
    this.#open = null;
    this.#host.requestUpdate();
  };

  /** The customer is near: what a press would need is brought ahead of it. */
  approach(): void {
    this.#extras.ask();
  }

  #toggle(row: number): void {
    const isOpen = this.#open === row;
    if (!isOpen && !this.#options.select(this.found.transaction(row))) return;
    this.#open = isOpen ? null : row;
    this.#host.requestUpdate();
  }
}
