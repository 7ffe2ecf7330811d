/** The envelopes Lean answers in: v2 (`data`), v1 (`payload`) and errors, with their wording (facts §3.3, §3.9). */
import type { Identifiers } from './identifiers.js';

/** An answer before it becomes a `Response`. */
export interface Answer {
  httpStatus: number;
  body: unknown;
  headers?: Readonly<Record<string, string>>;
}

/** Statuses of error bodies, each with its HTTP code and Lean's text where it is known. */
const errorTexts = {
  INVALID_PARAMETERS: [
    400,
    'The request is badly formatted or a parameter of the wrong type has been provided',
  ],
  MISSING_PARAMETERS: [400, 'A required parameter is missing'],
  UNAUTHORIZED: [401, 'The application token is missing or not valid.'],
  INCORRECT_ACCESS_LEVEL: [403, 'The access token provided does not give access to this resource.'],
  CONSENT_EXPIRED: [
    403,
    'Consent was suspended, revoked, or expired. New consent is required, please connect the entity once again.',
  ],
  OPERATION_NOT_ALLOWED: [403, 'You are not allowed to perform this operation.'],
  UNKNOWN_CUSTOMER: [404, 'The customer_id provided did not match a customer in our records.'],
  UNKNOWN_ENTITY: [404, 'The entity_id provided did not match an account in our records.'],
  UNKNOWN_ACCOUNT: [404, 'The account_id provided does not match an account with the entity_id provided.'],
  UNKNOWN_RESULTS_ID: [
    404,
    'The results_id provided has not been recognized by Lean or has not been processed yet',
  ],
  UNKNOWN_REFRESH_ID: [404, 'The refresh_id provided did not match a data refresh in our records.'],
  INVALID_URL: [404, 'The URL requested does not exist.'],
  INVALID_HTTP_METHOD: [405, 'The HTTP method is not supported for this URL.'],
  CUSTOMER_ALREADY_EXISTS: [409, 'A customer already exists for the app_user_id you have provided.'],
  RATE_LIMIT_EXCEEDED: [429, 'Too many requests have been made in a short time. Please try again later.'],
  DUPLICATED_REQUEST: [429, 'The same request is already being processed. Please wait for its result.'],
  INTERNAL_SERVER_ERROR: [
    500,
    'Something has gone wrong. If you continue to see this error, please get in touch with Lean.',
  ],
} as const satisfies Record<string, readonly [number, string]>;

/** `status` of an error body. */
export type ErrorStatus = keyof typeof errorTexts;

/** What a data call may answer with HTTP 200 or 202. */
export type ResultStatus = 'OK' | 'PENDING' | 'FAILED' | 'CONSENT_EXPIRED' | 'RECONNECT_REQUIRED';

/** Builds answers; ids and times come from the simulator, so that they repeat. */
export interface Answers {
  /** An error body; `withResultsId` for data calls, `message` where Lean's text names a value. */
  error(status: ErrorStatus, options?: { withResultsId?: boolean; message?: string }): Answer;
  /** `INVALID_PARAMETERS` in Lean's wording. */
  invalid(field: string, value: string): Answer;
  missing(field: string): Answer;
}

export function createAnswers(identifiers: Identifiers): Answers {
  const error: Answers['error'] = (status, { withResultsId = false, message } = {}) => {
    const [httpStatus, text] = errorTexts[status];
    return {
      httpStatus,
      body: {
        ...(withResultsId && { results_id: identifiers.next('results') }),
        timestamp: identifiers.timestamp(),
        status,
        message: message ?? text,
        metadata: null,
      },
    };
  };
  return {
    error,
    invalid: (field, value) =>
      error('INVALID_PARAMETERS', {
        withResultsId: true,
        message: `${errorTexts.INVALID_PARAMETERS[1]}, field: ${field}, value: ${value}.`,
      }),
    missing: (field) =>
      error('MISSING_PARAMETERS', {
        withResultsId: true,
        message: `${errorTexts.MISSING_PARAMETERS[1]}, field: ${field}.`,
      }),
  };
}
