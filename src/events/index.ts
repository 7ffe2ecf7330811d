export { emit } from './emit.js';
export type * from './details.js';
export type * from './map.js';
