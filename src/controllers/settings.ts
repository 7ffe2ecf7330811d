import { ContextEvent } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { onPageSettings, pageSettings } from '../session/page.js';
import {
  mergeSettings,
  settingsContext,
  type ProvidedSettings,
  type Settings,
  type SettingsOwner,
} from '../session/settings.js';
import { inspectOnRequest } from './inspect.js';

/** An element that controllers work for. */
export type ControllerHost = ReactiveControllerHost & HTMLElement;

const PROVIDER = 'lean-provider';

/** What applies to an element: its nearest `lean-provider`, then the page's defaults; live. */
export class SettingsController implements ReactiveController {
  settings: Settings = mergeSettings(pageSettings());
  /** Where events about the session start: the nearest provider, or the element's document. */
  owner: SettingsOwner;
  /** True while the provider around the element has not been upgraded: nothing may be asked before. */
  isWaiting = false;

  readonly #host: ControllerHost;
  #provided: ProvidedSettings | null = null;
  #stop: (() => void) | null = null;

  constructor(host: ControllerHost) {
    this.#host = host;
    this.owner = host.ownerDocument;
    host.addController(this);
  }

  hostConnected(): void {
    const stopPage = onPageSettings(this.#merge);
    let stopProvider: (() => void) | undefined;
    this.#stop = () => {
      stopPage();
      stopProvider?.();
    };
    this.#provided = null;
    const receive = (provided: ProvidedSettings, unsubscribe?: () => void): void => {
      if (unsubscribe !== stopProvider) stopProvider?.();
      stopProvider = unsubscribe;
      this.#provided = provided;
      this.#merge();
    };
    this.#host.dispatchEvent(new ContextEvent(settingsContext, this.#host, receive, true));
    this.#awaitProvider();
    this.#merge();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = null;
    inspectOnRequest(this, false);
  }

  /** A provider that is not upgraded yet hears no questions: ask again when it is. */
  #awaitProvider(): void {
    this.isWaiting =
      this.#provided === null && closestAcrossRoots(this.#host, `${PROVIDER}:not(:defined)`) !== null;
    if (!this.isWaiting) return;
    void customElements.whenDefined(PROVIDER).then(() => {
      this.isWaiting = false;
      if (!this.#host.isConnected) return;
      this.hostDisconnected();
      this.hostConnected();
    });
  }

  readonly #merge = (): void => {
    this.settings = mergeSettings(this.#provided?.settings ?? {}, pageSettings());
    this.owner = this.#provided?.owner ?? this.#host.ownerDocument;
    inspectOnRequest(this, this.settings.debug);
    this.#host.requestUpdate();
  };
}

/** `closest` that looks through shadow roots. */
function closestAcrossRoots(element: Element, selector: string): Element | null {
  for (let node: Element | null = element; node;) {
    const found = node.closest(selector);
    if (found) return found;
    const root = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}
