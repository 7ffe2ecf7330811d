import { LeanError } from '../domain/error.js';

const onTheirWay = new Set<Promise<unknown>>();

/**
 * Brings a part of this package that is loaded when it is needed. A part that is not where the package was copied
 * is the error `chunk_missing`, with the browser's message, which names the URL; the next call tries anew.
 */
export async function loadChunk<Module>(load: () => Promise<Module>): Promise<Module> {
  const part = load();
  onTheirWay.add(part);
  try {
    return await part;
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    const code = typeof navigator !== 'undefined' && !navigator.onLine ? 'offline' : 'chunk_missing';
    throw new LeanError(code, `A part of lean-elements could not be loaded: ${reason}`, { thrown });
  } finally {
    onTheirWay.delete(part);
  }
}

/** Resolves when none of the parts asked for is on its way any more, and never rejects. */
export async function chunksHaveCome(): Promise<void> {
  while (onTheirWay.size > 0) await Promise.allSettled(onTheirWay);
}
