import * as v from 'valibot';
import type { ErrorCode } from '../domain/error.js';
import { answerError, type AnswerContext } from './context.js';
import { LinkSessionSchema, type LinkSession } from './contract.js';

const MISSING: Readonly<Record<string, ErrorCode>> = {
  app_token: 'missing_app_token',
  customer_id: 'missing_customer_id',
};

/**
 * Reads the answer of `POST /link-session`, or what a host's `getLinkSession` gave. Throws `bad_response` when it is
 * no object, `missing_app_token` or `missing_customer_id`, else `invalid_type` naming the fields, never their values.
 */
export function decodeLinkSession(body: unknown, context: AnswerContext): LinkSession {
  const parsed = v.safeParse(LinkSessionSchema, body);
  if (parsed.success) return parsed.output;
  const wrong = parsed.issues.flatMap((issue) => {
    const [field] = issue.path ?? [];
    return field && typeof field.key === 'string' ? [{ name: field.key, input: field.value }] : [];
  });
  if (wrong.length === 0)
    throw answerError('bad_response', context, 'answered something that is no link session');
  const missing = wrong.find(({ name, input }) => name in MISSING && (input ?? '') === '');
  if (missing) {
    throw answerError(
      MISSING[missing.name] ?? 'bad_response',
      context,
      `the link session has no ${missing.name}`,
    );
  }
  const names = [...new Set(wrong.map(({ name }) => name))].join(', ');
  throw answerError('invalid_type', context, `the link session has fields of a wrong type: ${names}`);
}
