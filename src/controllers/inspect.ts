import { loadChunk } from '../domain/chunk.js';
import type * as inspector from '../inspector/open-inspector.js';

let loading: Promise<typeof inspector | null> | null = null;

/**
 * Opens the inspector, once for the page, where a setting or the page's address (`?lean-debug`) asks for it; closes it
 * when no element's settings do any more. An element that leaves the page asks for it no longer.
 */
export function inspectOnRequest(asker: object, isWanted: boolean): void {
  const isByAddress = /[?&]lean-debug\b/.test(location.search);
  if (!isWanted && !isByAddress && !loading) return;
  loading ??= loadChunk(() => import('../inspector/open-inspector.js')).catch((reason: unknown) => {
    loading = null;
    console.warn('lean-elements: the inspector did not load.', reason);
    return null;
  });
  void loading.then((loaded) => loaded?.inspect(asker, isWanted, isByAddress));
}
