/** What a list draws only when the customer asks for it; loaded then. */
export { detailsView } from './details.view.js';
export { filterPanelView } from './filter-panel.view.js';
