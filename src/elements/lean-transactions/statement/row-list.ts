import { render, type TemplateResult } from 'lit';
import { MOST_COMPLETE } from '../list/completion.js';
import { lastNotAbove } from '../list/geometry.js';
import { nearestScroll } from '../list/nearest-scroll.js';
import { createRowPool, type RowPool } from '../list/row-pool.js';
import { UNKNOWN_DAY } from '../../../domain/transactions/day-groups.js';
import { totalsOf } from '../../../domain/transactions/totals.js';
import { afterPaint } from './after-paint.js';
import type { FoundRows } from './found-rows.js';
import { PENDING, ungrouped } from './groups.js';
import { createHeadMaker, writeHead, type HeadPiece } from './head-piece.js';
import { listPresses } from './list-presses.js';
import { listKeys, type ListKeys } from './list-keys.js';
import { createRowMaker, writeRow, type RowPiece } from './row-piece.js';
import { DayTexts, kindText, transactionName, type TextContext } from './row-texts.js';
import { accountWords, type AccountWords } from '../../shared/account-label.js';
import { isSame } from './same.js';
import type { Sizes } from './sizes.js';

const NO_ACCOUNT: AccountWords = { name: '', digits: '' };

/** What is to be seen. */
export interface Picture {
  found: FoundRows;
  /** The rows of the page shown, of all that were found. */
  first: number;
  count: number;
  showsAccounts: boolean;
  text: TextContext;
  /** The row number whose details are open, and what they say. */
  open: number | null;
  details: TemplateResult | null;
}

/** The rows of a picture that a pool shows, and where they lie among all that were found. */
interface Shown {
  rows: Uint32Array;
  first: number;
  firstGroup: number;
  /** All that were found, as they were when these were shown: others may be found before they are. */
  all: Pick<FoundRows, 'rows' | 'groups'>;
}

const NOTHING_SHOWN: Shown = {
  rows: new Uint32Array(),
  first: 0,
  firstGroup: 0,
  all: ungrouped(new Uint32Array()),
};

/** Draws rows and headings into a list's element by one recycled pool. */
export class RowList {
  /** How many rows fill what can be seen; null while that is not known. */
  room: number | null = null;
  readonly #host: HTMLElement;
  readonly #press: (row: number) => void;
  #deafen: (() => void) | null = null;
  readonly #days = new DayTexts();
  #pool: RowPool<RowPiece> | null = null;
  #keys: ListKeys | null = null;
  #made: readonly unknown[] = [];
  #picture: Picture | null = null;
  #shown = NOTHING_SHOWN;
  #drawn: readonly unknown[] = [];
  #said: readonly unknown[] = [];
  #openRow: number | null = null;
  #details: HTMLElement | null = null;
  #work = new AbortController();

  /** The host handles events of what is drawn below an open row; `press` is told the number of a row that is pressed. */
  constructor(host: HTMLElement, press: (row: number) => void = () => undefined) {
    this.#host = host;
    this.#press = press;
  }

  /** Makes ready what the first picture will need, while its rows are on their way. */
  *prepare(list: HTMLElement, sizes: Sizes): Generator<void, void> {
    this.#follow(list, sizes, false);
    yield;
    this.room = this.#pool?.reserve() ?? null;
  }

  /** Draws a picture; `isOther` begins at its top, else what the customer sees stays where it is. */
  show(list: HTMLElement, sizes: Sizes, picture: Picture, isOther: boolean): void {
    this.#picture = picture;
    this.#days.follow(picture.text);
    this.#follow(list, sizes, picture.showsAccounts);
    this.#showRows(isOther);
    this.#showDetails();
  }

  /** True while a picture is on screen. */
  get isDrawn(): boolean {
    return this.#drawn.length > 0;
  }

  stop(): void {
    this.#work.abort();
    this.#keys?.stop();
    this.#deafen?.();
    this.#deafen = null;
    this.#pool?.destroy();
    this.#pool = null;
    this.#made = [];
    this.#drawn = [];
    this.#details = null;
    this.#openRow = null;
  }

