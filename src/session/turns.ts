const KEY = Symbol.for('lean-elements.turns.v1');

/** One queue for the page, whatever the number of backends or copies of this package: Lean's window is one per page. */
interface PageTurns {
  /** Settles, and never rejects, when nobody is before you. */
  last: Promise<unknown>;
}

function pageTurns(): PageTurns {
  const page = globalThis as { [KEY]?: PageTurns };
  return (page[KEY] ??= { last: Promise.resolve() });
}

/**
 * Waits until Link may open, and gives the way to let the next one in. One that is no longer wanted when its turn
 * comes rejects with the signal's reason and holds nobody up.
 */
export async function takeTurn(signal: AbortSignal): Promise<() => void> {
  const page = pageTurns();
  const before = page.last;
  const { promise, release } = gate();
  page.last = before.then(() => promise);
  await before;
  if (signal.aborted) release();
  signal.throwIfAborted();
  return release;
}

function gate(): { promise: Promise<void>; release: () => void } {
  let release = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { promise, release };
}
