/** The playground: what is chosen in the form is in the preview, in the HTML to take away, and in the address. */
import { copies, wear } from './lib/copy.js';
import { find } from './lib/page.js';
import { actCircumstance } from './lib/circumstance.js';
import { offerScenarios } from './lib/scenarios.js';
import { directionOf, linkBanks, startElements } from './lib/scene.js';

const ELEMENTS = [
  'lean-connect-button',
  'lean-accounts',
  'lean-spending',
  'lean-transactions',
  'lean-consents',
  'lean-identity',
];
const AT_FIRST = ['lean-connect-button', 'lean-accounts', 'lean-transactions'];
/** What an element needs to follow another one that is there. */
const FOLLOWS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'lean-spending': { 'lean-accounts': 'accounts' },
  'lean-transactions': { 'lean-accounts': 'accounts', 'lean-spending': 'spending' },
};
const IDS: Readonly<Record<string, string>> = { 'lean-accounts': 'accounts', 'lean-spending': 'spending' };

const form = find('form.tools', HTMLFormElement);
const preview = find('#preview', HTMLElement);
const code = find('#html', HTMLElement);
const meaning = find('#meaning', HTMLElement);
const pixels = find('[name=pixels]', HTMLOutputElement);

for (const tag of ELEMENTS) {
  const check = document.createElement('label');
  check.className = 'check';
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.name = 'element';
  box.value = tag;
  box.checked = AT_FIRST.includes(tag);
  check.append(box, tag);
  find('#chosen', HTMLElement).append(check);
}

const scenario = find('[name=scenario]', HTMLSelectElement);
actCircumstance();
const scenarios = await offerScenarios(scenario);
recall();
await linkBanks(2);
await meet();
await startElements();

form.addEventListener('input', ({ target }) => {
  if (target === scenario) void meet();
  else show();
});
form.addEventListener('submit', (event) => event.preventDefault());
copies(() => code.textContent);

/** The form as the address has it, so that what was found can be shown to someone else. */
function recall(): void {
  const asked = new URLSearchParams(location.search);
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) continue;
    if (field instanceof HTMLInputElement && field.type === 'checkbox') {
      if (asked.has('element')) field.checked = asked.getAll('element').includes(field.value);
    } else {
      field.value = asked.get(field.name) ?? field.value;
    }
  }
  // A phone sees all of the preview at first.
  const width = find('[name=width]', HTMLInputElement);
  if (!asked.has('width')) width.value = String(Math.min(Number(width.value), preview.clientWidth));
}

/** Lean behaves as chosen from here on, and everything is read anew. */
async function meet(): Promise<void> {
  meaning.textContent = (await scenarios.meet()) ?? scenarios.meaning().text;
  preview.replaceChildren();
  show();
}

function show(): void {
  const chosen = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') chosen.append(name, value);
  history.replaceState(null, '', `?${chosen.toString()}`);
  const value = (name: string): string => chosen.get(name) ?? '';

  pixels.value = `${value('width')} px`;
  preview.style.inlineSize = `${value('width')}px`;
  preview.lang = value('lang');
  preview.dir = value('dir') || directionOf(value('lang'));
  preview.dataset['theme'] = value('theme');
  wear(value('preset'));

  const tags = chosen.getAll('element');
  const provider = preview.querySelector('lean-provider') ?? document.createElement('lean-provider');
  provider.setAttribute('proxy', '/api/lean');
  for (const name of ['numerals', 'currency-display']) {
    if (value(name) === '') provider.removeAttribute(name);
    else provider.setAttribute(name, value(name));
  }
  const kept = new Map([...provider.children].map((element) => [element.localName, element]));
  if ([...kept.keys()].join() !== tags.join()) {
    provider.replaceChildren(...tags.map((tag) => kept.get(tag) ?? document.createElement(tag)));
  }
  for (const element of provider.children) setLinks(element, tags);
  preview.append(provider);
  code.textContent = htmlOf(provider, chosen);
}

function setLinks(element: Element, tags: readonly string[]): void {
  const id = IDS[element.localName];
  if (id !== undefined) element.id = id;
  const followed = Object.entries(FOLLOWS[element.localName] ?? {}).filter(([tag]) => tags.includes(tag));
  if (followed.length > 0) element.setAttribute('for', followed.map(([, target]) => target).join(' '));
  else element.removeAttribute('for');
}

/** The preview as a page would write it. */
function htmlOf(provider: Element, chosen: URLSearchParams): string {
  const opening = (element: Element): string => {
    // What an element writes on itself is no page's business.
    const own = [...element.attributes].filter(({ name }) => name !== 'status');
    return `<${[element.localName, ...own.map(({ name, value }) => `${name}="${value}"`)].join(' ')}>`;
  };
  const lang = chosen.get('lang') ?? 'en';
  const dir = preview.dir === 'rtl' ? ' dir="rtl"' : '';
  const preset = chosen.get('preset') ?? '';
  return [
    '<script type="module" src="lean-elements.js"></script>',
    ...(preset === '' ? [] : [`<link rel="stylesheet" href="themes/${preset}.css" />`]),
    `<div lang="${lang}"${dir}>`,
    `  ${opening(provider)}`,
    ...[...provider.children].map((element) => `    ${opening(element)}</${element.localName}>`),
    '  </lean-provider>',
    '</div>',
  ].join('\n');
}
