/** One element in one state, for a frame of states.html: `state.html?show=accounts-empty&lang=ar`. */
import { find } from './lib/page.js';
import { meetScenario } from './lib/scenarios.js';
import { linkBanks, setLook, startElements } from './lib/scene.js';
import { stateOf, type State } from './lib/states.js';
import { endLink, STUB_PATH, stubBackend } from './lib/stub-backend.js';

const asked = new URLSearchParams(location.search);
const state = stateOf(asked.get('show') ?? 'accounts-ready');
const lang = asked.get('lang') === 'ar' ? 'ar' : 'en';

setLook({ lang, theme: asked.get('theme') });

const PATIENCE_MS = 20_000;
const LATE_MS = 200_000;

fitFrame();
await meetScenario('ready');
await linkBanks(2);
stubBackend(state);
if (!state.script) installLink(state);
await startElements();
const element = place(state);
await act(state, element);

/** The elements, as a page has them. */
function place({ element: tag, attributes = '', isWithoutProxy }: State): HTMLElement {
  const provider = document.createElement('lean-provider');
  if (!isWithoutProxy) provider.setAttribute('proxy', STUB_PATH);
  const made = document.createElement(tag);
  for (const [, name = '', value = ''] of attributes.matchAll(/([\w-]+)(?:="([^"]*)")?/g)) {
    made.setAttribute(name, value);
  }
  if (tag === 'lean-connect-button')
    made.textContent = lang === 'ar' ? 'اربط حسابك البنكي' : 'Connect your bank';
  provider.append(made);
  find('main', HTMLElement).append(provider);
  return made;
}

/** Link's place: it shows a layer, and ends as the state says. */
function installLink({ linkEnds }: State): void {
  const open = (config: { callback: (outcome: unknown) => void }): void => {
    const layer = document.createElement('iframe');
    layer.title = 'The bank window';
    Object.assign(layer.style, { position: 'fixed', inlineSize: '4px', blockSize: '4px', border: '0' });
    (document.getElementById('lean-link') ?? document.body).append(layer);
    if (!linkEnds) return;
    setTimeout(() => {
      layer.remove();
      endLink();
      config.callback(linkEnds);
    }, 100);
  };
  (window as { Lean?: object }).Lean = { connect: open, reconnect: open };
}

async function act({ act: what }: State, made: HTMLElement): Promise<void> {
  await (made as HTMLElement & { updateComplete: Promise<unknown> }).updateComplete;
  switch (what) {
    case undefined:
      return;
    case 'press':
      made.click();
      return;
    case 'refresh':
      await (made as HTMLElement & { refresh(): Promise<void> }).refresh();
      return;
    case 'refresh-bank':
      return press(made, '[part~=refresh-button]');
    case 'disconnect':
      return press(made, '[part~=disconnect-button], [part~=disconnect]');
    case 'reveal':
      return press(made, '[aria-pressed]');
    case 'hours-pass': {
      made.click();
      await new Promise((resolve) => setTimeout(resolve, 2500));
      const now = performance.now.bind(performance);
      performance.now = () => now() + LATE_MS;
    }
  }
}

/** Presses what is found inside an element as soon as it is there. */
async function press(made: HTMLElement, selector: string): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  while (performance.now() < until) {
    const found = made.shadowRoot?.querySelector<HTMLElement>(selector);
    if (found) {
      found.click();
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The frame is as high as what is in it. Its element belongs to the page around, whose classes are not ours. */
function fitFrame(): void {
  const frame = window.frameElement as HTMLElement | null;
  if (!frame) return;
  new ResizeObserver(() => {
    frame.style.height = `${Math.ceil(document.body.getBoundingClientRect().height) + 2}px`;
  }).observe(document.body);
}
