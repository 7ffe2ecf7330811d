/** Lets the browser fetch Lean's script before the click, without running it. */
import type { Region } from '../domain/region.js';
import { pageState } from './page-state.js';
import { sdkUrlOfRegion } from './sources.js';

/**
 * Hints the browser on pointer or focus, once per script. With `null`, only where an earlier link session of this
 * page has already led to a script: otherwise Lean's servers are not to hear of the customer before a click.
 */
export function warmSdk(region: Region | null): void {
  const state = pageState();
  const url = state.loadedUrl ?? (region === null ? null : sdkUrlOfRegion(region));
  if (url === null || state.loadedUrl === url || state.said.has(`warmed ${url}`)) return;
  state.said.add(`warmed ${url}`);
  const hint = document.createElement('link');
  hint.rel = 'preload';
  hint.as = 'script';
  hint.href = url;
  document.head.append(hint);
}
