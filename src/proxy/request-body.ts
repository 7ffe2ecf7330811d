import * as v from 'valibot';
import { concatBytes, utf8Text, type Bytes } from './bytes.js';
import { walkJson } from './json-text.js';
import { ProblemError } from './problem.js';

/** The contract's largest body is a few ids. */
const JSON_LIMIT_BYTES = 16 * 1024;
const DEPTH_LIMIT = 4;
/** A body that dribbles in holds a connection, not a person. */
const ARRIVAL_LIMIT_MS = 10_000;

/** The raw bytes of a request, refused above `limit` bytes or when they do not arrive within ten seconds. */
export async function readRequestBytes(request: Request, limit: number): Promise<Bytes> {
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > limit) throw new ProblemError('body_too_large');
  if (request.body === null) return new Uint8Array(0);
  const reader = request.body.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ProblemError('request_timeout')), ARRIVAL_LIMIT_MS);
  });
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), late]);
      if (done) return concatBytes(pieces);
      length += value.length;
      if (length > limit) throw new ProblemError('body_too_large');
      pieces.push(value);
    }
  } catch (error) {
    // The connection is given up either way; what cancelling it says changes nothing.
    reader.cancel().catch(() => undefined);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** The JSON body of a request, decoded; a `ProblemError` says what is wrong with it. */
export async function readJson<Schema extends v.GenericSchema>(
  request: Request,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new ProblemError('unsupported_media_type');
  const bytes = await readRequestBytes(request, JSON_LIMIT_BYTES);
  if (bytes.length === 0) {
    throw new ProblemError('bad_request', {
      detail: 'The body is empty; has a body parser of your server read it before this handler?',
    });
  }
  const parsed = v.safeParse(schema, parseStrictly(bytes));
  if (!parsed.success) {
    const where = v.getDotPath(parsed.issues[0]) ?? 'body';
    throw new ProblemError('bad_request', { detail: `${where} is missing or of the wrong type` });
  }
  return parsed.output;
}

/** JSON without a key given twice, without deep nesting and without keys that reach for prototypes. */
function parseStrictly(bytes: Bytes): unknown {
  const seen: Set<string>[] = [];
  try {
    const text = utf8Text(bytes);
    const value: unknown = JSON.parse(text);
    walkJson(text, {
      open(path) {
        if (path.length >= DEPTH_LIMIT) throw new SyntaxError('too deep');
        seen.push(new Set());
      },
      key(key) {
        const keys = seen.at(-1);
        if (key === '__proto__' || key === 'constructor' || keys?.has(key)) throw new SyntaxError('odd key');
        keys?.add(key);
      },
      close: () => void seen.pop(),
    });
    return value;
  } catch {
    throw new ProblemError('bad_request', { detail: 'The body is not plain JSON with each key once' });
  }
}