  #follow(list: HTMLElement, sizes: Sizes, showsAccounts: boolean): void {
    const made = [list, sizes.row, sizes.head, sizes.stickyTop, showsAccounts];
    if (!isSame(made, this.#made)) this.#create(list, sizes, showsAccounts);
    this.#made = made;
  }

  #create(list: HTMLElement, { row, head, stickyTop }: Sizes, showsAccounts: boolean): void {
    this.stop();
    const pool = createRowPool<RowPiece, HeadPiece>({
      list,
      scroll: nearestScroll(list),
      rowHeight: row,
      headHeight: head,
      stickyTop,
      createRow: createRowMaker(showsAccounts),
      fillRow: (piece, index, isAlone) => {
        this.#fillRow(piece, index, isAlone);
      },
      createHead: createHeadMaker(),
      fillHead: (piece, group) => {
        this.#fillHead(piece, group);
      },
    });
    this.#pool = pool;
    this.#deafen = listPresses(list, (line) => {
      const pressed = this.#shown.rows[pool.indexOf(line)];
      if (pressed !== undefined) this.#press(pressed);
    });
    this.#keys = listKeys(list, pool, () => this.#shown.rows.length, row);
  }

  #showRows(isOther: boolean): void {
    const { found, first, count, text, open } = this.#present();
    const drawn = [found.changes, first, count];
    const said = [text.format, text.words, text.messages, this.#days.today, text.accountOf];
    const pool = this.#pool;
    if (!pool) return;
    if (isSame(drawn, this.#drawn)) {
      if (!isSame(said, this.#said)) pool.refill();
      else if (open !== this.#openRow) this.#refillRows([open, this.#openRow]);
      this.#said = said;
      return;
    }
    const isKept = !isOther && this.#drawn.length > 0 && this.#drawn[1] === first;
    const before = this.#shown.rows;
    const { rows, groups } = found;
    const shown = rows.subarray(first, first + count);
    const firstGroup = groups.count === 0 ? 0 : lastNotAbove(groups.starts, first);
    const endGroup = groups.count === 0 ? 0 : lastNotAbove(groups.starts, first + count - 1) + 1;
    const starts = groups.starts.slice(firstGroup, endGroup).map((start) => Math.max(0, start - first));
    this.#shown = { rows: shown, first, firstGroup, all: { rows, groups } };
    this.#drawn = drawn;
    this.#said = said;
    this.#work.abort();
    this.#work = new AbortController();
    pool.show(
      { count: shown.length, starts },
      isKept ? (index) => shown.indexOf(before[index] ?? -1) : undefined,
    );
    this.#keys?.settle();
    if (shown.length > MOST_COMPLETE) return;
    void afterPaint(pool.complete(), this.#work.signal);
  }

  #refillRows(rows: readonly (number | null)[]): void {
    for (const row of rows) {
      const index = row === null ? -1 : this.#shown.rows.indexOf(row);
      if (index >= 0) this.#pool?.refill(index);
    }
  }

  /** Opens, closes or writes anew what stands below the open row. */
  #showDetails(): void {
    const { open, details } = this.#present();
    const index = open === null ? -1 : this.#shown.rows.indexOf(open);
    if (index < 0 || !details) {
      if (this.#openRow !== null) this.#pool?.openBelow(0, null);
      this.#openRow = null;
      this.#details = null;
      return;
    }
    const isNew = open !== this.#openRow || !this.#details?.isConnected;
    this.#details = isNew ? document.createElement('div') : this.#details;
    if (!this.#details) return;
    render(details, this.#details, { host: this.#host });
    if (isNew) this.#pool?.openBelow(index, this.#details);
    this.#openRow = open;
  }

  #present(): Picture {
    if (!this.#picture) throw new Error('Nothing was shown yet.');
    return this.#picture;
  }

  #fillRow(piece: RowPiece, index: number, isAlone: boolean): void {
    const { found, text, open } = this.#present();
    const row = this.#shown.rows[index] ?? 0;
    const glance = found.table.columns.glance(row);
    const { direction, status, money } = glance;
    const isGrouped = this.#shown.all.groups.count > 0;
    const isPending = status === 'pending';
    const number = found.table.dayOf(row);
    const day = number === null ? null : this.#days.inRow(number);
    const heading = isGrouped ? (isPending ? text.words.pending : day) : null;
    const unsaid = { day: isGrouped && !isPending ? null : day, status: !(isGrouped && isPending) };
    const account = piece.account ? text.accountOf(glance.accountId) : null;
    writeRow(piece, {
      glance,
      name: transactionName(glance, text),
      kind: kindText(glance, unsaid, text),
      account: account ? accountWords(account, text.messages) : NO_ACCOUNT,
      money: money && text.format.money(money, direction === 'credit' ? 'always' : 'auto'),
      unknown: text.words.amountUnknown,
      heading: isAlone ? heading : null,
      isOpen: row === open,
      isReached: this.#keys?.isReached(index) ?? true,
    });
  }

  #fillHead(piece: HeadPiece, number: number): void {
    const { found, text } = this.#present();
    const { table } = found;
    const { groups, rows } = this.#shown.all;
    const group = this.#shown.firstGroup + number;
    const day = groups.days[group] ?? UNKNOWN_DAY;
    const totals = totalsOf(table.columns, rows, groups.starts[group], groups.starts[group + 1]);
    const isPending = day === PENDING;
    const name = isPending
      ? text.words.pending
      : day === UNKNOWN_DAY
        ? text.words.undated
        : this.#days.heading(day);
    writeHead(piece, name, isPending ? totals.pending : totals.booked, text.format);
  }
}
