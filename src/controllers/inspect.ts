import { loadChunk } from '../session/chunk.js';

const askers = new Set<object>();
let panel: Promise<(() => void) | undefined> | null = null;

/**
 * Opens the inspector, once for the page, where a setting or the page's address (`?lean-debug`) asks for it; closes it
 * when no element's settings do any more.
 */
export function inspectOnRequest(asker: object, isWanted: boolean): void {
  askers[isWanted ? 'add' : 'delete'](asker);
  const isAsked = askers.size > 0 || /[?&]lean-debug\b/.test(location.search);
  if (isAsked === (panel !== null)) return;
  if (!isAsked) {
    void panel?.then((close) => close?.());
    panel = null;
    return;
  }
  panel = loadChunk(() => import('../inspector/open-inspector.js')).then(
    ({ openInspector }) => openInspector(),
    (reason: unknown) => {
      panel = null;
      console.warn('lean-elements: the inspector did not load.', reason);
      return undefined;
    },
  );
}
