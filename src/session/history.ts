import type { QueryClient, QueryObserverOptions } from '@tanstack/query-core';
import type { HostClient } from '../client/index.js';
import type { Answer, Page } from '../domain/answer.js';
import { dayAt, type CalendarDate } from '../domain/calendar.js';
import type { LeanError } from '../domain/error.js';
import type { Transaction } from '../domain/transaction.js';
import { createTransactionTable, type TransactionTable } from '../domain/transactions/table.js';
import { monotonicNow, nextPollDelay, wait } from './polling.js';
import { entityKey, isTakenAway, isUnderWay, onReturn } from './queries.js';
import { readingWindows, type ReadingWindow } from './reading-plan.js';

/** Which account's history, and which days of it (inclusive, in the bank's zone). */
export interface HistoryRange {
  entityId: string;
  accountId: string;
  from: CalendarDate | null;
  to: CalendarDate | null;
  /** Histories of one name lie in one table, newest first across their accounts. */
  table: string;
  /** The zone in which the account's bank books. */
  timeZone: string;
}

/** Why reading stopped before the end. */
export type Halt = Exclude<Answer<never>, { status: 'ok' }>;

/** What has been read of one account; its rows lie in a table with those of others. */
export interface History {
  table: TransactionTable;
  /** How many windows were read: of none there is nothing to show yet. */
  windows: number;
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
  const { entityId, accountId, from, to, table } = range;
  const queryKey = [...entityKey(entityId), HISTORY, accountId, from, to, table];
  return {
    queryKey,
    staleTime: 60_000,
    // Past our limit we ask again each time the customer comes back.
    refetchOnWindowFocus: (query) =>
      query.state.data?.halted?.status === 'pending' ? 'always' : onReturn(query),
    queryFn: async ({ signal }) => {
      const before = queries.getQueryData<History>(queryKey);
      const publish = (history: History): void => {
        // Stale at once: who comes back after the reading was broken off has it begin anew.
        if (!before?.complete && !signal.aborted) queries.setQueryData(queryKey, history, { updatedAt: 0 });
      };
      const reader = new HistoryReader(queries, client, range, signal);
      const rows = before?.table ?? tableOf(queries, table);
      // Other accounts that are asked for at the same time find the table here.
      if (!before) publish(begun(rows));
      const history = await readHistory(reader, rows, range, publish);
      if (history.halted && takesAway(history.halted)) return emptied(rows, range, history.halted);
      return history.halted && before?.complete ? { ...before, halted: history.halted } : history;
    },
  };
}

const HISTORY = 'transactions';

/** A history of which nothing was read yet. */
function begun(table: TransactionTable): History {
  return { table, windows: 0, complete: false, halted: null };
}

/** The table of a name, found with any history that lies in it: when the last of them is forgotten, so are its rows. */
function tableOf(queries: QueryClient, name: string): TransactionTable {
  const histories = queries.getQueriesData<History>({
    predicate: ({ queryKey }) => queryKey[2] === HISTORY && queryKey.at(-1) === name,
  });
  const [table] = histories.map(([, history]) => history?.table).filter((found) => found !== undefined);
  return table ?? createTransactionTable();
}

async function readHistory(
  reader: HistoryReader,
  table: TransactionTable,
  range: HistoryRange,
  publish: (history: History) => void,
): Promise<History> {
  const account = table.read(range.accountId, range.timeZone);
  const history = begun(table);
  let count = 0;
  for (const window of readingWindows(range, dayAt(reader.client.now(), 'UTC'))) {
    const { halted, transactions } = await reader.readWindow(window).catch(asHalt);
    account.add(transactions, { window: history.windows, offset: 0 });
    count += transactions.length;
    history.windows += 1;
    if (halted) {
      if (!endsAtTheGrantedRange(halted, count)) return { ...history, halted };
      break;
    }
    publish({ ...history });
  }
  account.finish();
  return { ...history, complete: true };
}

/** What is no longer there, or no longer this customer's, is an answer as well. */
function asHalt(thrown: unknown): { halted: Halt; transactions: Transaction[] } {
  if (!isTakenAway(thrown)) throw thrown;
  return { halted: { status: 'failed', error: thrown }, transactions: [] };
}

/** Tells whether what was read before may no longer be shown. */
function takesAway(halted: Halt): boolean {
  return halted.status === 'consent-expired' || (halted.status === 'failed' && isTakenAway(halted.error));
}

/** The account's rows leave the table that it shares with others. */
function emptied(table: TransactionTable, { accountId, timeZone }: HistoryRange, halted: Halt): History {
  table.read(accountId, timeZone).finish();
  return { ...begun(table), halted };
}

/** A consent may reach less far back than we ask: what came before the refusal is then everything. */
function endsAtTheGrantedRange(halted: Halt, count: number): boolean {
  return (
    count > 0 &&
    halted.status === 'failed' &&
    halted.error.source.granularCode === 'USER_TRANSACTION_RANGE_NOT_GRANTED'
  );
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
    const call = () => this.#fetch(['page', request], () => this.client.transactions(request, this.signal));
    const answer = await call();
    this.#nextSize = Math.min(answer.maxSize ?? PAGE_SIZE, MOST_ROWS_A_PAGE);
    if (!isUnderWay(answer)) return answer;
    const resultsId = answer.status === 'pending' ? answer.resultsId : null;
    return this.#awaitResult(answer, () =>
      // A backend that ran out of time names no result: the same call then picks the answer up.
      resultsId === null
        ? call()
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
