import type { CSSResult, ReactiveElement } from 'lit';

/** Gives an element the styles of a part that was loaded after it; once for each, without a `style` attribute or tag. */
export function addStyles(host: ReactiveElement, { styleSheet }: CSSResult): void {
  const root = host.renderRoot;
  if (!styleSheet || !(root instanceof ShadowRoot) || root.adoptedStyleSheets.includes(styleSheet)) return;
  root.adoptedStyleSheets.push(styleSheet);
}
