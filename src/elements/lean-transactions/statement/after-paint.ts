import { inSlices } from '../../shared/slices.js';

/** Resolves in the frame that paints what was drawn now. */
export function inNextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      resolve();
    });
  });
}

/** Takes the steps of some work in slices once what was drawn now has been painted; resolves and rejects as they do. */
export async function afterPaint<Outcome>(
  steps: Iterator<unknown, Outcome>,
  signal: AbortSignal,
): Promise<Outcome | null> {
  await inNextFrame();
  return inSlices(steps, signal);
}
