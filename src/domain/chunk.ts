import { LeanError } from './error.js';

const onTheirWay = new Set<Promise<unknown>>();

/**
 * Brings a part of this package that is loaded when it is needed. A part that is not where the package was copied
 * is the error `chunk_missing`, or `offline` where that is why, with the browser's message, which names the URL; the
 * next call tries anew. `what` begins the message.
 */
export async function loadChunk<Module>(
  load: () => Promise<Module>,
  what = 'A part of lean-elements',
): Promise<Module> {
  // A page's own way to its words may throw before there is a promise.
  const part = (async () => load())();
  onTheirWay.add(part);
  try {
    return await part;
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    const code = typeof navigator !== 'undefined' && !navigator.onLine ? 'offline' : 'chunk_missing';
    throw new LeanError(code, `${what} could not be loaded: ${reason}`, { thrown });
  } finally {
    onTheirWay.delete(part);
  }
}

/** Resolves when none of the parts asked for is on its way any more, and never rejects. */
export async function chunksHaveCome(): Promise<void> {
  while (onTheirWay.size > 0) await Promise.allSettled(onTheirWay);
}
