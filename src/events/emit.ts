import type { LeanEventDetails, LeanEventName } from './map.js';

/**
 * Sends one of our events from an element (or the document); it bubbles and crosses shadow roots.
 * Returns false when it was cancelable and a listener called `preventDefault()`.
 */
export function emit<Name extends LeanEventName>(
  target: EventTarget,
  name: Name,
  detail: LeanEventDetails[Name],
  { cancelable = false }: { cancelable?: boolean } = {},
): boolean {
  return target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
}
