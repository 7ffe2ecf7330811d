import { render } from 'lit';
import { callLog } from '../client/call-log.js';
import { EVENT_NAMES } from '../events/names.js';
import { panelStyles, panelView } from './panel.view.js';
import { pageReport } from './page-report.js';
import { reportText, type HeardEvent, type Report } from './report.js';
import { sdkReport } from './sdk-report.js';

const KEY = Symbol.for('lean-elements.inspector.v1');
/** An element changes its state without telling anybody. */
const LOOK_MS = 1000;
const KEPT_EVENTS = 30;

/**
 * Opens the inspector at the end of the page, once for all copies of the package. It is for those who build the page,
 * so it speaks English on every page. Gives the way to close it; nothing where another copy has opened it. `dismissed`
 * is called when somebody closes it by hand.
 */
export function openInspector(dismissed: () => void = () => undefined): (() => void) | undefined {
  const page = globalThis as { [KEY]?: boolean };
  if (page[KEY]) return undefined;
  page[KEY] = true;

  const host = document.createElement('div');
  host.dataset['leanInspector'] = '';
  const root = host.attachShadow({ mode: 'open' });
  const events: HeardEvent[] = [];
  let isCopied = false;

  function report(): Report {
    return {
      ...pageReport(),
      sdk: sdkReport(),
      calls: [...callLog().records].reverse(),
      events,
    };
  }

  function draw(): void {
    render(panelView(report(), { isCopied, copy: () => void copy(), close: dismiss }), root);
  }

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(reportText(report()));
      isCopied = true;
    } catch (error) {
      console.warn('lean-elements: this page may not write to the clipboard.', error);
    }
    draw();
  }

  function hear(event: Event): void {
    events.unshift({ at: Date.now(), name: event.type, said: saidBy(event) });
    events.splice(KEPT_EVENTS);
    isCopied = false;
    draw();
  }

  function close(): void {
    clearInterval(timer);
    callLog().listeners.delete(draw);
    for (const name of EVENT_NAMES) document.removeEventListener(name, hear, true);
    host.remove();
    page[KEY] = false;
  }

  function dismiss(): void {
    close();
    dismissed();
  }

  const timer = setInterval(draw, LOOK_MS);
  callLog().listeners.add(draw);
  for (const name of EVENT_NAMES) document.addEventListener(name, hear, true);
  host.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') dismiss();
  });
  root.adoptedStyleSheets = panelStyles.styleSheet ? [panelStyles.styleSheet] : [];
  document.body.append(host);
  draw();
  return close;
}

const askers = new Set<object>();
/** The way to close ours; or why there is none: nobody asked, another copy has one, somebody closed it by hand. */
let panel: (() => void) | 'none' | 'elsewhere' | 'dismissed' = 'none';

/**
 * Keeps the inspector open, once it is, for as long as somebody's settings ask for it, or the page's address does.
 * Closed by hand it is gone until nobody asks for it any more.
 */
export function inspect(asker: object, isWanted: boolean, isByAddress: boolean): void {
  askers[isWanted ? 'add' : 'delete'](asker);
  if (isByAddress) askers.add(document);
  if (askers.size === 0) {
    // An element that is only moved asks again at once.
    queueMicrotask(closeUnwanted);
  } else if (panel === 'none') {
    const close = openInspector(() => {
      panel = 'dismissed';
    });
    panel = close ?? 'elsewhere';
  }
}

function closeUnwanted(): void {
  if (askers.size > 0) return;
  if (typeof panel === 'function') panel();
  panel = 'none';
}

/** Of a detail only what is of a closed list: an error's code, how a flow ended, counts. */
function saidBy(event: Event): string {
  const detail = (event as CustomEvent<Detail | null>).detail ?? {};
  const code = detail.error?.code ?? detail.code;
  const count = detail.count ?? detail.partyCount ?? detail.accounts?.length;
  const words = [code, detail.method, detail.status, count === undefined ? undefined : String(count)];
  return words.filter((word) => typeof word === 'string' && /^[\w-]{1,40}$/.test(word)).join(' ');
}

/** The fields of all our details that are told. */
interface Detail {
  error?: { code?: string };
  code?: string;
  method?: string;
  status?: string | null;
  count?: number;
  partyCount?: number;
  accounts?: readonly unknown[];
}
