/** One call to a host's backend as the inspector shows it: a route by its pattern, so no id, and nothing of a body. */
export interface CallRecord {
  /** Epoch milliseconds of its start. */
  at: number;
  /** Method and pattern, such as `GET /accounts/{account_id}/balances`. */
  route: string;
  /** Null when there was no answer. */
  httpStatus: number | null;
  /** The `status` of Lean's body, where it is one of Lean's words. */
  leanStatus: string | null;
  correlationId: string | null;
  milliseconds: number;
}

/** What all copies of this package on one page have asked for last. Its shape is a promise to other versions. */
export interface CallLog {
  /** Oldest first. */
  records: CallRecord[];
  listeners: Set<() => void>;
}

const KEY = Symbol.for('lean-elements.calls.v1');
/** Enough for the person who opens the inspector after something went wrong. */
const KEPT = 50;

/** The page's log, made when first asked for. */
export function callLog(): CallLog {
  const page = globalThis as { [KEY]?: CallLog };
  return (page[KEY] ??= { records: [], listeners: new Set() });
}

/** What came of a call, as far as it is told. */
interface Outcome {
  context: { httpStatus: number | null; correlationId: string | null };
  body: unknown;
}

/** Makes a call and remembers how it went, whether it was answered or not. */
export async function noted<Answer extends Outcome>(
  route: string,
  make: () => Promise<Answer>,
): Promise<Answer> {
  const at = Date.now();
  const start = performance.now();
  let answer: Answer | null = null;
  try {
    answer = await make();
    return answer;
  } finally {
    const { records, listeners } = callLog();
    records.push({
      at,
      route,
      httpStatus: answer?.context.httpStatus ?? null,
      leanStatus: leanWord(answer?.body),
      correlationId: answer?.context.correlationId ?? null,
      milliseconds: Math.round(performance.now() - start),
    });
    records.splice(0, records.length - KEPT);
    for (const listener of [...listeners]) listener();
  }
}

function leanWord(body: unknown): string | null {
  const status: unknown = (body as { status?: unknown } | null | undefined)?.status;
  return typeof status === 'string' && /^[A-Z_]{2,40}$/.test(status) ? status : null;
}
