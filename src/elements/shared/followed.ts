import type { Category } from '../../domain/category.js';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { selectionSourceOf, type Selection, type SelectionFilter } from './selection.js';

type Host = ReactiveControllerHost & HTMLElement;

/** Follows the elements whose ids a `for` lists, found in the same tree whenever they appear. */
export class FollowController implements ReactiveController {
  readonly #host: Host;
  readonly #ids: () => string | null;
  readonly #observer = new MutationObserver(() => {
    if (this.#find()) this.#host.requestUpdate();
  });
  #observed: Node | null = null;
  #elements: readonly Element[] = [];
  #stops: (() => void)[] = [];

  constructor(host: Host, ids: () => string | null) {
    this.#host = host;
    this.#ids = ids;
    host.addController(this);
  }

  /** What the followed elements show and which account is chosen in them; null while none is there. */
  get selection(): Selection | null {
    const found = this.#selections();
    return found.find(({ accountId }) => accountId !== null) ?? found[0] ?? null;
  }

  /** The category or days chosen in one of them, or null. */
  get filter(): SelectionFilter | null {
    this.#find();
    return this.#choice?.filter ?? null;
  }

  /** The customer no longer wants all of it: what is left is this category, and the days or not. */
  release(category: Category | null, keepsDays: boolean): void {
    this.#choice?.release?.(category, keepsDays);
  }

  get #choice(): Selection | undefined {
    return this.#selections().find(({ filter }) => filter);
  }

  hostUpdate(): void {
    this.#find();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#observed = null;
    this.#follow([]);
  }

  #selections(): Selection[] {
    const selections = this.#elements.map((element) => selectionSourceOf(element)?.read());
    return selections.filter((selection) => selection !== undefined);
  }

  /** Looks the ids up again; true when others answer to them than before. */
  #find(): boolean {
    const ids = this.#ids()?.split(/\s+/).filter(Boolean) ?? [];
    const root = this.#host.getRootNode();
    // An element that was taken out of the page may be drawn once more, in a tree that has no ids to ask for.
    if (!(root instanceof Document || root instanceof ShadowRoot)) return false;
    this.#watch(ids.length > 0 ? root : null);
    const elements = ids.map((id) => root.getElementById(id)).filter((element) => element !== null);
    const isSame =
      elements.length === this.#elements.length &&
      elements.every((element, at) => element === this.#elements[at]);
    if (!isSame) this.#follow(elements);
    return !isSame;
  }

  #watch(root: Node | null): void {
    if (root === this.#observed) return;
    this.#observer.disconnect();
    this.#observed = root;
    if (root) this.#observer.observe(root, { subtree: true, childList: true, attributeFilter: ['id'] });
  }

  #follow(elements: readonly Element[]): void {
    for (const stop of this.#stops) stop();
    this.#elements = elements;
    this.#stops = elements.map((element) => this.#subscribe(element));
  }

  #subscribe(element: Element): () => void {
    const changed = (): void => {
      this.#host.requestUpdate();
    };
    const source = selectionSourceOf(element);
    if (source) return source.subscribe(changed);
    let stop: (() => void) | null = null;
    let isOver = false;
    void customElements.whenDefined(element.localName).then(() => {
      if (isOver) return;
      customElements.upgrade(element);
      stop = selectionSourceOf(element)?.subscribe(changed) ?? null;
      changed();
    });
    return () => {
      isOver = true;
      stop?.();
    };
  }
}
