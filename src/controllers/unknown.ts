/** How an element tells of a word nobody knows. */
export { tellUnknown } from '../session/tell-unknown.js';
