/** The bar above the sample site: chooses what the simulated Lean does to this visitor. Not part of the embed. */
import { find, refreshAll, send } from './lib/page.js';
import { meetScenario, offerScenarios } from './lib/scenarios.js';

const controls = find('.demo-controls', HTMLDetailsElement);
const scenario = find('[name=scenario]', HTMLSelectElement, controls);
const meaning = find('[name=meaning]', HTMLOutputElement, controls);

const meaningOfChosen = await offerScenarios(scenario);
meaning.value = meaningOfChosen();
controls.hidden = false;
const wide = matchMedia('(min-width: 641px)');
wide.addEventListener('change', unfold);
unfold();

scenario.addEventListener('change', () => void choose());
find('[name=fresh-start]', HTMLButtonElement, controls).addEventListener('click', () => void startOver());
find('[name=end-session]', HTMLButtonElement, controls).addEventListener('click', () => void endSession());

async function choose(): Promise<void> {
  meaning.value = (await meetScenario(scenario.value)) ?? meaningOfChosen();
  refreshAll();
}

async function startOver(): Promise<void> {
  const refusal = await send('POST', '/demo/fresh-start');
  if (refusal === null) location.reload();
  else meaning.value = refusal;
}

async function endSession(): Promise<void> {
  meaning.value =
    (await send('POST', '/demo/end-session')) ??
    'The session is over; the next request is answered 401. Reload to sign in again.';
  refreshAll();
}

/** Beside the note there is room for all of it; on a phone it waits to be opened. */
function unfold(): void {
  controls.open = wide.matches;
}
