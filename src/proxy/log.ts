/**
 * One line of the operator's log. A closed list of fields, so that an id, a token, a name or an amount has no field
 * to be in. `route` is the pattern, never the path.
 */
export interface LogEntry {
  level: 'info' | 'warn' | 'error';
  event:
    | 'request'
    | 'upstream_call'
    | 'upstream_retry'
    | 'upstream_open'
    | 'upstream_mismatch'
    | 'upstream_misconfigured'
    | 'token_renewed'
    | 'customer_repaired'
    | 'cost_limit'
    | 'session_failed'
    | 'host_failed'
    | 'storage_failed'
    | 'webhook_refused'
    | 'webhook_received'
    | 'webhook_unreadable'
    | 'internal_error';
  /** Such as `GET /accounts/:accountId/balances`. */
  route?: string;
  status?: number;
  /** The code of a problem, Lean's own `status`, or a webhook's type. */
  code?: string;
  durationMs?: number;
  /** Lean's own name for the call, for its support. */
  correlationId?: string;
  /** The class of an error of our own; its message may quote data and stays out. */
  errorName?: string;
}

/** Text from outside that may enter a log: short, printable, without line breaks. */
export function loggable(text: string | null | undefined): string | undefined {
  if (text === null || text === undefined || text === '') return undefined;
  return text.replace(/[^\w.:/-]/g, '?').slice(0, 80);
}
