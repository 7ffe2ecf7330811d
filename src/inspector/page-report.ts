/** The lean elements of the page and of open shadow roots in it. */
function leanElements(root: Document | ShadowRoot = document): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element.localName.startsWith('lean-') ? [element] : []),
    ...(element.shadowRoot ? leanElements(element.shadowRoot) : []),
  ]);
}

/** Each element with the state it is in, as can be seen of it. */
export function elementStates(): { tag: string; state: string }[] {
  return leanElements()
    .filter(({ localName }) => localName !== 'lean-provider')
    .map((element) => ({ tag: element.localName, state: stateOf(element) }));
}

/** What was set, in words; of functions only that they are there, of addresses no query. */
export function settingsLines(): string[] {
  return leanElements()
    .filter(({ localName }) => localName === 'lean-provider')
    .map((provider) => {
      const { proxy, region, timeZone, getHeaders, getLinkSession } = provider as ProviderLike;
      const words = [
        proxy ? `proxy ${addressOf(proxy)}` : 'no proxy',
        region ? `region ${region}` : null,
        timeZone ? `zone ${timeZone}` : null,
        getHeaders ? 'getHeaders set' : null,
        getLinkSession ? 'getLinkSession set' : null,
      ];
      return `lean-provider: ${words.filter((word) => word !== null).join(', ')}`;
    });
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
