/** Timers of one length that a test hurries or holds, so that a long wait need not be sat out. */
const real = {
  setTimeout: window.setTimeout.bind(window),
  clearTimeout: window.clearTimeout.bind(window),
  setInterval: window.setInterval.bind(window),
};

type Run = (...rest: unknown[]) => void;

/** Timeouts and intervals of this length run as soon as they can: a wait of many steps is over in a moment. */
export function hurry(milliseconds: number): void {
  const before = window.setTimeout;
  const soon = (after?: number): number | undefined => (after === milliseconds ? 1 : after);
  window.setTimeout = ((run: Run, after?: number, ...rest: unknown[]) =>
    before(run, soon(after), ...rest)) as typeof window.setTimeout;
  window.setInterval = ((run: Run, after?: number, ...rest: unknown[]) =>
    real.setInterval(run, soon(after), ...rest)) as typeof window.setInterval;
}

/** Timeouts of this length, set from now on, wait until the test lets them end. */
export function hold(milliseconds: number): { end: () => void } {
  const held = new Map<number, Run>();
  window.setTimeout = ((run: Run, after?: number, ...rest: unknown[]) => {
    if (after !== milliseconds) return real.setTimeout(run, after, ...rest);
    const id = -1 - held.size;
    held.set(id, () => {
      run(...rest);
    });
    return id;
  }) as typeof window.setTimeout;
  window.clearTimeout = (id) => {
    if (typeof id !== 'number' || !held.delete(id)) real.clearTimeout(id);
  };
  return {
    end: () => {
      for (const run of [...held.values()]) run();
    },
  };
}

/** Timers are as they were; for `afterEach`. */
export function endTimers(): void {
  window.setTimeout = real.setTimeout;
  window.clearTimeout = real.clearTimeout;
  window.setInterval = real.setInterval;
}
