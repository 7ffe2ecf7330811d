/* global document */
import { FilterModule, FormatModule, Tabulator } from 'tabulator-tables';
import css from 'tabulator-tables/dist/css/tabulator.min.css?inline';
import { enter } from '../page/contender.js';

Tabulator.registerModule([FilterModule, FormatModule]);

enter({
  async mount(box) {
    const style = document.createElement('style');
    style.textContent = css;
    const host = document.createElement('div');
    box.append(style, host);
    const table = new Tabulator(host, {
      height: 640,
      rowHeight: 56,
      layout: 'fitColumns',
      data: [],
      columns: [
        { title: 'Description', field: 'description' },
        { title: 'Amount', field: 'money.amount' },
        { title: 'Day', field: 'bookedAt' },
        { title: 'Category', field: 'category' },
      ],
    });
    await new Promise((built) => table.on('tableBuilt', built));
    return {
      give: (rows) => table.setData(rows),
      filter: (text) => (text === '' ? table.clearFilter() : table.setFilter('description', 'like', text)),
      scroller: () => host.querySelector('.tabulator-tableholder'),
      list: () => host,
      unmount() {
        table.destroy();
        host.remove();
        style.remove();
      },
    };
  },
});
