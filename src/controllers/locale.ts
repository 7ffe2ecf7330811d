import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { asLeanError } from '../domain/error.js';
import { completeMessages, type PartialMessages } from '../i18n/messages.js';
import {
  bringErrorTexts,
  languageOf,
  lateEnglish,
  loadMessages,
  onLanguageRegistered,
  type Direction,
  type Language,
} from '../i18n/registry.js';

type Host = ReactiveControllerHost & HTMLElement;

/**
 * The language an element speaks: that of the nearest `lang`, followed live. The direction is the nearest `dir`'s,
 * or the language's where `lang` is nearer. English is there at once; while another language's words are on their
 * way, `pending` is true and the element should draw nothing that has words in it.
 */
export class LocaleController<Words extends object> implements ReactiveController {
  /** The page's own tag when it is the language spoken (`ar-SA`), else the tag of the language spoken instead. */
  lang = 'en';
  direction: Direction = 'ltr';
  messages: Words;
  pending = false;

  readonly #host: Host;
  readonly #english: Words;
  readonly #observer = new MutationObserver(() => {
    this.#read();
  });
  #stopListening: (() => void) | null = null;

  /** `english` holds the words this element uses: what any language is laid over. */
  constructor(host: Host, english: Words) {
    this.#host = host;
    this.#english = english;
    this.messages = english;
    host.addController(this);
  }

  hostConnected(): void {
    for (const root of rootsAbove(this.#host)) {
      this.#observer.observe(root, { subtree: true, attributeFilter: ['lang', 'dir'] });
    }
    this.#stopListening = onLanguageRegistered(() => {
      this.#read();
    });
    this.#read();
    bringErrorTexts();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#stopListening?.();
    this.#stopListening = null;
  }

  #read(): void {
    const found = nearestLanguage(this.#host);
    const language = languageOf(found.lang);
    this.direction = found.dir ?? language.direction;
    if (language.messages) {
      this.#speak(found, language, language.messages);
      return;
    }
    this.pending = true;
    void this.#bring(found, language);
    this.#host.requestUpdate();
  }

  async #bring(found: Found, language: Language): Promise<void> {
    try {
      const messages = await loadMessages(language.tag);
      if (this.#isStill(found)) this.#speak(found, language, messages);
    } catch (error) {
      const { code, message } = asLeanError(error);
      // The page stays usable in English; whoever runs it reads which file is missing.
      console.warn(`lean-elements: ${code}: ${message}`);
      if (this.#isStill(found)) this.#speak(found, languageOf('en'), {});
    }
  }

  #isStill({ lang, dir }: Found): boolean {
    const now = nearestLanguage(this.#host);
    return this.#host.isConnected && now.lang === lang && now.dir === dir;
  }

  #speak({ lang, dir }: Found, language: Language, messages: PartialMessages): void {
    const speaksIt = lang.toLowerCase().startsWith(language.tag);
    // Neither CSS nor Intl knows `ar_SA`, which many sites write.
    this.lang = speaksIt ? lang.replaceAll('_', '-') : language.tag;
    this.direction = dir ?? language.direction;
    this.messages = completeMessages(completeMessages(this.#english, lateEnglish()), messages);
    this.pending = false;
    this.#host.requestUpdate();
  }
}

interface Found {
  lang: string;
  dir: Direction | null;
}

/** The nearest `lang`, and the nearest `dir` unless a `lang` stands nearer. */
function nearestLanguage(host: HTMLElement): Found {
  let dir: Direction | null = null;
  for (let node: Node | null = host; node; node = parentAcrossRoots(node)) {
    if (!(node instanceof Element)) continue;
    dir ??= directionOf(node);
    const lang = node.getAttribute('lang');
    if (lang) return { lang, dir };
  }
  return { lang: 'en', dir };
}

function directionOf(element: Element): Direction | null {
  const dir = element.getAttribute('dir')?.toLowerCase();
  if (dir === 'auto') return getComputedStyle(element).direction === 'rtl' ? 'rtl' : 'ltr';
  return dir === 'ltr' || dir === 'rtl' ? dir : null;
}

/** The tree above, as languages are inherited: through shadow roots, by tree and not by slot. */
function parentAcrossRoots(node: Node): Node | null {
  return node instanceof ShadowRoot ? node.host : node.parentNode;
}

/** Every tree that holds the element: its own, and those of the shadow hosts around it. */
function rootsAbove(host: HTMLElement): Node[] {
  const roots: Node[] = [];
  for (let root = host.getRootNode(); ; root = root.host.getRootNode()) {
    roots.push(root);
    if (!(root instanceof ShadowRoot)) return roots;
  }
}
