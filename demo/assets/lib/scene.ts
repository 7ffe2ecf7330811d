/** What an address asks of a sample page: `?lang=ar&theme=dark&scenario=reconnect-otp&banks=2&only=lean-accounts`. */
import { send } from './page.js';
import { meetScenario } from './scenarios.js';

export interface Scene {
  lang: string | null;
  theme: string | null;
  scenario: string | null;
  /** How many banks the visitor has; those that are missing are linked. */
  banks: number;
  /** The one element to show, for pictures. */
  only: string | null;
}

/** Reads the scene of this page's address. */
export function readScene(): Scene {
  const asked = new URLSearchParams(location.search);
  return {
    lang: asked.get('lang'),
    theme: asked.get('theme'),
    scenario: asked.get('scenario'),
    banks: Number(asked.get('banks') ?? 2),
    only: asked.get('only'),
  };
}

/** Enough sample banks for a page that should not be empty; the third one writes Arabic. */
const BANKS = ['FALAJ_RETAIL_UAE', 'SAFFRON_SME_UAE', 'LEANMB1'];

/** Links as many banks as a scene asks for, as if the visitor had been here before; those that are linked stay. */
export async function linkBanks(wanted: number): Promise<void> {
  for (const bank of BANKS.slice(0, wanted)) {
    const refusal = await send('POST', '/demo/banks', new URLSearchParams({ bank_identifier: bank }));
    if (refusal !== null) throw new Error(refusal);
  }
}

/** How a language of the demo is written. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  return lang.startsWith('ar') ? 'rtl' : 'ltr';
}

/** The page's language and theme; what is null stays as the page has it. */
export function setLook({ lang, theme }: Pick<Scene, 'lang' | 'theme'>): void {
  const root = document.documentElement;
  if (lang !== null) {
    root.lang = lang;
    root.dir = directionOf(lang);
  }
  if (theme !== null) root.dataset['theme'] = theme;
}

/** Sets the page as its scene asks; call it before the elements are there. */
export async function setScene({ lang, theme, scenario, banks, only }: Scene): Promise<void> {
  setLook({ lang, theme });
  if (only !== null) {
    for (const block of document.querySelectorAll<HTMLElement>('[data-block]')) {
      if (block.dataset['block'] !== only) block.remove();
    }
  }
  await linkBanks(banks);
  if (scenario !== null) {
    const refusal = await meetScenario(scenario);
    if (refusal !== null) throw new Error(refusal);
  }
}

/** Registers the elements; they draw for the first time after the scene is set. */
export async function startElements(folder = ''): Promise<void> {
  const address = `${folder}/lean-elements.js`;
  await import(/* @vite-ignore */ address);
}
