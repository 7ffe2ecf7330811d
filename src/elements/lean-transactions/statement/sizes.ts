/** Heights in pixels that rows and headings have by their styles, and of what the host keeps at the top. */
export interface Sizes {
  row: number;
  head: number;
  stickyTop: number;
}

/** Reads heights off three unseen elements, and calls back when the page's styles change them. */
export class SizeWatch {
  readonly #observer: ResizeObserver;
  #watched: HTMLElement | null = null;
  #sizes: Sizes | null = null;

  constructor(changed: () => void) {
    this.#observer = new ResizeObserver(() => {
      if (!this.#watched) return;
      const before = JSON.stringify(this.#sizes);
      this.#sizes = sizesOf(this.#watched);
      // Not before the next frame: what watches the page's own size would be told too late in this one.
      if (JSON.stringify(this.#sizes) !== before) requestAnimationFrame(changed);
    });
  }

  /** The sizes by an element whose children have them. */
  of(element: HTMLElement): Sizes {
    if (element !== this.#watched || !this.#sizes) {
      this.stop();
      this.#watched = element;
      this.#sizes = sizesOf(element);
      for (const child of element.children) this.#observer.observe(child);
    }
    return this.#sizes;
  }

  stop(): void {
    this.#observer.disconnect();
    this.#watched = null;
    this.#sizes = null;
  }
}

function sizesOf(element: HTMLElement): Sizes {
  const [row, head, sticky] = element.children;
  const height = (part: Element | undefined): number => part?.getBoundingClientRect().height ?? 0;
  return { row: height(row), head: height(head), stickyTop: height(sticky) };
}
