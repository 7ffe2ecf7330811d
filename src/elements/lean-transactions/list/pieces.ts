/** A row or heading on screen, with whatever references its owner keeps to its parts. */
export interface Piece {
  readonly element: HTMLElement;
}

export interface PieceOptions<Kind extends Piece> {
  parent: HTMLElement;
  create: () => Kind;
  /** Writes what stands at a place into a piece. */
  fill: (piece: Kind, index: number) => void;
  /** Moves a piece to its place. */
  move: (piece: Kind, index: number) => void;
}

/** A handful of pieces that stand for as many as there are. */
export interface Pieces<Kind extends Piece> {
  /** Makes so many pieces ahead of their use. */
  reserve(count: number): void;
  /** Shows the pieces from `first` to before `end`; all are written anew after `forget`. */
  show(first: number, end: number): void;
  /** What is written is no longer true: places may have moved (`indexOfSame`), or be gone (-1). */
  forget(indexOfSame: (index: number) => number): void;
  /** Never gives this piece another place. */
  pin(piece: Kind | null): void;
  at(index: number): Kind | null;
  indexOf(element: Element): number;
  /** Puts the elements into the order in which they are seen, for who goes through them without seeing. */
  order: () => void;
}

const NOWHERE = -1;

interface Slot<Kind> {
  piece: Kind;
  index: number;
  isWritten: boolean;
}

/** An empty set of pieces; elements are made when first needed and never thrown away. */
export function createPieces<Kind extends Piece>({
  parent,
  create,
  fill,
  move,
}: PieceOptions<Kind>): Pieces<Kind> {
  const slots: Slot<Kind>[] = [];
  /** Pieces are written before they come into the document, where each change costs more. */
  const fresh = document.createDocumentFragment();
  let pinned: Kind | null = null;

  function add(): Slot<Kind> {
    const slot = { piece: create(), index: NOWHERE, isWritten: false };
    slots.push(slot);
    return slot;
  }

  function write(slot: Slot<Kind>, index: number): void {
    slot.index = index;
    slot.isWritten = true;
    fill(slot.piece, index);
    move(slot.piece, index);
    if (slot.piece.element.parentNode !== parent) fresh.append(slot.piece.element);
  }

  return {
    reserve(count) {
      while (slots.length < count) add();
    },
    show(first, end) {
      const shown: (Slot<Kind> | undefined)[] = [];
      const spare: Slot<Kind>[] = [];
      for (const slot of slots) {
        if (slot.index >= first && slot.index < end) shown[slot.index - first] = slot;
        else if (slot.piece !== pinned || slot.index === NOWHERE) spare.push(slot);
        else if (!slot.isWritten) write(slot, slot.index);
      }
      for (let index = first; index < end; index += 1) {
        const slot = shown[index - first] ?? spare.pop() ?? add();
        if (slot.index !== index || !slot.isWritten) write(slot, index);
      }
      if (fresh.firstChild) parent.append(fresh);
      // A spare piece may stay where it is, out of sight, as long as what it says is true.
      for (const slot of spare) {
        if (slot.isWritten) continue;
        slot.index = NOWHERE;
        slot.piece.element.remove();
      }
    },
    forget(indexOfSame) {
      for (const slot of slots) {
        slot.isWritten = false;
        if (slot.index === NOWHERE) continue;
        slot.index = indexOfSame(slot.index);
      }
    },
    pin(piece) {
      pinned = piece;
    },
    at: (index) => slots.find((slot) => slot.index === index && slot.isWritten)?.piece ?? null,
    indexOf(element) {
      return slots.find(({ piece }) => piece.element.contains(element))?.index ?? NOWHERE;
    },
    order() {
      const seen = slots.filter(({ index }) => index !== NOWHERE);
      seen.sort((one, other) => one.index - other.index);
      let next: Element | null = null;
      for (const { piece } of seen.reverse()) {
        const { element } = piece;
        // Moving the piece that has the focus would take the focus from it: the others move around it.
        if (piece !== pinned && element.nextElementSibling !== next) parent.insertBefore(element, next);
        next = element;
      }
    },
  };
}
