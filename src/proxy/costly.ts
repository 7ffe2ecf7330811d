import { ProblemError } from './problem.js';
import type { Call } from './services.js';

/** Counts a call that costs money or wakes a bank; refused when the user makes too many at once or in a day. */
export async function takeCostly(call: Call): Promise<void> {
  const wait = call.costly.take(call.user.appUserId);
  if (wait > 0) throw new ProblemError('too_many_requests', { retryAfter: wait });
  await call.dailyLimit.take(call.user.appUserId);
}
