/** The Link SDK's double: its script, its routes, and the scenarios that bend it. */
export type * from './backend.js';
export { linkBehaviours, linkScenarios } from './behaviours.js';
export type { LinkBehaviour } from './behaviours.js';
export type { LinkGeneration, LinkScriptOptions } from './protocol.js';
export { createLinkRoutes } from './routes.js';
export type { LinkRouteOptions } from './routes.js';
export { linkScript } from './script.js';
