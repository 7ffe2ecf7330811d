/** What a list draws or writes only when the customer asks for it; loaded then. */
export { exportPanelView } from '../export/export-panel.view.js';
export { ExportWork } from '../export/export-work.js';
export { fileName, writeFile } from '../export/file.js';
export { detailsView } from './details.view.js';
export { filterPanelView } from './filter-panel.view.js';
