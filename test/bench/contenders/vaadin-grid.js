/* global document */
import '@vaadin/grid';
import { enter } from '../page/contender.js';

const COLUMNS = ['description', 'money.amount', 'bookedAt', 'category'];

enter({
  mount(box) {
    const grid = document.createElement('vaadin-grid');
    grid.style.blockSize = '640px';
    for (const path of COLUMNS) {
      const column = document.createElement('vaadin-grid-column');
      column.path = path;
      grid.append(column);
    }
    box.append(grid);
    let all = [];
    return {
      give(rows) {
        all = rows;
        grid.items = rows;
      },
      filter(text) {
        const wanted = text.toLowerCase();
        grid.items = all.filter(({ description }) => description?.toLowerCase().includes(wanted));
      },
      scroller: () => grid.shadowRoot.querySelector('#table'),
      list: () => grid.shadowRoot,
      unmount: () => grid.remove(),
    };
  },
});
