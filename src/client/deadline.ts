import { LeanError, type ErrorCode } from '../domain/error.js';

/** How long something may take, and the error when it takes longer. */
export interface Deadline {
  milliseconds: number;
  code: Extract<ErrorCode, 'timeout' | 'link_session_timeout'>;
  /** Named in the error, such as `GET /accounts`. */
  route: string;
}

/**
 * Runs `work` with a signal that is aborted at the deadline, or when the caller's own signal is. Rejects with the
 * deadline's error at once even if `work` does not listen, and with the caller's reason when the caller aborts.
 */
export function withDeadline<Result>(
  deadline: Deadline,
  callerSignal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  return new Promise<Result>((resolve, reject) => {
    function stop(reason: Error): void {
      settle();
      reject(reason);
      controller.abort(reason);
    }
    function onCallerAbort(): void {
      stop(callerSignal?.reason as Error);
    }
    function settle(): void {
      clearTimeout(timer);
      callerSignal?.removeEventListener('abort', onCallerAbort);
    }
    const timer = setTimeout(() => {
      stop(timeoutError(deadline));
    }, deadline.milliseconds);
    if (callerSignal?.aborted) {
      onCallerAbort();
      return;
    }
    callerSignal?.addEventListener('abort', onCallerAbort);
    work(controller.signal).then(resolve, reject).finally(settle);
  });
}

function timeoutError({ milliseconds, code, route }: Deadline): LeanError {
  const message = `${route}: no answer within ${String(milliseconds / 1000)} s`;
  return new LeanError(code, message, { cause: { route } });
}
