import { parentInFlatTree } from '../../shared/flat-tree.js';
import type { ScrollSource } from './scroll-source.js';

/**
 * The page, and every box on the way to it that scrolls: a host's own, or the element itself where the host gave it a
 * height and `overflow: auto`.
 */
export function nearestScroll(list: HTMLElement): ScrollSource {
  const boxes = boxesAround(list);

  /** What can be seen of the list's place, from the top of the window. */
  function sight(): { top: number; bottom: number } {
    let top = 0;
    let bottom = window.innerHeight;
    for (const box of boxes) {
      const edge = box.getBoundingClientRect().top + box.clientTop;
      top = Math.max(top, edge);
      bottom = Math.min(bottom, edge + box.clientHeight);
    }
    return { top, bottom };
  }

  /** A list that is hidden will stand where what is shown before it does instead of it. */
  function place(): Element {
    return list.hidden ? (list.previousElementSibling ?? list) : list;
  }

  return {
    seen() {
      const { top, bottom } = sight();
      return { above: top - place().getBoundingClientRect().top, height: Math.max(0, bottom - top) };
    },
    scrollBy(pixels) {
      const box = boxes.find(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight);
      if (box) box.scrollTop += pixels;
      else window.scrollBy({ top: pixels, behavior: 'instant' });
    },
    listen(moved) {
      let held: [Element, number][] | null = null;
      const changed = (): void => {
        if (!held) moved();
      };
      // On paper the list is short, and the engine scrolls up to its end: rows and place are kept for the screen.
      const hold = (): void => {
        const page = document.scrollingElement;
        held = [...boxes, ...(page ? [page] : [])].map((box) => [box, box.scrollTop]);
      };
      const release = (): void => {
        for (const [box, top] of held ?? []) box.scrollTop = top;
        held = null;
      };
      const sizes = new ResizeObserver(changed);
      const sources: EventTarget[] = [window, ...boxes];
      // The list's own size tells after the engine has laid it out, and before it is painted, that it came or moved.
      for (const element of [document.documentElement, ...boxes, list]) sizes.observe(element);
      for (const source of sources) source.addEventListener('scroll', changed, { passive: true });
      window.addEventListener('resize', changed);
      window.addEventListener('beforeprint', hold);
      window.addEventListener('afterprint', release);
      return () => {
        sizes.disconnect();
        for (const source of sources) source.removeEventListener('scroll', changed);
        window.removeEventListener('resize', changed);
        window.removeEventListener('beforeprint', hold);
        window.removeEventListener('afterprint', release);
      };
    },
  };
}

function boxesAround(list: HTMLElement): HTMLElement[] {
  const boxes: HTMLElement[] = [];
  for (let node = parentInFlatTree(list); node; node = parentInFlatTree(node)) {
    const isPage = node === document.body || node === document.documentElement;
    if (!isPage && node instanceof HTMLElement && SCROLLS.test(getComputedStyle(node).overflowY)) {
      boxes.push(node);
    }
  }
  return boxes;
}

const SCROLLS = /auto|scroll|hidden/;
