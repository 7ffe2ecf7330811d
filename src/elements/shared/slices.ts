/** How long a slice of background work may keep the page from answering. */
const SLICE_MS = 4;

interface Scheduler {
  postTask(work: () => void, options: { priority: 'background' }): Promise<void>;
}

/**
 * Takes the steps of some work in slices of a few milliseconds, each a task of its own behind what the page has to
 * do. Resolves to what the steps came to, or to null when the signal ended them. Begin it after a paint: a
 * slice does not wait for one. Rejects with what a step throws.
 */
export async function inSlices<Outcome>(
  steps: Iterator<unknown, Outcome>,
  signal: AbortSignal,
): Promise<Outcome | null> {
  for (;;) {
    await backgroundTask();
    if (signal.aborted) {
      // What the steps hold on to is let go in their `finally`.
      steps.return?.();
      return null;
    }
    const end = performance.now() + SLICE_MS;
    do {
      const { done, value } = steps.next();
      if (done) return value;
    } while (performance.now() < end);
  }
}

/** Resolves in a task of the lowest priority there is; WebKit has no priorities, and its timers wait 4 ms. */
function backgroundTask(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  if (scheduler) return scheduler.postTask(() => undefined, { priority: 'background' });
  return new Promise((done) => setTimeout(done));
}
