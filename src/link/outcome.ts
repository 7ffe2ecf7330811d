/** Reads what the SDK's callback was given (facts §2.4). It may be anything; a forged one is only a wrong hint. */
import type { LinkMethod, LinkOutcome, LinkStatus } from '../domain/link.js';

const STATUSES: readonly string[] = [
  'SUCCESS',
  'ERROR',
  'CANCELLED',
  'REDIRECT',
  'LINK_CLOSED_PROGRAMMATICALLY',
] satisfies LinkStatus[];

/** The callback's argument as an outcome; never throws into the SDK. */
export function decodeOutcome(method: LinkMethod, data: unknown): LinkOutcome {
  const fields = copyOf(data);
  const text = (name: string): string | null => {
    const value = fields[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const status = text('status')?.toUpperCase() ?? '';
  const bank = copyOf(fields['bank']);
  const bankIdentifier = typeof bank['bank_identifier'] === 'string' ? bank['bank_identifier'] : null;
  const isSupported = typeof bank['is_supported'] === 'boolean' ? bank['is_supported'] : null;
  return {
    method,
    status: STATUSES.includes(status) ? (status as LinkStatus) : 'UNKNOWN',
    message: text('message'),
    bank: bankIdentifier === null && isSupported === null ? null : { bankIdentifier, isSupported },
    exitPoint: text('exit_point'),
    secondaryStatus: text('secondary_status'),
    lastApiResponse: text('last_api_response'),
    userExitIntent: text('user_exit_intent'),
    exitIntentPoint: text('exit_intent_point'),
    exitSurveyReason: text('exit_survey_reason'),
    correlationId: text('lean_correlation_id'),
  };
}

/** The outcome of a flow of which the SDK has told nothing. */
export function unknownOutcome(method: LinkMethod): LinkOutcome {
  return decodeOutcome(method, null);
}

/** A plain copy of an object's own fields, empty for anything else and for one that throws on being read. */
function copyOf(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return {};
  try {
    return { ...value };
  } catch {
    return {}; // A getter of the SDK's threw: the outcome is unknown, and the backend is asked.
  }
}
