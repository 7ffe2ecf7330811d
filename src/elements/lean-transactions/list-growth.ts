import type { ReactiveController, ReactiveControllerHost } from 'lit';

const FIRST = 50;
const STEP = 100;

/** How far below the visible part rows are made ready, so that scrolling meets no end before the end. */
const AHEAD = '1500px 0px';

/** How many rows a scrolled list has grown to: some at first, more as the person comes near the end. */
export class GrowthController implements ReactiveController {
  shown = FIRST;

  readonly #host: ReactiveControllerHost;
  readonly #end: () => Element | null;
  #observer: IntersectionObserver | null = null;
  #observed: Element | null = null;

  /** `end` finds what stands after the last row while there are more. */
  constructor(host: ReactiveControllerHost, end: () => Element | null) {
    this.#host = host;
    this.#end = end;
    host.addController(this);
  }

  /** Starts again, for another list. */
  reset(): void {
    this.shown = FIRST;
  }

  grow(): void {
    this.shown += STEP;
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const end = this.#end();
    if (end !== null && end === this.#observed) {
      // Still in sight after growing: an observer only tells of changes.
      this.#observer?.unobserve(end);
    }
    this.#observed = end;
    if (end === null) return;
    this.#observer ??= new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) this.grow();
      },
      { rootMargin: AHEAD },
    );
    this.#observer.observe(end);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = null;
    this.#observed = null;
  }
}
