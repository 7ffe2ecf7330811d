import * as v from 'valibot';
import { DAY_MS } from '../domain/calendar.js';
import { coreCalls } from './lean-calls.js';
import { ProblemError } from './problem.js';
import type { Services } from './services.js';
import { listIn, memberOf, textOf } from './fields.js';
import type { LeanAnswer } from './upstream.js';

/** Lean keeps events for 90 days. */
const FIRST_LOOK_MS = 90 * DAY_MS;
/** Events may become visible a little after they happened. */
const OVERLAP_MS = 15 * 60_000;
/** Pages of one run. A run cut short here moves nothing on: the next one reads the same time again. */
const MOST_PAGES = 1000;

/** What a run found. */
export interface Reconciliation {
  /** Events that Lean listed. */
  seen: number;
  /** Those among them that no webhook had brought. */
  applied: number;
}

const CursorSchema = v.object({ until: v.number() });

/** Reads Lean's events since the last run and applies those that never came; each is applied once whoever brings it. */
export async function reconcile(services: Services): Promise<Reconciliation> {
  const { config, store, events } = services;
  const cursorKey = await store.key('cursor', 'events');
  const cursor = v.safeParse(CursorSchema, await store.read(cursorKey));
  const until = config.clock();
  const from = cursor.success ? cursor.output.until - OVERLAP_MS : until - FIRST_LOOK_MS;
  const found: Reconciliation = { seen: 0, applied: 0 };
  let isWhole = false;
  let failure: ProblemError | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await services.upstream.call(
      coreCalls.events(page, new Date(from).toISOString(), new Date(until).toISOString()),
    );
    const listed = eventsIn(answer);
    for (const event of listed) {
      found.seen += 1;
      try {
        if ((await events.apply(event)) === true) found.applied += 1;
      } catch (error) {
        // One event that the host cannot take must not keep the others away; it is read again in the next run.
        if (!(error instanceof ProblemError) || error.code === 'storage_failed') throw error;
        failure ??= error;
      }
    }
    isWhole = listed.length === 0 || isLastPage(answer.value, page);
    if (isWhole) break;
  }
  if (failure !== undefined) throw failure;
  if (isWhole) await store.write(cursorKey, { until });
  return found;
}

function eventsIn(answer: LeanAnswer): unknown[] {
  const list = listIn(answer.value);
  if (answer.status !== 200 || list === null) {
    const { correlationId } = answer;
    throw new ProblemError('upstream_bad_answer', {
      detail: 'Lean did not answer its events',
      correlationId,
    });
  }
  // The list may wrap each event as it was delivered.
  return list.map((item) => (textOf(item, 'type') === null ? (memberOf(item, 'event') ?? item) : item));
}

function isLastPage(value: unknown, page: number): boolean {
  const pages = memberOf(memberOf(value, 'page'), 'total_pages');
  return typeof pages === 'number' ? page + 1 >= pages : Array.isArray(value);
}
