/** What can be read on the page, in whatever shadow root: for tests of what must not be there, or not together. */
import { readable } from './screen.js';

/** All text below a node, in open shadow roots too. */
export function textOf(root: Node): string {
  const texts: string[] = [];
  const visit = (node: Node): void => {
    if (node instanceof Element && node.shadowRoot) visit(node.shadowRoot);
    if (node instanceof HTMLStyleElement || node instanceof HTMLScriptElement) return;
    if (node.nodeType === Node.TEXT_NODE) texts.push(node.nodeValue ?? '');
    node.childNodes.forEach(visit);
  };
  visit(root);
  const holder = document.createElement('p');
  holder.textContent = texts.join(' ');
  return readable(holder);
}

/** Amounts with two decimals, as they stand on screen. */
export function amountsIn(text: string): string[] {
  return text.match(/\d[\d,]*\.\d{2}/g) ?? [];
}

/** Reads a page's text after each change of it, until stopped. */
export function watchText(root: Element): { texts: string[]; stop(): void } {
  const texts: string[] = [];
  const observer = new MutationObserver(() => {
    texts.push(textOf(root));
    watchRoots(root);
  });
  const watched = new Set<Node>();
  function watchRoots(node: Node): void {
    const trees = node instanceof Element && node.shadowRoot ? [node, node.shadowRoot] : [node];
    for (const tree of trees) {
      if (tree === root || tree instanceof ShadowRoot) {
        if (!watched.has(tree)) {
          watched.add(tree);
          observer.observe(tree, { subtree: true, childList: true, characterData: true, attributes: true });
        }
      }
      tree.childNodes.forEach(watchRoots);
    }
  }
  watchRoots(root);
  return {
    texts,
    stop: () => {
      observer.disconnect();
    },
  };
}

/** The customer comes back to the page, from another tab or window. */
export function comeBack(): void {
  document.dispatchEvent(new Event('visibilitychange'));
  window.dispatchEvent(new Event('visibilitychange'));
  window.dispatchEvent(new Event('focus'));
}
