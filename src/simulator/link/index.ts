/** The Link SDK's double: its script, its routes, and the scenarios that bend it. */
export type * from './backend.js';
export { linkScenarios } from './behaviours.js';
export type { LinkBehaviour } from './behaviours.js';
export type { LinkGeneration } from './protocol.js';
export { createLinkRoutes } from './routes.js';
export { linkScript } from './script.js';
