/** The lean elements of the page and of open shadow roots in it. */
function leanElements(root: Document | ShadowRoot = document): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element.localName.startsWith('lean-') ? [element] : []),
    ...(element.shadowRoot ? leanElements(element.shadowRoot) : []),
  ]);
}

/** The page's elements, each with the state it is in as can be seen of it, and what its providers set, in words. */
export function pageReport(): { elements: { tag: string; state: string }[]; settings: string[] } {
  const all = leanElements();
  const isProvider = ({ localName }: Element): boolean => localName === 'lean-provider';
  return {
    elements: all
      .filter((element) => !isProvider(element))
      .map((element) => ({ tag: element.localName, state: stateOf(element) })),
    settings: all.filter(isProvider).map(settingsLine),
  };
}

/** Of functions only that they are there, of addresses no query. */
function settingsLine(provider: ProviderLike): string {
  const { proxy, region, timeZone, getHeaders, getLinkSession } = provider;
  const words = [
    proxy ? `proxy ${addressOf(proxy)}` : 'no proxy',
    region ? `region ${region}` : null,
    timeZone ? `zone ${timeZone}` : null,
    getHeaders ? 'getHeaders set' : null,
    getLinkSession ? 'getLinkSession set' : null,
  ];
  return `lean-provider: ${words.filter((word) => word !== null).join(', ')}`;
}

type ProviderLike = Element &
  Partial<Record<'proxy' | 'region' | 'timeZone', string | null>> &
  Partial<Record<'getHeaders' | 'getLinkSession', unknown>>;

/** Parts that tell what an element has on screen, the most telling first. */
const TELLING = [
  ['[aria-busy="true"]', 'loading'],
  ['[part~="error"]', 'error'],
  ['[part~="empty"]', 'empty'],
  ['[part~="stale"]', 'shown, may be old'],
  ['[part~="notice"]', 'shown, with a notice'],
] as const;

function stateOf(element: Element): string {
  const status: unknown = (element as { status?: unknown }).status;
  if (typeof status === 'string') return status;
  if (!element.shadowRoot) return 'not defined yet';
  const found = TELLING.find(([selector]) => element.shadowRoot?.querySelector(selector));
  return found?.[1] ?? 'shown';
}

/** An address without its query; parts of its path that could be somebody's id are left out. */
function addressOf(text: string): string {
  if (!URL.canParse(text, document.baseURI)) return 'that is no address';
  const { origin, pathname } = new URL(text, document.baseURI);
  const path = pathname.replace(/[^/]*\d[^/]{7,}/g, '…');
  return origin === location.origin ? path : origin + path;
}
