/** Sees whether the SDK has put anything on the page, and whether that has gone again. */
import { ensureMount } from './mount.js';

/** Looks at the page; compares with how it was when it was made. */
export interface Presence {
  /** `unseen` until something has appeared, `shown` while it is there, `gone` after that. */
  look(): 'unseen' | 'shown' | 'gone';
}

/**
 * To be made before the SDK is called. What counts: something in `#lean-link`; a frame or a child of `body` that was
 * not there before, or that has become visible (the loader's frame is there, unseen, from page load).
 */
export function createPresence(): Presence {
  const before = new Map(candidates().map((element) => [element, isVisible(element)]));
  const evidence = new Set<Element>();
  return {
    look() {
      for (const element of candidates()) {
        if (!before.has(element) ? canShow(element) : !before.get(element) && isVisible(element)) {
          evidence.add(element);
        }
      }
      if (evidence.size === 0) return 'unseen';
      return [...evidence].some(canShow) ? 'shown' : 'gone';
    },
  };
}

function candidates(): Element[] {
  const mount = ensureMount();
  const inMount = [...mount.children];
  const frames = [...document.querySelectorAll('iframe')];
  // The mount itself stays when what it showed has gone.
  const inBody = [...document.body.children].filter(
    (element) => element !== mount && !INVISIBLE.includes(element.localName),
  );
  return [...new Set([...inMount, ...frames, ...inBody])];
}

const INVISIBLE = ['script', 'style', 'link', 'template', 'meta', 'noscript'];

/** On the page and not hidden; its own box may be empty, since a dialog inside it lies elsewhere. */
function canShow(element: Element): boolean {
  return element.isConnected && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

function isVisible(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return canShow(element) && width > 0 && height > 0;
}
