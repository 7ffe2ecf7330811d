import type { QueryClient, QueryObserverOptions } from '@tanstack/query-core';
import type { HostClient } from '../client/index.js';
import type { Answer, Page } from '../domain/answer.js';
import { dayAt, instantOf, type CalendarDate } from '../domain/calendar.js';
import type { LeanError } from '../domain/error.js';
import type { Transaction } from '../domain/transaction.js';
import { monotonicNow, nextPollDelay, wait } from './polling.js';
import { entityKey, isUnderWay } from './queries.js';
import { readingWindows, type ReadingWindow } from './reading-plan.js';

/** Which account's history, and which days of it (inclusive, in the bank's zone). */
export interface HistoryRange {
  entityId: string;
  accountId: string;
  from: CalendarDate | null;
  to: CalendarDate | null;
}

/** Why reading stopped before the end. */
export type Halt = Exclude<Answer<never>, { status: 'ok' }>;

/** What has been read of one account, newest first. */
export interface History {
  transactions: readonly Transaction[];
  complete: boolean;
  halted: Halt | null;
}

/** Lean's largest page. */
const PAGE_SIZE = 100;
/** Past this, reading one page would hold the page's own work up. */
const MOST_ROWS_A_PAGE = 1000;

/** The history of one account; while it is first read, what is there so far is already its data. */
export function historyQuery(
  queries: QueryClient,
  client: HostClient,
  range: HistoryRange,
): QueryObserverOptions<History, LeanError> {
  const queryKey = [...entityKey(range.entityId), 'transactions', range.accountId, range.from, range.to];
  return {
    queryKey,
    staleTime: 60_000,
    // Past our limit we ask again each time the customer comes back.
    refetchOnWindowFocus: (query) => (query.state.data?.halted?.status === 'pending' ? 'always' : true),
    queryFn: async ({ signal }) => {
      const before = queries.getQueryData<History>(queryKey);
      const publish = (history: History): void => {
        if (!before?.complete && !signal.aborted) queries.setQueryData(queryKey, history);
      };
      const history = await readHistory(new HistoryReader(queries, client, range, signal), range, publish);
      return history.halted && before?.complete ? { ...before, halted: history.halted } : history;
    },
  };
}

async function readHistory(
  reader: HistoryReader,
  range: HistoryRange,
  publish: (history: History) => void,
): Promise<History> {
  const rows = new Map<string, Transaction>();
  for (const window of readingWindows(range, dayAt(Date.now(), 'UTC'))) {
    const { halted, transactions } = await reader.readWindow(window);
    for (const transaction of transactions) rows.set(transaction.transactionId, transaction);
    const history = { transactions: newestFirst([...rows.values()]), complete: false, halted };
    if (halted)
      return endsAtTheGrantedRange(halted, rows.size)
        ? { ...history, complete: true, halted: null }
        : history;
    publish(history);
  }
  return { transactions: newestFirst([...rows.values()]), complete: true, halted: null };
}

/** A consent may reach less far back than we ask: what came before the refusal is then everything. */
function endsAtTheGrantedRange(halted: Halt, count: number): boolean {
  return (
    count > 0 &&
    halted.status === 'failed' &&
    halted.error.source.granularCode === 'USER_TRANSACTION_RANGE_NOT_GRANTED'
  );
}

/** Newest first. Of rows at one instant (Lean often knows only the day) the later sent is the newer. */
export function newestFirst(rows: readonly Transaction[]): Transaction[] {
  return rows
    .map((row, index) => ({ row, index, time: instantOf(row.bookedAt) ?? Number.NEGATIVE_INFINITY }))
    .sort((left, right) => right.time - left.time || right.index - left.index)
    .map(({ row }) => row);
}

/** Reads windows of one account page by page, and waits for answers that come later. */
class HistoryReader {
  /** Two readers share no page: one that is given up would break off the other's requests with its own. */
  static #count = 0;
  readonly #id = (HistoryReader.#count += 1);
  #size = PAGE_SIZE;
  #nextSize = PAGE_SIZE;

  constructor(
    readonly queries: QueryClient,
    readonly client: HostClient,
    readonly range: HistoryRange,
    readonly signal: AbortSignal,
  ) {}

  /** All pages of a window, oldest first as Lean sends them. */
  async readWindow(window: ReadingWindow): Promise<{ transactions: Transaction[]; halted: Halt | null }> {
    // All pages of one window have one size, or rows would fall between them.
    this.#size = this.#nextSize;
    const first = await this.#readPage(window, 0);
    if (first.status !== 'ok') return { transactions: [], halted: first };
    const rest = Array.from({ length: Math.max(0, first.data.totalPages - 1) }, (_, index) => index + 1);
    const pages = await Promise.all(rest.map((page) => this.#readPage(window, page)));
    const transactions = [...first.data.items];
    for (const page of pages) {
      if (page.status !== 'ok') return { transactions, halted: page };
      transactions.push(...page.data.items);
    }
    return { transactions, halted: null };
  }

  async #readPage(window: ReadingWindow, page: number): Promise<Answer<Page<Transaction>>> {
    const { accountId, entityId } = this.range;
    const request = {
      accountId,
      entityId,
      from: window.startDate,
      to: window.endDate,
      page,
      size: this.#size,
    };
    const answer = await this.#fetch(['page', request], () => this.client.transactions(request, this.signal));
    this.#nextSize = Math.min(answer.maxSize ?? PAGE_SIZE, MOST_ROWS_A_PAGE);
    if (!isUnderWay(answer)) return answer;
    const resultsId = answer.status === 'pending' ? answer.resultsId : null;
    return this.#awaitResult(answer, () =>
      // A backend that ran out of time names no result: the same call then picks the answer up.
      resultsId === null
        ? this.#fetch(['page', request], () => this.client.transactions(request, this.signal))
        : this.#fetch(['result', resultsId], () =>
            this.client.transactionsResult(resultsId, this.range, this.signal),
          ),
    );
  }

  /** One page through the cache, which repeats what a passing failure broke; the page itself is not kept. */
  #fetch<Result>(key: readonly unknown[], queryFn: () => Promise<Result>): Promise<Result> {
    const queryKey = [...entityKey(this.range.entityId), this.#id, ...key];
    return this.queries.query({ queryKey, queryFn, staleTime: 0, gcTime: 0 });
  }

  async #awaitResult(
    pending: Answer<Page<Transaction>>,
    ask: () => Promise<Answer<Page<Transaction>>>,
  ): Promise<Answer<Page<Transaction>>> {
    const start = monotonicNow();
    for (let asked = 0; ; asked += 1) {
      const delay = nextPollDelay(asked, monotonicNow() - start);
      if (delay === null) return pending;
      await wait(delay, this.signal);
      if (document.visibilityState === 'hidden') continue;
      const answer = await ask();
      if (!isUnderWay(answer)) return answer;
    }
  }
}
