/** What a list draws only when the customer asks for it; loaded then. */
export { detailsView } from './details.view.js';
export { exportPanelView } from '../export/export-panel.view.js';
export { filterPanelView } from './filter-panel.view.js';
