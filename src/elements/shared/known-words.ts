import { tellUnknown } from '../../controllers/unknown.js';

/**
 * Sets back to its default what a page wrote into some properties and nobody can read, and tells so on the console;
 * `read` is what each is read as.
 */
export function keepKnown(element: HTMLElement, names: Iterable<PropertyKey>, read: object): void {
  const [written, known] = [element, read] as unknown as Record<PropertyKey, unknown>[];
  for (const name of names) {
    if (!written || !known || !(name in known) || Object.is(written[name], known[name])) continue;
    const value = written[name];
    written[name] = known[name];
    // What was taken away is no mistake, and a number may be written as text.
    const isWord = value !== null && value !== undefined && value !== '';
    if (isWord && Number(value) !== known[name]) tellUnknown(element, String(name), value);
  }
}
