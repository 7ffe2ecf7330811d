/** The bar above the sample site: chooses what the simulated Lean does to this visitor. Not part of the embed. */
const controls = document.querySelector('.demo-controls');
const form = controls.querySelector('form');
const { scenario, meaning } = form.elements;

const { current, scenarios } = await (await fetch('/demo/scenarios')).json();
for (const { name } of scenarios) scenario.add(new Option(name.replaceAll('-', ' '), name));
scenario.value = current ?? scenarios[0].name;
describe();
controls.hidden = false;
const wide = matchMedia('(min-width: 641px)');
wide.addEventListener('change', unfold);
unfold();

scenario.addEventListener('change', async () => {
  await send('PUT', '/demo/scenario', new URLSearchParams({ scenario: scenario.value }));
  describe();
  for (const element of document.querySelectorAll('lean-accounts, lean-transactions')) void element.refresh();
});
form.elements['fresh-start'].addEventListener('click', async () => {
  await send('POST', '/demo/fresh-start');
  location.reload();
});
form.elements['end-session'].addEventListener('click', async () => {
  await send('POST', '/demo/end-session');
  meaning.value = 'The session is over; the next request is answered 401. Reload to sign in again.';
  for (const element of document.querySelectorAll('lean-accounts, lean-transactions')) void element.refresh();
});

/** Beside the note there is room for all of it; on a phone it waits to be opened. */
function unfold() {
  controls.open = wide.matches;
}

function describe() {
  meaning.value = scenarios.find(({ name }) => name === scenario.value)?.meaning ?? '';
}

async function send(method, path, body) {
  const response = await fetch(path, { method, body });
  if (!response.ok) meaning.value = (await response.json()).error;
}

export {}; // A module, so that its names are not the type checker's globals.
