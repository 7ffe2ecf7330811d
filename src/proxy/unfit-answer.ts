import { textOf } from './fields.js';
import type { ProxyConfig } from './options.js';
import { ProblemError } from './problem.js';
import type { LeanAnswer } from './upstream.js';

/** The refusal in place of an answer without what was asked for; `detail` says what is missing. */
export function unusable({ status, correlationId, retryAfter }: LeanAnswer, detail: string): ProblemError {
  if (status === 429 || status >= 500) {
    return new ProblemError('upstream_unavailable', { correlationId, retryAfter: retryAfter ?? 5 });
  }
  return new ProblemError('upstream_bad_answer', { detail, correlationId });
}

/** An answer named something that is not the asker's: it is dropped, and the operator is told. */
export function foreign(config: ProxyConfig, { correlationId }: LeanAnswer): ProblemError {
  config.log({ level: 'error', event: 'upstream_mismatch' });
  const detail = 'Lean answered for somebody else';
  return new ProblemError('upstream_bad_answer', { detail, correlationId });
}

/**
 * Throws `foreign` when one of an answer's parts names another id than the question did. What a part does not name, and
 * what the question left open, is no contradiction.
 */
export function refuseForeign(
  config: ProxyConfig,
  answer: LeanAnswer,
  parts: readonly unknown[],
  asked: Readonly<Record<string, string | undefined>>,
): void {
  const isOther = (part: unknown, [name, id]: [string, string | undefined]) => {
    const named = textOf(part, name);
    return id !== undefined && named !== null && named !== id;
  };
  const members = Object.entries(asked);
  if (parts.some((part) => members.some((member) => isOther(part, member)))) throw foreign(config, answer);
}
