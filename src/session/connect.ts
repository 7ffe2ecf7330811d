/** What a controller needs to run a flow, in one chunk. */
export { ConnectFlow } from './connect-flow.js';
export type { ConnectEventKind, ConnectListener, ConnectRequest, ConnectState } from './connect-request.js';
export { isBack, LINK_METHODS, restorePlace, takeReturn, warmSdk } from '../link/index.js';
