import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { parentInFlatTree } from './flat-tree.js';

type Host = ReactiveControllerHost & HTMLElement;

/**
 * What colour the page has behind an element, as a CSS background, for what sticks over moving rows. Read once on
 * screen and again when the page changes its theme; null where a picture lies behind or nothing can be told.
 */
export class GroundController implements ReactiveController {
  background: string | null = null;

  readonly #host: Host;
  #stop: (() => void) | null = null;
  #isRead = false;
  #frame = 0;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const { documentElement } = this.#host.ownerDocument;
    const observer = new MutationObserver(this.#readSoon);
    for (const node of ancestorsOf(this.#host)) observer.observe(node, { attributes: true });
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', this.#read);
    // A theme that fades in has its last colour only at the end.
    documentElement.addEventListener('transitionend', this.#readAfterFade);
    this.#stop = () => {
      cancelAnimationFrame(this.#frame);
      this.#frame = 0;
      observer.disconnect();
      scheme.removeEventListener('change', this.#read);
      documentElement.removeEventListener('transitionend', this.#readAfterFade);
    };
  }

  hostUpdate(): void {
    if (!this.#isRead) this.#note();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = null;
    this.#isRead = false;
  }

  /** Any attribute may change colours, and a page may set many at once: they are read once, before the next paint. */
  readonly #readSoon = (): void => {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#read();
    });
  };

  readonly #read = (): void => {
    if (this.#note()) this.#host.requestUpdate();
  };

  /** Reads the colours; true when they are others than before. */
  #note(): boolean {
    const before = this.background;
    this.background = groundOf(this.#host);
    this.#isRead = true;
    return this.background !== before;
  }

  readonly #readAfterFade = (event: TransitionEvent): void => {
    if (event.propertyName.startsWith('background')) this.#read();
  };
}

/** The colours behind an element down to the first opaque one, as layers of one background. */
function groundOf(host: Element): string | null {
  const layers: string[] = [];
  for (const node of [host, ...ancestorsOf(host)]) {
    const { backgroundColor, backgroundImage } = getComputedStyle(node);
    if (backgroundImage !== 'none') return null;
    const alpha = alphaOf(backgroundColor);
    if (alpha === 1) return [...layers, backgroundColor].join(', ');
    if (alpha > 0) layers.push(`linear-gradient(${backgroundColor}, ${backgroundColor})`);
  }
  return [...layers, 'Canvas'].join(', ');
}

/** Everything around an element as it is painted, the nearest first. */
function ancestorsOf(host: Element): Element[] {
  const parent = parentInFlatTree(host);
  return parent ? [parent, ...ancestorsOf(parent)] : [];
}

/** How opaque a computed colour is: `rgba(0, 0, 0, 0.5)`, `color(srgb 0 0 0 / 0.5)`; none given means fully. */
function alphaOf(color: string): number {
  const alpha = /(?:\/|rgba\([^)]*,)\s*([\d.]+)\s*\)$/.exec(color)?.[1];
  return alpha === undefined ? 1 : Number(alpha);
}
