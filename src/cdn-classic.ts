/**
 * `dist/cdn/lean-elements.iife.js`: for a classic script tag; registers every element.
 * `data-proxy` on that tag is the page's default proxy. The exports are the global `LeanElements`.
 */
import { configure } from './session/page.js';
import './index.js';

const script = document.currentScript;
const proxy = script instanceof HTMLScriptElement ? script.dataset['proxy'] : undefined;
if (proxy !== undefined) configure({ proxy });

export * from './index.js';
