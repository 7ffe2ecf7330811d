/** The callback: what it carries (facts §2.4), and how each behaviour bends it. */
import type { LinkBehaviour } from '../behaviours.js';
import type { SdkMethod } from './config.js';

/** The 11 fields of Lean's CallbackData; only those that fit the event are filled. */
export interface CallbackData {
  status: 'SUCCESS' | 'ERROR' | 'CANCELLED' | 'REDIRECT' | 'LINK_CLOSED_PROGRAMMATICALLY';
  message?: string;
  bank?: { bank_identifier?: string; is_supported: boolean };
  exit_point?: string;
  secondary_status?: string;
  last_api_response?: string;
  user_exit_intent?: string;
  exit_intent_point?: string;
  exit_survey_reason?: string;
  lean_correlation_id?: string;
  open_banking_redirect_url?: string;
}

const LATE_MS = 10_000;

/** Where a call's outcome goes. The old v1 script also names the method, `LINK` in the seed guide. */
export type Reporter = (data: CallbackData) => void;

export function createReporter(
  callback: ((data: unknown) => void) | undefined,
  behaviour: LinkBehaviour,
  namesMethod: SdkMethod | null,
): Reporter {
  return (data) => {
    if (callback === undefined || behaviour === 'no-callback') return;
    const told = {
      ...data,
      lean_correlation_id: crypto.randomUUID(),
      ...(namesMethod === null ? {} : { method: namesMethod.toUpperCase() }),
    };
    switch (behaviour) {
      case 'callback-twice':
        callback(told);
        callback(told);
        break;
      case 'success-then-error':
        callback(told);
        callback({ status: 'ERROR', message: 'Reported after the outcome' });
        break;
      case 'late-callback':
        setTimeout(callback, LATE_MS, told);
        break;
      case 'unknown-status':
        callback({ ...told, status: 'PAUSED_BY_BANK' });
        break;
      case 'empty-callback':
        callback(null);
        break;
      default:
        callback(told);
    }
  };
}
