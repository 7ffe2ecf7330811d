import { readSettings, type PartialSettings } from './settings.js';

/** The page's own defaults, one object for every copy of this package on the page. */
interface PageDefaults {
  settings: PartialSettings;
  listeners: Set<() => void>;
}

const KEY = Symbol.for('lean-elements.page.v1');

function pageDefaults(): PageDefaults {
  const page = globalThis as { [KEY]?: PageDefaults };
  return (page[KEY] ??= { settings: {}, listeners: new Set() });
}

/**
 * Sets defaults for elements that have no `lean-provider` around them, or whose provider leaves a field out.
 * Takes every provider setting; fields not named keep their value. Elements on the page follow at once. What cannot be read is left out, and told on
 * the console.
 */
export function configure(settings: PartialSettings): void {
  const page = pageDefaults();
  page.settings = { ...page.settings, ...readSettings('configure()', settings) };
  for (const listener of [...page.listeners]) listener();
}

/** What `configure` was told so far. */
export function pageSettings(): PartialSettings {
  return pageDefaults().settings;
}

/** Calls back after each `configure`; returns the way to stop. */
export function onPageSettings(listener: () => void): () => void {
  const { listeners } = pageDefaults();
  listeners.add(listener);
  return () => listeners.delete(listener);
}
