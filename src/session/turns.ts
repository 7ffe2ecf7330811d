/**
 * One flow at a time: Lean's dialog is one per page. A flow asked for while another runs waits for its turn; one that
 * is no longer wanted when its turn comes is left out.
 */
export interface Turns {
  take<Result>(run: () => Promise<Result>): Promise<Result>;
}

/** Builds an empty queue. */
export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return {
    take(run) {
      const turn = last.then(run, run);
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}
