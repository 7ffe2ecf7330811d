/**
 * Tells the integrator, once for each page, of something a page wrote and nobody can read; `where` is the element, or
 * what else was called. The words for it come when there is something to say.
 */
export function tellUnknown(where: Element | string, name: string, value: unknown): void {
  import('./unknown-words.js').then(({ warnOfUnknown }) => {
    warnOfUnknown(where, name, value);
  }, console.warn);
}
