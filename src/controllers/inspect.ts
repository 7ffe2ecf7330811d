import { loadChunk } from '../session/chunk.js';

let isAsked = false;

/** Opens the inspector, once for the page, where a setting or the page's address (`?lean-debug`) asks for it. */
export function inspectOnRequest(isWanted: boolean): void {
  if (isAsked || !(isWanted || /[?&]lean-debug\b/.test(location.search))) return;
  isAsked = true;
  loadChunk(() => import('../inspector/open-inspector.js')).then(
    ({ openInspector }) => openInspector(),
    (reason: unknown) => {
      isAsked = false;
      console.warn('lean-elements: the inspector did not load.', reason);
    },
  );
}
