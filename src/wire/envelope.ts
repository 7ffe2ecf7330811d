import * as v from 'valibot';
import type { Answer, Page } from '../domain/answer.js';
import type { LeanError } from '../domain/error.js';
import { answerError, type AnswerContext } from './context.js';
import { errorCodeOf } from './granular.js';
import { count, id, part, text, word } from './fields.js';

/** What Lean puts around every data answer: `payload` in v1, `data` in v2. */
export const EnvelopeSchema = v.object({
  status: text,
  payload: v.optional(v.unknown()),
  data: v.optional(v.unknown()),
  results_id: id,
  /** Refresh calls name it here, v1 data calls inside `payload`, v2 data calls not at all. */
  reconnect_id: id,
  message: text,
  timestamp: text,
  refreshed_at: text,
  status_detail: part({ granular_status_code: text, status_additional_info: text }),
});
export type Envelope = v.InferOutput<typeof EnvelopeSchema>;

/** v2's page block; v1 answers are whole and have none. */
export const PageBlockSchema = v.object({
  number: count,
  size: count,
  total_elements: count,
  total_pages: count,
});

/** What stands in `payload` or `data`, before its own schema has looked at it. */
export type Content = Readonly<Record<string, unknown>>;

/**
 * Opens Lean's envelope. The body's `status` decides, never the HTTP status. `read` turns the content of an `OK`
 * answer into data, or gives null when it is not built as promised: then the answer is `failed` with `bad_response`.
 */
export function openEnvelope<Data>(
  body: unknown,
  context: AnswerContext,
  read: (content: Content) => Data | null,
): Answer<Data> {
  const parsed = v.safeParse(EnvelopeSchema, body);
  const status = parsed.success ? word(parsed.output.status) : null;
  if (!parsed.success || status === null) {
    return failed(answerError('bad_response', context, "answered without the status of Lean's envelope"));
  }
  const envelope = parsed.output;
  switch (status) {
    case 'OK':
      return readContent(envelope, context, read);
    case 'PENDING':
    case 'PROCESSING_STARTED':
      return { status: 'pending', resultsId: envelope.results_id };
    case 'RECONNECT_REQUIRED':
      return {
        status: 'reconnect-required',
        reconnectId: reconnectIdOf(envelope),
        resultsId: envelope.results_id,
      };
    default:
      return failure(status, envelope.status_detail?.granular_status_code ?? null, context);
  }
}

/** The answer for a status that brings no data: expired consent, a failure of the bank, or a word nobody knows. */
export function failure(
  status: string,
  granularCode: string | null,
  context: AnswerContext,
): Extract<Answer<never>, { error: LeanError }> {
  const words = { leanStatus: status, granularCode };
  const known = errorCodeOf(word(granularCode)) ?? errorCodeOf(status);
  const code = known ?? (status === 'FAILED' ? 'bank_failed' : 'unknown_status');
  const error = answerError(code, context, 'the bank data could not be read', words);
  return code === 'consent_expired' ? { status: 'consent-expired', error } : failed(error);
}

function failed(error: LeanError): { status: 'failed'; error: LeanError } {
  return { status: 'failed', error };
}

function readContent<Data>(
  envelope: Envelope,
  context: AnswerContext,
  read: (content: Content) => Data | null,
): Answer<Data> {
  const content = contentOf(envelope);
  const data = content === null ? null : read(content);
  if (data !== null) return { status: 'ok', data, refreshedAt: envelope.refreshed_at };
  const said =
    content === null ? 'answered OK without data' : 'answered OK with data that is not built as promised';
  return failed(answerError('bad_response', context, said, { leanStatus: 'OK' }));
}

function contentOf({ payload, data }: Envelope): Content | null {
  const content = payload ?? data;
  return isContent(content) ? content : null;
}

function isContent(value: unknown): value is Content {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** v1 names it in the payload; in v2 the `results_id` itself is what `Lean.reconnect` takes. */
function reconnectIdOf(envelope: Envelope): string | null {
  const inside = v.safeParse(v.object({ reconnect_id: id }), contentOf(envelope));
  const named = inside.success ? inside.output.reconnect_id : null;
  return named ?? envelope.reconnect_id ?? envelope.results_id;
}

/** Items with their place in the whole list; null when a page block is there and does not tell how many pages there are. */
export function pageOf<Item>(content: Content, items: Item[]): Page<Item> | null {
  const block = content['page'];
  if (block === undefined || block === null) {
    return { items, pageNumber: 0, totalPages: 1, totalItems: items.length };
  }
  const parsed = v.safeParse(PageBlockSchema, block);
  if (!parsed.success) return null;
  const { number, size, total_elements: totalItems, total_pages: pages } = parsed.output;
  const totalPages = pages ?? (totalItems !== null && size ? Math.ceil(totalItems / size) : null);
  return totalPages === null ? null : { items, pageNumber: number ?? 0, totalPages, totalItems };
}
