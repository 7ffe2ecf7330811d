/** The recipes of docs/theming.md, as they stand there, on pages that have the variables of their hosts. */
import { expect, fixture, html } from '@open-wc/testing';
import { declarationsOf, measurePairs, PAIRS } from '../../scripts/contrast-pairs.js';
import '../../src/define/lean-accounts.js';
import '../../src/define/lean-connect-button.js';
import type { LeanAccounts } from '../../src/elements/lean-accounts/lean-accounts.js';
import { tokens } from '../../src/theme/tokens.js';
import { sampleAccount } from '../support/samples.js';
import { Screen } from '../support/screen.js';

const read = async (path: string): Promise<string> => (await fetch(path)).text();

async function recipeOf(host: string): Promise<string> {
  const found = new RegExp(`### ${host}[^]*?\`\`\`css\n([^]*?)\`\`\``).exec(await read('/docs/theming.md'));
  if (!found?.[1]) throw new Error(`docs/theming.md has no recipe for ${host}.`);
  return found[1];
}

/** What Tailwind 4.3 writes for a page that reads these variables: its layers, its theme, the heart of its preflight. */
const TAILWIND = `
  @layer theme, base, components, utilities;
  @layer theme {
    :root, :host {
      --font-sans: ui-sans-serif, sans-serif;
      --color-emerald-300: oklch(84.5% 0.143 164.978);
      --color-emerald-700: oklch(50.8% 0.118 165.612);
      --color-gray-950: oklch(13% 0.028 261.692);
      --radius-lg: 0.5rem;
      --radius-xl: 0.75rem;
    }
  }
  @layer base {
    *, ::after, ::before, ::backdrop, ::file-selector-button {
      box-sizing: border-box; margin: 0; padding: 0; border: 0 solid;
    }
    html, :host { line-height: 1.5; font-family: var(--font-sans); }
    button, input, select { font: inherit; color: inherit; border-radius: 0; background-color: transparent; }
  }
  @layer utilities {
    .page { background-color: #fff; color: var(--color-gray-950); }
    .dark .page { background-color: var(--color-gray-950); color: #fff; }
  }`;

/** Material's roles in its two baseline schemes. */
const MATERIAL = {
  light: { primary: '#6750a4', 'on-primary': '#ffffff', 'secondary-container': '#e8def8', error: '#b3261e',
    surface: '#fef7ff', 'surface-container-low': '#f7f2fa', 'on-surface': '#1d1b20',
    'on-surface-variant': '#49454f', outline: '#79747e', 'outline-variant': '#cac4d0' },
  dark: { primary: '#d0bcff', 'on-primary': '#381e72', 'secondary-container': '#4a4458', error: '#f2b8b5',
    surface: '#141218', 'surface-container-low': '#1d1b20', 'on-surface': '#e6e0e9',
    'on-surface-variant': '#cac4d0', outline: '#938f99', 'outline-variant': '#49454f' },
} as const; // prettier-ignore

type Role = keyof typeof MATERIAL.light;
const ROLES = Object.keys(MATERIAL.light) as Role[];
const declare = (prefix: string, valueOf: (role: Role) => string): string =>
  ROLES.map((role) => `${prefix}${role}: ${valueOf(role)};`).join('');

/** As Material's theme builder writes it: a class for each scheme. */
const MATERIAL_WEB = `
  .light { ${declare('--md-sys-color-', (role) => MATERIAL.light[role])} }
  .dark { ${declare('--md-sys-color-', (role) => MATERIAL.dark[role])} }
  :root { --md-ref-typeface-plain: Roboto, sans-serif; }
  .page { background: var(--md-sys-color-surface); color: var(--md-sys-color-on-surface); }`;
/** As Angular Material's \`mat.theme\` writes it: both schemes in one, chosen by \`color-scheme\`. */
const ANGULAR = `
  html { color-scheme: light;
    ${declare('--mat-sys-', (role) => `light-dark(${MATERIAL.light[role]}, ${MATERIAL.dark[role]})`)}
    --mat-sys-body-large-font: Roboto, sans-serif; }
  html.dark { color-scheme: dark; }
  .page { background: var(--mat-sys-surface); color: var(--mat-sys-on-surface); }`;

interface Host {
  name: string;
  sheets: () => Promise<string[]>;
  /** Puts the page into a scheme, as this host's own switch does. */
  set: (root: HTMLElement, scheme: 'light' | 'dark') => void;
  /** What must arrive, by token: in light, in dark. */
  expected: Readonly<Record<string, readonly [light: string, dark: string]>>;
  radius: string;
}

