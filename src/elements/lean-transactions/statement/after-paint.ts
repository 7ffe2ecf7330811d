/** Begins background work once what was drawn now has been painted, unless the signal ends it first. */
export function afterPaint(signal: AbortSignal, work: (signal: AbortSignal) => unknown): void {
  requestAnimationFrame(() => {
    if (!signal.aborted) work(signal);
  });
}
