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
  /** It was never looked at, or moved last by so much that nothing of what was in sight still is. */
  readonly isFar: boolean;
  /** The movement is over: the next one may be a small one. */
  rest(): void;
  look(): void;
  scrollBy(pixels: number): void;
}

export function createSight(scroll: ScrollSource): Sight {
  const sight = {
    top: 0,
    bottom: 0,
    isUpward: false,
    isFar: true,
    rest() {
      sight.isFar = false;
    },
    look() {
      const { top: before, bottom } = sight;
      const { above, height } = scroll.seen();
      sight.top = above;
      sight.bottom = above + height;
      if (sight.top === before) return;
      sight.isUpward = sight.top < before;
      sight.isFar = bottom === 0 || sight.top >= bottom || sight.bottom <= before;
    },
    scrollBy(pixels: number) {
      scroll.scrollBy(pixels);
      sight.look();
    },
  };
  return sight;
}
