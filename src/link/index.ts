/** Our side of Lean's Link SDK: finding its script, loading it, asking it, and reading what it says. */
export { linkConfig } from './config.js';
export { hashEntities, hashReconnect } from './entities-hash.js';
export { launchLink } from './launch.js';
export { loadLinkSdk } from './loader.js';
export { LINK_METHODS } from './methods.js';
export { unknownOutcome } from './outcome.js';
export { isBack, restorePlace, takeReturn } from './redirect.js';
export { sdkUrl } from './sources.js';
export { flowToStore, forgetFlow, rememberFlow } from './stored-flow.js';
export type * from './types.js';
export { warmSdk } from './warm.js';
