/**
 * What the files for script tags leave out of libraries: what every browser that shows our elements can do itself, and
 * what nothing here asks for. A library that comes to need one of these names again fails the build.
 */
import type { PluginOption } from 'vite';

/** By the end of a module's name: what stands in its place. */
const SHORT: Readonly<Record<string, string>> = {
  /**
   * What the compiler calls for decorators. Ours are all of properties, and work on the prototype; the compiler's own
   * helper also serves classes, methods and parameters, and is many times as long.
   */
  'helpers/esm/decorate.js': 'export default (all, target, name) => all.forEach((one) => one(target, name));',

  /**
   * Lit's style sheets, for browsers with constructable ones: `light-dark()` and container queries, without which our
   * styles are nothing, came later. Lit's own also writes `<style>` for older ones, and explains mistakes that `tsc`
   * finds here.
   */
  '@lit/reactive-element/css-tag.js': `
    export const supportsAdoptingStyleSheets = true;
    export class CSSResult {
      #styleSheet = null;
      constructor(cssText) {
        this.cssText = cssText;
      }
      get styleSheet() {
        if (!this.#styleSheet) (this.#styleSheet = new CSSStyleSheet()).replaceSync(this.cssText);
        return this.#styleSheet;
      }
      toString() {
        return this.cssText;
      }
    }
    export const unsafeCSS = (text) => new CSSResult(text);
    export const css = (strings, ...values) => new CSSResult(String.raw({ raw: strings }, ...values));
    export const getCompatibleStyle = (style) => style;
    export const adoptStyles = (root, styles) => {
      root.adoptedStyleSheets = styles.map((style) => style.styleSheet ?? style);
    };`,

  /**
   * The cache keeps changes to send and endless lists too, which nothing here asks of it: elements read, and history
   * has a way of its own (session/history.ts). A client makes the first and calls no more of it than this.
   */
  'query-core/build/modern/mutationCache.js':
    'export class MutationCache { clear() {} resumePausedMutations() {} }',
  'query-core/build/modern/infiniteQueryBehavior.js':
    'export const infiniteQueryBehavior = null, hasNextPage = null, hasPreviousPage = null;',

  /** The cache lets others keep its time; here the page does. */
  'query-core/build/modern/timeoutManager.js': `
    export const timeoutManager = globalThis;
    export const systemSetTimeoutZero = (callback) => setTimeout(callback, 0);`,
};

export const shortLibraries: PluginOption = {
  name: 'short-libraries',
  transform: {
    filter: { id: Object.keys(SHORT).map((end) => new RegExp(`${end.replaceAll('.', '\\.')}$`)) },
    handler(_, id) {
      const code = Object.entries(SHORT).find(([end]) => id.endsWith(end))?.[1];
      return code === undefined ? null : { code, map: null };
    },
  },
};
