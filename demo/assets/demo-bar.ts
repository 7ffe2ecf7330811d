/** The bar above the sample site: chooses what the simulated Lean does to this visitor. Not part of the embed. */
import { actCircumstance, letMinutesPass } from './lib/circumstance.js';
import { find, refreshAll, send } from './lib/page.js';
import { switchWords } from './lib/scenario-words.js';
import { offerScenarios } from './lib/scenarios.js';

actCircumstance();

const controls = find('.demo-controls', HTMLDetailsElement);
const scenario = find('[name=scenario]', HTMLSelectElement, controls);
const meaning = find('[name=meaning]', HTMLOutputElement, controls);

const scenarios = await offerScenarios(scenario);
tell(scenarios.meaning());
controls.hidden = false;
const wide = matchMedia('(min-width: 641px)');
wide.addEventListener('change', unfold);
unfold();

scenario.addEventListener('change', () => void choose());
find('[name=later]', HTMLButtonElement, controls).addEventListener('click', letMinutesPass);
find('[name=fresh-start]', HTMLButtonElement, controls).addEventListener('click', () => void startOver());
find('[name=end-session]', HTMLButtonElement, controls).addEventListener('click', () => void endSession());

async function choose(): Promise<void> {
  const refusal = await scenarios.meet();
  tell(refusal === null ? scenarios.meaning() : { text: refusal, lang: 'en' });
  refreshAll();
}

async function startOver(): Promise<void> {
  const refusal = await send('POST', '/demo/fresh-start');
  if (refusal === null) location.reload();
  else tell({ text: refusal, lang: 'en' });
}

async function endSession(): Promise<void> {
  const refusal = await send('POST', '/demo/end-session');
  const { lang } = document.documentElement;
  tell(refusal === null ? { text: switchWords().sessionOver, lang } : { text: refusal, lang: 'en' });
  refreshAll();
}

/** What the backend refuses with is English, whatever the page's language. */
function tell({ text, lang }: { text: string; lang: string }): void {
  meaning.value = text;
  meaning.lang = lang;
  meaning.dir = lang.startsWith('ar') ? 'rtl' : 'ltr';
}

/** Beside the note there is room for all of it; on a phone it waits to be opened. */
function unfold(): void {
  controls.open = wide.matches;
}
