import type { Gap } from './geometry.js';

/** The space below one row in which an element lies, such as the row's details. */
export interface OpenSpace {
  readonly gap: Gap | null;
  open(index: number, element: HTMLElement): void;
  close(): void;
  /** The row went to another place. */
  follow(index: number): void;
  /** Puts the element where its row is: among rows that stand by themselves, or on top of the list. */
  hold(): void;
  /** Moves an element that lies on top of the list. */
  place(top: number): void;
}

export interface OpenSpaceOptions {
  list: HTMLElement;
  /** The row's element where rows stand by themselves, else null. */
  standingRow: (index: number) => HTMLElement | null;
  /** The element has another height. */
  resized: () => void;
}

export function createOpenSpace({ list, standingRow, resized }: OpenSpaceOptions): OpenSpace {
  let gap: (Gap & { element: HTMLElement }) | null = null;

  const sizes = new ResizeObserver(([entry]) => {
    const height = entry?.borderBoxSize[0]?.blockSize ?? 0;
    if (!gap || gap.height === height) return;
    gap.height = height;
    // Not before the next frame: whoever watches the list's own size would be told too late in this one.
    requestAnimationFrame(resized);
  });

  function hold(): void {
    if (!gap) return;
    const { element, index } = gap;
    const row = standingRow(index);
    const { activeElement } = element.getRootNode() as Document | ShadowRoot;
    element.classList.toggle('pool-gap', row === null);
    if (row) {
      element.style.transform = '';
      row.append(element);
    } else if (element.parentElement !== list) {
      list.append(element);
    }
    // An element that is moved loses the focus.
    if (activeElement instanceof HTMLElement && element.contains(activeElement)) {
      activeElement.focus({ preventScroll: true });
    }
  }

  function close(): void {
    sizes.disconnect();
    gap?.element.remove();
    gap = null;
  }

  return {
    get gap() {
      return gap;
    },
    open(index, element) {
      close();
      gap = { index, element, height: 0 };
      hold();
      sizes.observe(element);
      gap.height = element.getBoundingClientRect().height;
    },
    close,
    follow(index) {
      if (!gap) return;
      gap.index = index;
      hold();
    },
    hold,
    place(top) {
      if (gap?.element.parentElement === list) gap.element.style.transform = `translateY(${top}px)`;
    },
  };
}
