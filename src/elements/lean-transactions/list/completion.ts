import type { Geometry } from './geometry.js';
import type { Piece } from './pieces.js';

/** The longest list of which every row stands in the document. */
export const MOST_COMPLETE = 1000;

/** About a screen or three: the engine skips what is out of sight by whole sections. */
const SECTION_ROWS = 50;

/** Rows made in one step. */
const STEP_ROWS = 16;

/** The rows that stand in the document by themselves, from the top: for find-in-page, print and translation. */
export interface Completion<Row extends Piece> {
  readonly element: HTMLElement;
  /** How many rows and groups are here. */
  readonly end: number;
  readonly groupEnd: number;
  /** Makes rows, some at each step; a step that has added a section gives the new end. */
  build(geometry: Geometry, isGrouped: boolean): Generator<number | undefined, void>;
  rowAt(index: number): Row | null;
  indexOf(element: Element): number;
  refill(index?: number): void;
  reset(): void;
}

/** How the rows and headings of a list are made and written. */
export interface Makers<Row extends Piece, Head extends Piece> {
  /** Makes an `<li>`, usually a clone of a template with references to its parts. */
  createRow: () => Row;
  /** Writes a row; `isAlone` when no heading is read to those who do not see it, so that the row has to tell its day. */
  fillRow: (row: Row, index: number, isAlone: boolean) => void;
  /** Makes a section with its heading; its rows may be appended to it. */
  createHead: () => Head;
  fillHead: (head: Head, group: number) => void;
}

/** An empty completion; it makes elements when it is built. */
export function createCompletion<Row extends Piece, Head extends Piece>({
  createRow,
  fillRow,
  createHead,
  fillHead,
}: Makers<Row, Head>): Completion<Row> {
  const element = document.createElement('div');
  element.className = 'pool-complete';
  let rows: Row[] = [];
  let heads: Head[] = [];
  let end = 0;
  let groupEnd = 0;
  let building = 0;

  /** A day with its heading and rows, or rows alone. */
  function* group(number: number, first: number, after: number): Generator<undefined, HTMLElement> {
    const items = document.createElement('ul');
    items.setAttribute('role', 'list');
    for (let index = first; index < after; index += 1) {
      const row = createRow();
      fillRow(row, index, number < 0);
      rows[index] = row;
      items.append(row.element);
      if (index % STEP_ROWS === STEP_ROWS - 1) yield;
    }
    if (number < 0) return items;
    const head = createHead();
    fillHead(head, number);
    heads[number] = head;
    head.element.append(items);
    return head.element;
  }

  /** Whole days until there are enough rows. */
  function* section(geometry: Geometry, isGrouped: boolean): Generator<undefined, HTMLElement> {
    const box = document.createElement('div');
    box.className = 'pool-section';
    const top = isGrouped ? geometry.groupTop(groupEnd) : geometry.rowTop(end);
    let number = groupEnd;
    let next = end;
    while (next < geometry.count && next - end < SECTION_ROWS) {
      const after = isGrouped ? geometry.rowsOf(number).end : Math.min(geometry.count, end + SECTION_ROWS);
      box.append(yield* group(isGrouped ? number : -1, next, after));
      next = after;
      number += 1;
    }
    const bottom =
      next === geometry.count
        ? geometry.height
        : isGrouped
          ? geometry.groupTop(number)
          : geometry.rowTop(next);
    box.style.containIntrinsicBlockSize = `auto ${bottom - top}px`;
    end = next;
    groupEnd = isGrouped ? number : 0;
    return box;
  }

  return {
    element,
    get end() {
      return end;
    },
    get groupEnd() {
      return groupEnd;
    },
    *build(geometry, isGrouped) {
      building += 1;
      const current = building;
      while (end < geometry.count) {
        const steps = section(geometry, isGrouped);
        for (let step = steps.next(); ; step = steps.next()) {
          if (step.done) {
            element.append(step.value);
            break;
          }
          yield undefined;
          if (building !== current) return;
        }
        yield end;
        if (building !== current) return;
      }
    },
    rowAt: (index) => (index < end ? (rows[index] ?? null) : null),
    indexOf(inner) {
      return element.contains(inner) ? rows.findIndex((row) => row.element.contains(inner)) : -1;
    },
    refill(index) {
      const isWanted = (each: number): boolean => index === undefined || each === index;
      rows.slice(0, end).forEach((row, each) => {
        if (isWanted(each)) fillRow(row, each, heads.length === 0);
      });
      if (index === undefined) heads.slice(0, groupEnd).forEach(fillHead);
    },
    reset() {
      building += 1;
      element.replaceChildren();
      rows = [];
      heads = [];
      end = 0;
      groupEnd = 0;
    },
  };
}
