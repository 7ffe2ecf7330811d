import { LeanError, type ErrorCode } from '../domain/error.js';

/** Where an answer came from, and for whom it was asked. */
export interface AnswerContext {
  /** The proxy route by its pattern, such as `GET /accounts`. */
  route: string | null;
  httpStatus: number | null;
  correlationId: string | null;
  /** The entity that was asked for; items are marked with it. */
  entityId?: string | null;
  /** The account that was asked for; items are marked with it. */
  accountId?: string | null;
}

/** The words an answer gave for its failure. */
export interface FailureWords {
  leanStatus?: string | null;
  granularCode?: string | null;
}

/** A status word as it may stand in an error: anything that could be an id or free text is left out. */
export function statusWord(sent: string | null | undefined): string | null {
  const upper = sent?.trim().toUpperCase() ?? '';
  return upper.length <= 64 && /^[A-Z]+(?:_[A-Z0-9]+)*$/.test(upper) ? upper : null;
}

/** An error about an answer. Its message is made of the route and of status words only: no id, amount or token. */
export function answerError(
  code: ErrorCode,
  context: AnswerContext,
  said: string,
  words: FailureWords & { retryAfterMs?: number | null; thrown?: unknown } = {},
): LeanError {
  const leanStatus = statusWord(words.leanStatus);
  const granularCode = statusWord(words.granularCode);
  const named = [leanStatus, granularCode].filter((each) => each !== null).join(', ');
  const message = `${context.route ?? 'The answer'}: ${said}${named === '' ? '' : ` (${named})`}`;
  return new LeanError(code, message, {
    cause: { route: context.route, httpStatus: context.httpStatus, leanStatus, granularCode },
    correlationId: context.correlationId,
    retryAfterMs: words.retryAfterMs ?? null,
    thrown: words.thrown,
  });
}
