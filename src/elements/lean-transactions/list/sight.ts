import type { ScrollSource } from './scroll-source.js';

/**
 * What is in sight of a list, as it was when it was last looked at: asking the engine after a change would make it
 * lay the page out at once.
 */
export interface Sight {
  /** The first pixel of the list in sight, and the first one below. */
  readonly top: number;
  readonly bottom: number;
  /** Which way it was moved last. */
  readonly isUpward: boolean;
  look(): void;
  scrollBy(pixels: number): void;
}

export function createSight(scroll: ScrollSource): Sight {
  const sight = {
    top: 0,
    bottom: 0,
    isUpward: false,
    look() {
      const before = sight.top;
      sight.top = scroll.offset();
      sight.bottom = sight.top + scroll.height();
      if (sight.top !== before) sight.isUpward = sight.top < before;
    },
    scrollBy(pixels: number) {
      scroll.scrollBy(pixels);
      sight.look();
    },
  };
  return sight;
}
