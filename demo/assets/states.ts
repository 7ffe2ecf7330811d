/** Every state of every element, side by side in both languages. */
import { find } from './lib/page.js';
import { switchWords } from './lib/scenario-words.js';
import { STATES } from './lib/states/index.js';
import { liveText } from './lib/states/live.js';
import type { State } from './lib/states/state.js';

const list = find('#states', HTMLElement);
const jump = find('#jump', HTMLElement);
const theme = document.documentElement.dataset['theme'];

/** One element alone: `states.html?element=lean-accounts`. */
const only = new URLSearchParams(location.search).get('element');

for (const element of new Set(STATES.map((state) => state.element))) {
  if (only !== null && element !== only) continue;
  const section = document.createElement('section');
  const heading = document.createElement('h2');
  heading.id = element;
  heading.textContent = element;
  section.append(heading, ...STATES.filter((state) => state.element === element).map(pair));
  list.append(section);
  const link = document.createElement('a');
  link.href = `#${element}`;
  link.textContent = element;
  jump.append(link);
}

/** What the scenario switch calls a choice. */
function labelOf(name: string): string {
  const labels: Record<string, [string, string] | undefined> = switchWords().circumstances;
  return labels[name]?.[0] ?? name.replaceAll('-', ' ');
}

/** One state, in English and Arabic. */
function pair(state: State): HTMLElement {
  const figure = document.createElement('figure');
  figure.id = state.id;
  figure.className = 'state-pair';
  const caption = document.createElement('figcaption');
  const name = document.createElement('b');
  name.textContent = state.title;
  const live = document.createElement('span');
  live.textContent = `In the live demo: ${liveText(state.live, labelOf)}.`;
  caption.append(name, live);
  figure.append(caption, frame(state, 'en'), frame(state, 'ar'));
  return figure;
}

function frame(state: State, lang: 'en' | 'ar'): HTMLIFrameElement {
  const made = document.createElement('iframe');
  made.loading = 'lazy';
  made.title = `${state.element}, ${state.title}, ${lang === 'en' ? 'English' : 'Arabic'}`;
  const address = new URLSearchParams({ show: state.id, lang, ...(theme ? { theme } : {}) });
  made.src = `/state.html?${address}`;
  return made;
}
