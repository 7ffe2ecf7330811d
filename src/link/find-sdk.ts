/** Looks for Lean's SDK on the page, by what it can do and not by its name alone. */
import { isV2Url } from './sources.js';
import type { LinkSdk } from './types.js';

/**
 * Names in the order in which they are tried: `Lean`, which the loader of Lean's documentation sets, before
 * `LeanV2`; the other way round when the script asked for is the V2 bundle. One that offers both methods comes
 * before one that offers a single one.
 */
export function findSdk(url: string): LinkSdk | null {
  const names = isV2Url(url) ? ['LeanV2', 'Lean'] : ['Lean', 'LeanV2'];
  const found = names.map((name) => globalNamed(name)).filter((value) => value !== null);
  const sdk = found.find((value) => count(value) === 2) ?? found.find((value) => count(value) === 1);
  return (sdk as LinkSdk | undefined) ?? null;
}

/** An object that is no piece of the page: `<a id=Lean>` and frames make globals too (fault K7). */
function globalNamed(name: string): object | null {
  const value: unknown = (window as unknown as Record<string, unknown>)[name];
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return null;
  if (value instanceof Node || value instanceof HTMLCollection) return null;
  return value;
}

function count(value: object): number {
  return [offers(value, 'connect'), offers(value, 'reconnect')].filter(Boolean).length;
}

/** True when a value has a method; a window of another origin throws on being asked. */
export function offers(value: object, method: string): boolean {
  try {
    return typeof (value as Record<string, unknown>)[method] === 'function';
  } catch {
    return false; // A cross-origin frame named Lean: not an SDK.
  }
}
