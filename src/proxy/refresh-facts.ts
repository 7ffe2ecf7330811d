import type { DataStatus } from '../wire/contract.js';
import { listIn, memberOf, statusOf, textOf } from './fields.js';
import { momentOf, sortable } from './moment.js';

/** Something heard about an entity's data: by webhook, or in the answer of a refresh. */
export interface Fact {
  status: DataStatus;
  refreshId: string | null;
  /** Lean's timestamp of it. */
  timestamp: string | null;
}

/** One refresh, or the newest of a list of them, wherever the answer keeps it. */
export function latestRefresh(value: unknown): unknown {
  const list = listIn(value);
  if (list === null) return refreshIn(value);
  const dated = list.map((item) => ({ item, moment: sortable(momentOf(changedAt(item), 0)) }));
  dated.sort((one, other) => (one.moment < other.moment ? -1 : 1));
  return dated.at(-1)?.item ?? null;
}

/** The refresh of an answer stands in the answer itself, or in its `data`. */
export function refreshIn(value: unknown): unknown {
  const data = memberOf(value, 'data');
  return textOf(data, 'status') === null ? value : data;
}

function changedAt(refresh: unknown): string | null {
  return textOf(refresh, 'updated_at') ?? textOf(refresh, 'timestamp') ?? textOf(refresh, 'created_at');
}

/** What a refresh says of the data; null when it names no known status. */
export function factOfRefresh(refresh: unknown): Fact | null {
  const status = dataStatusOf(statusOf(refresh), memberOf(refresh, 'data_status'));
  if (status === null) return null;
  return {
    status,
    refreshId: textOf(refresh, 'refresh_id'),
    timestamp: changedAt(refresh),
  };
}

/** Lean's UAE sample ends a refresh with `OK`, the KSA one with `FINISHED`. */
function dataStatusOf(status: string | null, perSet: unknown): DataStatus | null {
  switch (status) {
    case 'PENDING':
    case 'PROCESSING_STARTED':
      return 'PENDING';
    case 'FAILED':
      return 'FAILED';
    case 'OK':
    case 'FINISHED':
      return textOf(perSet, 'accounts') === 'FAILED' ? 'FAILED' : 'READY';
    default:
      return null;
  }
}
