import type { ErrorCode, LeanError } from '../domain/error.js';
import { answerError, type AnswerContext } from '../wire/context.js';
import { decodeRefusal } from '../wire/error-body.js';
import { retryAfterMs, secondsToWaitMs } from './retry-after.js';

/** Words of a body that say more than the HTTP status does. */
const BY_WORD: Readonly<Record<string, ErrorCode>> = {
  identity_off: 'identity_off',
  not_supported: 'not_supported',
  rate_limited: 'rate_limited',
  duplicated_request: 'duplicated_request',
  consent_expired: 'consent_expired',
  permission_missing: 'permission_missing',
  user_permissions_not_granted: 'permission_missing',
};

const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  401: 'session_expired',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  410: 'not_found',
  419: 'session_expired',
  429: 'rate_limited',
  501: 'not_supported',
};

/** The error for an answer that is not a success, from its HTTP status and what its body says. */
export function refusalError(context: AnswerContext, headers: Headers, body: unknown): LeanError {
  const refusal = decodeRefusal(body);
  const status = context.httpStatus ?? 0;
  const correlationId = context.correlationId ?? refusal.correlationId;
  const said = `the backend answered HTTP ${String(status)}`;
  return answerError(
    codeOf(status, [refusal.problemCode, refusal.leanStatus]),
    { ...context, correlationId },
    said,
    {
      leanStatus: refusal.leanStatus,
      granularCode: refusal.granularCode,
      retryAfterMs: retryAfterMs(headers) ?? secondsToWaitMs(refusal.retryAfter),
    },
  );
}

/** A client error may name its reason; a failing server is a failing server whatever it says. */
function codeOf(status: number, words: readonly (string | null)[]): ErrorCode {
  if (status >= 400 && status < 500 && !isSessionEnd(status)) {
    for (const word of words) {
      const key = word?.toLowerCase() ?? '';
      const code = Object.hasOwn(BY_WORD, key) ? BY_WORD[key] : undefined;
      if (code) return code;
    }
  }
  return BY_STATUS[status] ?? (status >= 500 ? 'server_failed' : 'bad_request');
}

/** Tells whether an HTTP status says that the host's session has ended (419 is Laravel's word for it). */
export function isSessionEnd(status: number): boolean {
  return status === 401 || status === 419;
}
