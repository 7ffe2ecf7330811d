import type { Makers } from './completion.js';
import type { Geometry } from './geometry.js';
import { createPieces, type Piece, type Pieces } from './pieces.js';

/** The rows of a pool, and over them the headings: these are seen, while each row tells its own to who is read to. */
export interface Layers<Row extends Piece, Head extends Piece> {
  readonly rowLayer: HTMLElement;
  readonly rowPieces: Pieces<Row>;
  readonly headPieces: Pieces<Head>;
}

export interface LayersOptions<Row extends Piece, Head extends Piece> extends Makers<Row, Head> {
  list: HTMLElement;
}

/** Two empty layers in a list; `geometry` tells where things lie now. */
export function createLayers<Row extends Piece, Head extends Piece>(
  { list, createRow, fillRow, createHead, fillHead }: LayersOptions<Row, Head>,
  geometry: () => Geometry,
): Layers<Row, Head> {
  const rowLayer = document.createElement('ul');
  const headLayer = document.createElement('div');
  rowLayer.className = 'pool-rows';
  rowLayer.setAttribute('role', 'list');
  headLayer.className = 'pool-heads';
  headLayer.setAttribute('aria-hidden', 'true');
  list.append(rowLayer, headLayer);
  return {
    rowLayer,
    rowPieces: createPieces<Row>({
      parent: rowLayer,
      create: createRow,
      fill(row, index) {
        fillRow(row, index, true);
        row.element.setAttribute('aria-posinset', String(index + 1));
        const count = String(geometry().count);
        if (row.element.getAttribute('aria-setsize') !== count)
          row.element.setAttribute('aria-setsize', count);
      },
      move(row, index) {
        row.element.style.transform = `translateY(${geometry().rowTop(index)}px)`;
      },
    }),
    headPieces: createPieces<Head>({
      parent: headLayer,
      create: createHead,
      fill: fillHead,
      move({ element }, group) {
        element.style.transform = `translateY(${geometry().groupTop(group)}px)`;
      },
    }),
  };
}
