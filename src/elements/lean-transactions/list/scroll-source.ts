/** What a list is scrolled by. */
export interface ScrollSource {
  /**
   * How many pixels of the list lie above what can be seen (negative while its top is below the edge), and the height
   * of what can be seen. Both at once: each question put to the engine costs in every scrolled frame.
   */
  seen(): { above: number; height: number };
  scrollBy(pixels: number): void;
  /** Calls back after each scroll, before it is painted, and when the height changes. Gives a function that ends it. */
  listen(changed: () => void): () => void;
}
