/** What time it is at the backend. A visitor's clock may be years off, or jump. */
export interface BackendClock {
  /** Milliseconds since 1970; by the visitor's clock while no answer has told better. */
  now(): number;
  /** Reads the `Date` of an answer, which another origin's page cannot always see. */
  note(headers: Headers): void;
}

/** Builds a clock that is set by each answer and runs on monotonic time between two of them. */
export function createBackendClock(): BackendClock {
  let told: { time: number; at: number } | null = null;
  return {
    now: () => (told ? told.time + (performance.now() - told.at) : Date.now()),
    note(headers) {
      const time = Date.parse(headers.get('date') ?? '');
      if (!Number.isNaN(time)) told = { time, at: performance.now() };
    },
  };
}
