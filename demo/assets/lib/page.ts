/** What the scripts of the demo's pages share. */

/** The element of a selector and a kind; throws where the page has none, since page and script belong together. */
export function find<Kind extends Element>(
  selector: string,
  kind: abstract new () => Kind,
  below: ParentNode = document,
): Kind {
  const found = below.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`The page has no ${kind.name} ${selector}.`);
  return found;
}

interface Refreshable extends HTMLElement {
  refresh(): Promise<void>;
}

/** Every element on the page that reads from its backend reads again. */
export function refreshAll(): void {
  for (const element of document.querySelectorAll<HTMLElement>('*')) {
    if (element.localName.startsWith('lean-') && 'refresh' in element)
      void (element as Refreshable).refresh();
  }
}

/** Asks the demo's backend for a change; gives what it says when it refuses, else null. */
export async function send(method: string, path: string, body?: URLSearchParams): Promise<string | null> {
  const response = await fetch(path, { method, body });
  return response.ok ? null : ((await response.json()) as { error: string }).error;
}
