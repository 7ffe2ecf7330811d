/** What all copies of this code on one page share, so that Lean's script is loaded once (faults K19, K20). */

/** The part of the Trusted Types API we use; TypeScript's DOM types do not have it yet. */
export interface ScriptUrlPolicy {
  createScriptURL(url: string): unknown;
}

/** Its shape is a promise to other versions on the same page: fields may be added, never changed. */
export interface LinkPageState {
  /** Loads under way, by URL. */
  readonly loads: Map<string, Promise<object>>;
  /** The URL whose script has set the global, as far as we know. */
  loadedUrl: string | null;
  /** The hash under which it came, where one was asked for. */
  loadedIntegrity?: string | null;
  /** Our own tags that never brought a working SDK. */
  readonly deadTags: WeakSet<Element>;
  /** Made at the first tag; null where the page has no Trusted Types, or refuses the name. */
  policy?: ScriptUrlPolicy | null;
  /** What has been said on the console: each thing once per page. */
  readonly said: Set<string>;
}

const KEY = Symbol.for('lean-elements.link.v1');

/** The page's one state, made when first asked for. */
export function pageState(): LinkPageState {
  const page = window as Window & { [KEY]?: LinkPageState };
  const known = page[KEY];
  if (known !== undefined) return known;
  const state: LinkPageState = {
    loads: new Map(),
    loadedUrl: null,
    deadTags: new WeakSet(),
    said: new Set(),
  };
  Object.defineProperty(page, KEY, { value: state });
  return state;
}

/** Tells the integrator something, once per page. */
export function warnOnce(text: string): void {
  const { said } = pageState();
  if (said.has(text)) return;
  said.add(text);
  console.warn(`lean-elements: ${text}`);
}
