/** `dist/cdn/lean-elements.js`: for a module script tag; registers every element. */
export * from './index.js';
