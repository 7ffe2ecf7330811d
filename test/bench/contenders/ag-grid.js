/* global document, getComputedStyle */
// AG Grid with as few modules as show and filter four columns.
import { ClientSideRowModelModule, createGrid, ModuleRegistry, QuickFilterModule } from 'ag-grid-community';
import { enter } from '../page/contender.js';

ModuleRegistry.registerModules([ClientSideRowModelModule, QuickFilterModule]);

enter({
  mount(box) {
    const host = document.createElement('div');
    host.style.blockSize = '640px';
    box.append(host);
    const grid = createGrid(host, {
      rowHeight: 56,
      columnDefs: [
        { field: 'description' },
        { valueGetter: ({ data }) => data?.money?.amount ?? '', colId: 'amount' },
        { valueGetter: ({ data }) => data?.bookedAt?.slice(0, 10) ?? '', colId: 'day' },
        { field: 'category' },
      ],
      rowData: [],
    });
    return {
      give: (rows) => grid.setGridOption('rowData', rows),
      filter: (text) => grid.setGridOption('quickFilterText', text),
      scroller: () => [...host.querySelectorAll('*')].find(scrolls),
      list: () => host,
      unmount() {
        grid.destroy();
        host.remove();
      },
    };
  },
});

/** Its class names have changed with its versions. */
function scrolls(element) {
  const { overflowY } = getComputedStyle(element);
  return element.scrollHeight > element.clientHeight && /auto|scroll/.test(overflowY);
}
