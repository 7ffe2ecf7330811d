/** One element in one state, for a frame of states.html: `state.html?show=accounts-empty&lang=ar`. */
import { FLOW_STORAGE_KEY } from '../../src/domain/link.js';
import { hashEntities } from '../../src/link/entities-hash.js';
import { letMinutesPass } from './lib/circumstance.js';
import { find } from './lib/page.js';
import { meetScenario } from './lib/scenarios.js';
import { linkBanks, setLook, startElements } from './lib/scene.js';
import { stateOf } from './lib/states/index.js';
import type { Act, State } from './lib/states/state.js';
import { answersSettled, endLink, goDown, STUB_PATH, stubBackend } from './lib/stub-backend.js';

const asked = new URLSearchParams(location.search);
const state = stateOf(asked.get('show') ?? 'accounts-ready');
const lang = asked.get('lang') === 'ar' ? 'ar' : 'en';

setLook({ lang, theme: asked.get('theme') });

const PATIENCE_MS = 20_000;
/** Dozens of frames that each read three years would keep each other waiting. */
const HAS_HISTORY = ['lean-transactions', 'lean-spending'];
const MONTHS = 3;

fitFrame();
const refusal = await meetScenario('ready');
if (refusal === null) await show();
else find('main', HTMLElement).textContent = refusal;

async function show(): Promise<void> {
  await linkBanks(2);
  stubBackend(state);
  if (!state.script || state.script === 'silent') installLink(state);
  if (state.isBack) await comeBack();
  await startElements(state.isPartMissing ? '/without-parts' : '');
  const element = place(state);
  await (element as HTMLElement & { updateComplete: Promise<unknown> }).updateComplete;
  for (const act of state.acts ?? []) await perform(act, element);
}

/** The elements, as a page has them. */
function place({ element: tag, attributes = '', beside, isWithoutProxy }: State): HTMLElement {
  const provider = document.createElement('lean-provider');
  if (!isWithoutProxy) provider.setAttribute('proxy', STUB_PATH);
  if (beside) {
    const other = document.createElement(beside);
    other.hidden = true;
    provider.append(other);
  }
  const made = document.createElement(tag);
  if (HAS_HISTORY.includes(tag)) made.setAttribute('from', monthsAgo(MONTHS));
  for (const [, name = '', value = ''] of attributes.matchAll(/([\w-]+)(?:="([^"]*)")?/g)) {
    made.setAttribute(name, value);
  }
  if (tag === 'lean-connect-button')
    made.textContent = lang === 'ar' ? 'اربط حسابك البنكي' : 'Connect your bank';
  provider.append(made);
  find('main', HTMLElement).append(provider);
  return made;
}

function monthsAgo(count: number): string {
  const day = new Date();
  day.setUTCDate(1);
  day.setUTCMonth(day.getUTCMonth() - count);
  return day.toISOString().slice(0, 10);
}

/** Link's place: it shows a layer, and ends as the state says. */
function installLink({ linkEnds, script }: State): void {
  const open = (config: { callback: (outcome: unknown) => void }): void => {
    if (script === 'silent') return;
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

/** What the page kept when it was left for the bank's own. */
async function comeBack(): Promise<void> {
  const flow = {
    flowId: 'connect-sample',
    startedAt: Date.now(),
    entitiesHash: await hashEntities([]),
    scrollOffset: 0,
    focusedId: null,
  };
  const kept = new Map([[FLOW_STORAGE_KEY, JSON.stringify(flow)]]);
  // The frames of a page share one storage, and the first of them would take up what is kept there.
  Object.defineProperty(window, 'sessionStorage', {
    value: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    },
  });
}

async function perform(act: Act, made: HTMLElement): Promise<void> {
  if (act === 'connect') made.click();
  else if (act === 'backend-goes-down') {
    goDown();
    await (made as HTMLElement & { refresh(): Promise<void> }).refresh();
  } else if (act === 'three-minutes-later') {
    // What is waited for must have been asked for first.
    await answersSettled();
    letMinutesPass();
  } else if ('until' in act) await found(made, act.until);
  else (await found(made, act.press)).click();
}

/** The element itself or what is inside it, as soon as it is like that. */
async function found(made: HTMLElement, selector: string): Promise<HTMLElement> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const there = made.matches(selector) ? made : made.shadowRoot?.querySelector<HTMLElement>(selector);
    if (there) return there;
    if (Date.now() > until) throw new Error(`${made.localName} does not show ${selector}.`);
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
