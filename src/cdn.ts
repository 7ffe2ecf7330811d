/** `dist/cdn/lean-elements.js`: for a module script tag; registers every element. */
import './cdn-ahead.js';

export * from './index.js';
