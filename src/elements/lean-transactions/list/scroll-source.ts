/** What a list is scrolled by. */
export interface ScrollSource {
  /** How many pixels of the list lie above what can be seen; negative while its top is below the edge. */
  offset(): number;
  /** Height of what can be seen. */
  height(): number;
  scrollBy(pixels: number): void;
  /** Calls back after each scroll, before it is painted, and when the height changes. Gives a function that ends it. */
  listen(changed: () => void): () => void;
}

/** A box that scrolls; the list is the first in it. */
export function elementScroll(viewport: HTMLElement): ScrollSource {
  return {
    offset: () => viewport.scrollTop,
    height: () => viewport.clientHeight,
    scrollBy(pixels) {
      viewport.scrollTop += pixels;
    },
    listen(changed) {
      const sizes = new ResizeObserver(changed);
      sizes.observe(viewport);
      viewport.addEventListener('scroll', changed, { passive: true });
      return () => {
        sizes.disconnect();
        viewport.removeEventListener('scroll', changed);
      };
    },
  };
}

/** The page, and whatever boxes on the way to it scroll. */
export function pageScroll(list: HTMLElement): ScrollSource {
  return {
    offset: () => -list.getBoundingClientRect().top,
    height: () => window.innerHeight,
    scrollBy(pixels) {
      window.scrollBy({ top: pixels, behavior: 'instant' });
    },
    listen(changed) {
      const sizes = new ResizeObserver(changed);
      sizes.observe(document.documentElement);
      const options = { passive: true, capture: true };
      window.addEventListener('scroll', changed, options);
      window.addEventListener('resize', changed);
      return () => {
        sizes.disconnect();
        window.removeEventListener('scroll', changed, options);
        window.removeEventListener('resize', changed);
      };
    },
  };
}