const byClass: Host['set'] = (root, scheme) => {
  root.classList.remove('light', 'dark');
  root.classList.add(scheme);
};
const both = (role: Role): [string, string] => [MATERIAL.light[role], MATERIAL.dark[role]];
const material: Host['expected'] = {
  accent: both('primary'),
  'on-accent': both('on-primary'),
  surface: both('surface-container-low'),
  selected: both('secondary-container'),
  muted: both('on-surface-variant'),
  line: both('outline-variant'),
  border: both('outline'),
  failure: both('error'),
};

const HOSTS: Host[] = [
  {
    name: 'Bootstrap 5',
    sheets: async () => [
      await read('/node_modules/bootstrap/dist/css/bootstrap.css'),
      '.page { background-color: var(--bs-body-bg); color: var(--bs-body-color); }',
      await recipeOf('Bootstrap 5'),
    ],
    set: (root, scheme) => (root.dataset['bsTheme'] = scheme),
    expected: {
      accent: ['#0d6efd', '#0d6efd'],
      muted: ['rgba(33, 37, 41, 0.75)', 'rgba(222, 226, 230, 0.75)'],
      line: ['rgba(0, 0, 0, 0.175)', 'rgba(255, 255, 255, 0.15)'],
      surface: ['#fff', '#212529'],
      selected: ['#cfe2ff', '#031633'],
    },
    radius: '8px',
  },
  {
    name: 'Tailwind CSS 4',
    sheets: async () => [TAILWIND, await recipeOf('Tailwind CSS 4')],
    set: byClass,
    expected: { accent: ['oklch(50.8% 0.118 165.612)', 'oklch(84.5% 0.143 164.978)'] },
    radius: '12px',
  },
  {
    name: 'Material 3, with Material Web',
    sheets: async () => [MATERIAL_WEB, await recipeOf('Material 3')],
    set: byClass,
    expected: material,
    radius: '12px',
  },
  {
    name: 'Material 3, with Angular Material',
    // As the page tells: the same lines, under Angular Material's own prefix and name of the font.
    sheets: async () => [
      ANGULAR,
      (await recipeOf('Material 3'))
        .replaceAll('--md-sys-color-', '--mat-sys-')
        .replaceAll('--md-ref-typeface-plain', '--mat-sys-body-large-font'),
    ],
    set: byClass,
    expected: material,
    radius: '12px',
  },
];

/** What a colour is for the browser, where it stands. */
function computed(colour: string, place: ParentNode): string {
  const probe = document.createElement('i');
  probe.style.color = colour;
  place.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

for (const { name, sheets, set, expected, radius } of HOSTS) {
  describe(`The recipe for ${name}`, () => {
    let before: CSSStyleSheet[];

    beforeEach(async () => {
      before = [...document.adoptedStyleSheets];
      for (const text of await sheets()) {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        document.adoptedStyleSheets.push(sheet);
      }
    });
    afterEach(() => {
      document.adoptedStyleSheets = before;
      document.documentElement.classList.remove('light', 'dark');
      delete document.documentElement.dataset['bsTheme'];
    });

    for (const [index, scheme] of (['light', 'dark'] as const).entries()) {
      it(`hands on the host's own values when it is ${scheme}`, async () => {
        set(document.documentElement, scheme);
        const page = await fixture<HTMLElement>(
          html`<div class="page">
            <lean-connect-button></lean-connect-button><lean-accounts></lean-accounts>
          </div>`,
        );
        const accounts = new Screen(page.querySelector<LeanAccounts>('lean-accounts')!);
        accounts.element.accounts = [sampleAccount()];
        accounts.element.selected = 'account-1';
        await accounts.until('the account is there', () => accounts.part('account') !== null);
        const inside = accounts.find('.root')!;
        for (const [token, values] of Object.entries(expected)) {
          const value = values[index] ?? '';
          expect(computed(`var(--_color-${token})`, inside), token).to.equal(computed(value, page));
        }
        const button = page
          .querySelector('lean-connect-button')!
          .shadowRoot!.querySelector('[part~=button]')!;
        expect(getComputedStyle(button).backgroundColor).to.equal(
          computed(expected['accent']![index]!, page),
        );
        expect(getComputedStyle(accounts.part('bank')!).borderTopLeftRadius).to.equal(radius);
        expect(getComputedStyle(inside).colorScheme).to.equal(scheme);
      });

      it(`keeps every pair of colours at AA when the host is ${scheme}`, () => {
        set(document.documentElement, scheme);
        const page = document.createElement('div');
        page.className = 'page';
        document.body.append(page);
        const { backgroundColor, color } = getComputedStyle(page);
        page.remove();
        const faint = measurePairs(
          PAIRS,
          declarationsOf(tokens.cssText),
          `background: ${backgroundColor}; color: ${color}`,
        ).filter(({ ratio, least }) => ratio < least);
        expect(faint).to.deep.equal([]);
      });
    }
  });
}
