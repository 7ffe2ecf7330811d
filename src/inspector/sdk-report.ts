import { offers } from '../link/find-sdk.js';
import { pageState } from '../link/page-state.js';

/** What is known of Lean's script on this page, a line for each thing. */
export type SdkReport = readonly string[];

/** Looks at the globals, tags and frames of Lean's script. */
export function sdkReport(): SdkReport {
  const { loads, loadedUrl } = pageState();
  const tags = [
    ...document.querySelectorAll<HTMLScriptElement>(
      'script[src*="lean-link-loader"], script[src*="Lean.min"]',
    ),
  ];
  return [
    globalLine('Lean'),
    globalLine('LeanV2'),
    `script: ${loadedUrl === null ? 'not loaded by us' : withoutQuery(loadedUrl)}`,
    ...tags.map(({ src }) => `tag: ${withoutQuery(src)}`),
    `loading: ${String(loads.size)}`,
    `#lean-link: ${document.getElementById('lean-link') ? 'there' : 'not there'}`,
  ];
}

function globalLine(name: 'Lean' | 'LeanV2'): string {
  const found: unknown = (window as unknown as Record<string, unknown>)[name];
  if (typeof found !== 'object' || found === null) return `window.${name}: ${typeof found}`;
  const methods = ['connect', 'reconnect'].filter((method) => offers(found, method));
  return `window.${name}: ${methods.join(', ') || 'no method we use'}`;
}

function withoutQuery(address: string): string {
  if (!URL.canParse(address, document.baseURI)) return 'no address';
  const { origin, pathname } = new URL(address, document.baseURI);
  return origin + pathname;
}
