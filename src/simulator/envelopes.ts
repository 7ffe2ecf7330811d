/** The answers of data calls: v2 carries `data`, v1 `payload` (facts §3.1, §3.3). */
import type { Answer, ResultStatus } from './answers.js';
import { failureTexts, type GranularCode } from './failures.js';
import { instantText, type Identifiers } from './identifiers.js';

/** What a good answer holds. */
export interface Produce {
  /** `type` of the envelope and of `data`. */
  type: string;
  /** The list and its page (v2), or the payload's fields (v1). */
  content: Record<string, unknown>;
  /** When Lean last read this from the bank, in epoch milliseconds. */
  refreshedAt: number;
}

/** Why there is no data. */
export interface Withheld {
  status: Exclude<ResultStatus, 'OK'>;
  resultsId: string;
  granularCode?: GranularCode;
  /** v1 names the reconnect apart from the results; in v2 they are one. */
  reconnectId?: string;
}

/** Builds answers of one API generation. */
export interface Envelopes {
  ok(produce: Produce, options: { resultsId: string; meta: string | null }): Answer;
  withheld(reason: Withheld, options: { meta: string | null }): Answer;
}

const OK_MESSAGE = 'Data successfully retrieved';

function detailOf(code: GranularCode | undefined) {
  return code === undefined
    ? null
    : { granular_status_code: code, status_additional_info: failureTexts[code] };
}

const v2Messages: Readonly<Record<Withheld['status'], string>> = {
  PENDING: 'Please wait for a webhook or try again later.',
  FAILED: failureTexts.BANK_ISSUE,
  CONSENT_EXPIRED:
    'Consent was suspended, revoked, or expired. New consent is required, please connect the entity once again.',
  RECONNECT_REQUIRED: 'User input is required to reconnect with the bank.',
};

const v1Messages: Readonly<Record<Withheld['status'], string>> = {
  ...v2Messages,
  PENDING: 'Results not yet returned. Please try again later',
  RECONNECT_REQUIRED: 'User input is required to reconnect with the bank',
};

function httpStatusOf(status: Withheld['status']): number {
  return status === 'PENDING' ? 202 : 200;
}

/** v2: `data` is null or missing where there is none, as in Lean's samples. */
export function createV2Envelopes(identifiers: Identifiers): Envelopes {
  return {
    ok: ({ type, content, refreshedAt }, { resultsId, meta }) => ({
      httpStatus: 200,
      body: {
        status: 'OK',
        results_id: resultsId,
        message: OK_MESSAGE,
        meta,
        timestamp: identifiers.timestamp(),
        status_detail: null,
        refreshed_at: instantText(refreshedAt),
        type,
        data: { type, ...content },
      },
    }),
    withheld: ({ status, resultsId, granularCode }, { meta }) => ({
      httpStatus: httpStatusOf(status),
      body: {
        status,
        results_id: resultsId,
        message: granularCode === undefined ? v2Messages[status] : failureTexts[granularCode],
        meta,
        timestamp: identifiers.timestamp(),
        status_detail: detailOf(granularCode),
        ...(status !== 'FAILED' && { data: null }),
        type: null,
        refreshed_at: null,
      },
    }),
  };
}

/** v1, as in the old guide. */
export function createV1Envelopes(identifiers: Identifiers): Envelopes {
  return {
    ok: ({ type, content }, { resultsId }) => ({
      httpStatus: 200,
      body: {
        status: 'OK',
        payload: { ...content, type },
        results_id: resultsId,
        message: OK_MESSAGE,
        timestamp: identifiers.timestamp(),
      },
    }),
    withheld: ({ status, resultsId, granularCode, reconnectId }) => ({
      httpStatus: httpStatusOf(status),
      body: {
        status,
        ...(reconnectId !== undefined && { payload: { reconnect_id: reconnectId, type: 'reconnect' } }),
        ...(granularCode !== undefined && { payload: null, status_detail: detailOf(granularCode) }),
        results_id: resultsId,
        message: granularCode === undefined ? v1Messages[status] : failureTexts[granularCode],
        timestamp: identifiers.timestamp(),
      },
    }),
  };
}
