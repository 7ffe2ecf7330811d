/** What opens Link, brought in on pointer, focus or click. */
export { restorePlace, takeReturn, warmSdk } from '../link/index.js';
export { ConnectFlow } from './connect-flow.js';
export type { ConnectEventKind, ConnectRequest } from './connect-flow.js';
