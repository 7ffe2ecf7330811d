import type { LeanError } from '../domain/error.js';
import { answerError, type AnswerContext } from '../wire/context.js';

/**
 * The error for a call that never came through. Whether the browser is offline is asked afterwards: a backend on the
 * same machine answers without any network.
 */
export function networkError(context: AnswerContext, said: string, thrown: unknown): LeanError {
  // Node has a navigator that does not say whether it is online.
  const { navigator } = globalThis as { navigator?: Partial<Navigator> };
  const isOffline = navigator?.onLine === false;
  return answerError(
    isOffline ? 'offline' : 'network_failed',
    context,
    isOffline ? 'the browser is offline' : said,
    {
      thrown,
    },
  );
}
