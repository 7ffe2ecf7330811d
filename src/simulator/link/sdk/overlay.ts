/** The full-screen layer: where it hangs, how it traps focus, and how a screen waits for the customer. */
import type { Theme } from './customization.js';
import { element } from './dom.js';
import type { SdkMessages } from './messages.js';
import { styles } from './styles.js';

/** The customer pressed X or Escape while a screen was open. */
export class ClosedByCustomer extends Error {
  constructor(readonly screen: string) {
    super(`Link was closed on ${screen}`);
  }
}

export interface OverlayOptions {
  parent: Element;
  language: 'en' | 'ar';
  messages: SdkMessages;
  theme: Theme;
}

/** One screen: its name for `exit_point`, and its content, which calls `done` with what the customer chose. */
export interface Screen<Result> {
  name: string;
  build(done: (result: Result) => void): Node;
}

export interface Overlay {
  /** Shows a screen until it is done; rejects with `ClosedByCustomer`. */
  show<Result>(screen: Screen<Result>): Promise<Result>;
  /** Shows "one moment" until the work is done; rejects with `ClosedByCustomer`. */
  wait<Result>(work: Promise<Result>, text?: string): Promise<Result>;
  /** Takes the layer away and gives focus back. */
  remove(): void;
}

export function createOverlay({ parent, language, messages, theme }: OverlayOptions): Overlay {
  let screenName = 'LOADING';
  let closed = false;
  let refuse: ((reason: ClosedByCustomer) => void) | null = null;
  const focusedBefore = document.activeElement;

  const close = () => {
    closed = true;
    refuse?.(new ClosedByCustomer(screenName));
  };
  const body = element('div', { class: 'body' });
  const dialog = element(
    'section',
    {
      class: 'dialog',
      role: 'dialog',
      'aria-modal': 'true',
      'aria-labelledby': 'title',
      test: 'link-dialog',
    },
    element(
      'header',
      { class: 'head' },
      element('span', { class: 'badge', test: 'link-badge' }, messages.badge),
      element(
        'button',
        { class: 'close', type: 'button', 'aria-label': messages.close, test: 'link-close', click: close },
        '✕',
      ),
    ),
    body,
    element('footer', { class: 'foot' }, messages.note),
  );
  const layer = element(
    'div',
    {
      class: [
        'overlay',
        theme.isDark ? 'dark' : 'light',
        theme.isContained ? 'contained' : 'uncontained',
      ].join(' '),
      lang: language,
      dir: language === 'ar' ? 'rtl' : 'ltr',
    },
    dialog,
  );
  layer.style.colorScheme = theme.isDark ? 'dark' : 'light';
  for (const [name, value] of Object.entries(theme.variables)) layer.style.setProperty(name, value);

  const host = element('div', { 'data-lean-simulator': 'link' });
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  root.append(layer);
  layer.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Escape') close();
    if (event.key === 'Tab') keepInside(event, dialog, root);
  });
  parent.append(host);

  function put(name: string, content: Node): void {
    screenName = name;
    body.replaceChildren(content);
    const first = body.querySelector<HTMLElement>('[data-first]') ?? body.querySelector<HTMLElement>('h1');
    first?.focus();
  }

  function untilClosed<Result>(work: Promise<Result>): Promise<Result> {
    if (closed) {
      // Nobody waits for it any more; that it fails then is no news.
      work.catch(() => undefined);
      return Promise.reject(new ClosedByCustomer(screenName));
    }
    return Promise.race([
      work,
      new Promise<never>((_resolve, reject) => {
        refuse = reject;
      }),
    ]);
  }

  return {
    show: (screen) =>
      untilClosed(
        new Promise((resolve) => {
          put(screen.name, screen.build(resolve));
        }),
      ),
    wait(work, text = messages.working) {
      put(
        'WORKING',
        element(
          'div',
          { class: 'middle', role: 'status', test: 'link-working' },
          element('div', { class: 'spinner', 'aria-hidden': 'true' }),
          element('h1', { id: 'title', tabindex: '-1' }, text),
        ),
      );
      return untilClosed(work);
    },
    remove() {
      host.remove();
      if (focusedBefore instanceof HTMLElement && focusedBefore.isConnected) focusedBefore.focus();
    },
  };
}

/** Tab goes round inside the dialog. */
function keepInside(event: KeyboardEvent, dialog: Element, root: ShadowRoot): void {
  const stops = [...dialog.querySelectorAll<HTMLElement>('button, input, a[href]')].filter(
    (stop) => stop.offsetParent !== null,
  );
  const [first, last] = [stops[0], stops.at(-1)];
  if (first === undefined || last === undefined) return;
  const atStart = root.activeElement === first || !stops.includes(root.activeElement as HTMLElement);
  if (event.shiftKey && atStart) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && root.activeElement === last) {
    event.preventDefault();
    first.focus();
  }
}
