/** The SDK's double as the text of one classic script. */
import type { LinkScriptOptions } from './protocol.js';
import { sdkSource } from './sdk-source.js';

/** JSON that is also safe inside a script: no closing tag, no line separators. */
function literal(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * The script a page loads in place of Lean's: it sets `window.Lean` (generations `loader` and `v1`) or
 * `window.LeanV2` (`v2`), and calls `origin` under `/_link`.
 */
export function linkScript(options: LinkScriptOptions): string {
  return `/* A simulator of Lean's Link SDK. Not made by Lean. */\n(function () {\n${sdkSource}\nleanLinkDouble.install(${literal(options)});\n})();\n`;
}
