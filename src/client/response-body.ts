import { answerError, type AnswerContext } from '../wire/context.js';
import { parseJson } from '../wire/json.js';
import { networkError } from './network-error.js';

/**
 * The body of an answer as a value. Rejects with `network_failed` (or `offline`) when it breaks off, with
 * `bad_response` when it is empty, a page instead of JSON, no UTF-8, or cannot be parsed.
 */
export async function readJsonBody(response: Response, context: AnswerContext): Promise<unknown> {
  refuseOtherThanJson(response, context);
  const text = decodeUtf8(await readBytes(response, context), context);
  if (text.trim() === '') throw answerError('bad_response', context, 'answered nothing');
  try {
    return parseJson(text);
  } catch (thrown) {
    // The parser's own message quotes the text, which may hold amounts: it is not passed on.
    if (thrown instanceof SyntaxError) throw answerError('bad_response', context, 'answered broken JSON');
    throw thrown;
  }
}

/** The body of a refusal, or null when it says nothing that can be read: its HTTP status says enough. */
export async function readRefusalBody(response: Response, context: AnswerContext): Promise<unknown> {
  try {
    return await readJsonBody(response, context);
  } catch {
    // Every failure to read a refusal leads to the same error, made of its HTTP status.
    return null;
  }
}

/** For an answer whose body does not matter: it is not read, but a page in its place is still `bad_response`. */
export function dropBody(response: Response, context: AnswerContext): null {
  refuseOtherThanJson(response, context);
  cancelBody(response);
  return null;
}

function refuseOtherThanJson(response: Response, context: AnswerContext): void {
  const type = mediaTypeOf(response);
  if (isJsonLike(type)) return;
  cancelBody(response);
  const said = type === 'text/html' ? 'answered a web page instead of JSON' : 'did not answer JSON';
  throw answerError('bad_response', context, said);
}

function cancelBody(response: Response): void {
  response.body?.cancel().catch(() => {
    // The body is not wanted; that it cannot even be thrown away changes nothing.
  });
}

async function readBytes(response: Response, context: AnswerContext): Promise<ArrayBuffer> {
  try {
    return await response.arrayBuffer();
  } catch (thrown) {
    throw networkError(context, 'the answer broke off', thrown);
  }
}

function decodeUtf8(bytes: ArrayBuffer, context: AnswerContext): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (thrown) {
    throw answerError('bad_response', context, 'answered text that is not UTF-8', { thrown });
  }
}

function mediaTypeOf(response: Response): string {
  const [type = ''] = (response.headers.get('content-type') ?? '').split(';');
  return type.trim().toLowerCase();
}

/** Small backends often forget the type or leave it at plain text; what they sent is then tried as JSON. */
function isJsonLike(type: string): boolean {
  return type === '' || type === 'text/plain' || /^application\/(?:[\w.-]+\+)?json$/.test(type);
}
