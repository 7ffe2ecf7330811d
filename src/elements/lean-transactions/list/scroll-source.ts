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
