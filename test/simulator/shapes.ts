/** The shapes of Lean's answers: every field of every data request, with the types that were seen. */
export { differences, type Shape } from './shape.js';
export * from './shapes-accounts.js';
export * from './shapes-lists.js';
export * from './shapes-resources.js';
