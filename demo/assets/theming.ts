/** The theming page: a field for each variable, a live preview, and the CSS to take away. */
import { TOKENS, type Token } from '../../src/theme/tokens.js';
import { copies, wear } from './lib/copy.js';
import { find } from './lib/page.js';
import { linkBanks, startElements } from './lib/scene.js';

const GROUPS: [title: string, start: string, isOpen: boolean][] = [
  ['Colour', 'color', true],
  ['Type', 'font', false],
  ['Space', 'space', false],
  ['Size', 'size', false],
  ['Corners', 'radius', true],
  ['Motion', 'motion', false],
  ['Shadow', 'shadow', false],
];
/** What a colour field can hold; most defaults are mixes and relative colours. */
const PLAIN_COLOUR = /^#[\da-f]{6}$/i;

const form = find('form.tools', HTMLFormElement);
const css = find('#css', HTMLElement);
const preset = find('[name=preset]', HTMLSelectElement);
const root = document.documentElement;
const changed = new Map<Token, string>();

/** "font-size-base" is "size base" inside its group. */
const label = (token: Token, start: string): string =>
  token.slice(start.length + 1).replaceAll('-', ' ') || token;

const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

/** A colour as it comes out on the page's sheet, in the form that a colour field takes. */
function paintedAs(value: string): string {
  const probe = document.createElement('i');
  find('.tools', HTMLElement).append(probe);
  for (const [token, color] of Object.entries(TOKENS)) {
    if (token.startsWith('color-')) probe.style.setProperty(`--_${token}`, color);
  }
  probe.style.backgroundColor = value;
  const layers = [getComputedStyle(form).backgroundColor, getComputedStyle(probe).backgroundColor];
  probe.remove();
  if (!pen) return '#000000';
  for (const layer of layers) {
    pen.fillStyle = layer;
    pen.fillRect(0, 0, 1, 1);
  }
  const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function fieldOf(token: Token, start: string): HTMLElement {
  const field = document.createElement('label');
  field.className = 'field';
  const name = document.createElement('span');
  name.textContent = label(token, start);
  const text = document.createElement('input');
  text.name = token;
  text.placeholder = TOKENS[token];
  text.spellcheck = false;
  text.dir = 'ltr';
  text.addEventListener('input', () => change(token, text.value.trim()));
  if (start !== 'color') {
    field.append(name, text);
    return field;
  }
  const pair = document.createElement('span');
  pair.className = 'pair';
  const colour = document.createElement('input');
  colour.type = 'color';
  colour.value = paintedAs(TOKENS[token]);
  colour.setAttribute('aria-label', `${name.textContent}, choose`);
  colour.addEventListener('input', () => {
    text.value = colour.value;
    change(token, colour.value);
  });
  text.addEventListener('input', () => {
    if (PLAIN_COLOUR.test(text.value)) colour.value = text.value;
  });
  pair.append(colour, text);
  field.append(name, pair);
  return field;
}

function change(token: Token, value: string): void {
  if (value === '') {
    changed.delete(token);
    root.style.removeProperty(`--lean-${token}`);
  } else {
    changed.set(token, value);
    root.style.setProperty(`--lean-${token}`, value);
  }
  write();
}

function write(): void {
  const sheet = preset.value === '' ? '' : `@import 'lean-elements/themes/${preset.value}.css';\n\n`;
  const lines = [...changed].map(([token, value]) => `  --lean-${token}: ${value};`);
  css.textContent =
    sheet + (lines.length === 0 ? '/* Nothing is changed yet. */' : `:root {\n${lines.join('\n')}\n}`);
}

for (const [title, start, isOpen] of GROUPS) {
  const group = document.createElement('details');
  group.className = 'group';
  group.open = isOpen;
  const summary = document.createElement('summary');
  summary.textContent = title;
  const tokens = (Object.keys(TOKENS) as Token[]).filter((token) => token.startsWith(`${start}-`));
  group.append(summary, ...tokens.map((token) => fieldOf(token, start)));
  find('#tokens', HTMLElement).append(group);
}
preset.addEventListener('change', () => {
  wear(preset.value);
  write();
});
form.addEventListener('reset', () => {
  for (const token of changed.keys()) root.style.removeProperty(`--lean-${token}`);
  changed.clear();
  // The fields themselves are reset after this event.
  setTimeout(() => {
    wear(preset.value);
    write();
  });
});
form.addEventListener('submit', (event) => event.preventDefault());
copies(() => css.textContent);
write();
await linkBanks(2);
await startElements();
