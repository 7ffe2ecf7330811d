import type { LitElement, ReactiveController } from 'lit';

/** Knows whether its host has been in sight since it came on the page. */
export class SeenController implements ReactiveController {
  isSeen = false;

  readonly #host: LitElement;
  readonly #observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    this.isSeen = true;
    this.#observer.disconnect();
    this.#host.requestUpdate();
  });

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (!this.isSeen) this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }
}
