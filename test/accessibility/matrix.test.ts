/** axe over every element, its main states, both languages, both schemes, a phone's and a desk's width. */
import { aTimeout, expect, nextFrame } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import 'axe-core/axe.min.js';
import type { AxeResults, RunOptions } from 'axe-core';
import { html, render } from 'lit';
import { http, HttpResponse } from 'msw';
import '../../src/index.js';
import { PROXY_PATH, type Stack } from '../support/stack.js';
import { elementsIn, startWholeStack, untilStill } from './support/whole-page.js';

declare const axe: { run(context: Element, options: RunOptions): Promise<AxeResults> };

const LANGUAGES = ['en', 'ar'];
const SCHEMES = {
  light: 'color-scheme: light; background: #ffffff; color: #1d1d1f',
  dark: 'color-scheme: dark; background: #12161c; color: #e9edf2',
};
const WIDTHS = [360, 1200];
const RULES: RunOptions = {
  resultTypes: ['violations'],
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: {
    // The page around is the host's: its landmarks and its first heading.
    region: { enabled: false },
    'heading-order': { enabled: false },
    'page-has-heading-one': { enabled: false },
  },
};

interface State {
  name: string;
  scenario?: string;
  banks?: number;
  prepare?: (page: HTMLElement, stack: Stack) => Promise<void> | void;
}

const STATES: State[] = [
  { name: 'two banks', banks: 2 },
  { name: 'everything open', banks: 2, prepare: openEverything },
  { name: 'no bank', banks: 0 },
  { name: 'a bank that asks for the customer', scenario: 'reconnect-otp', banks: 2 },
  { name: 'one bank down', scenario: 'one-bank-down', banks: 2 },
  { name: 'a consent that has ended', scenario: 'consent-expired', banks: 1 },
  { name: 'nothing permitted but accounts', scenario: 'permission-missing', banks: 1 },
  { name: 'refused by Lean', scenario: 'rate-limit', banks: 1 },
  { name: 'on its way', scenario: 'pending-forever', banks: 1 },
  { name: 'texts of a hostile bank', scenario: 'hostile-text', banks: 1 },
  { name: 'a backend that fails', banks: 0, prepare: pressInVain },
];

/** Opens what can be opened without leaving: filters, a row's details, numbers, more of a list. */
async function openEverything(page: HTMLElement): Promise<void> {
  for (const element of elementsIn(page)) {
    if (!(element instanceof HTMLButtonElement) || element.closest('lean-connect-button')) continue;
    const isClosed =
      element.getAttribute('aria-expanded') === 'false' || element.getAttribute('aria-pressed') === 'false';
    if (isClosed && element.checkVisibility()) element.click();
  }
  await untilStill(page);
}

/** The backend has no link session to give: the button says so. */
async function pressInVain(page: HTMLElement, stack: Stack): Promise<void> {
  stack.use(http.post(`*${PROXY_PATH}/link-session`, () => new HttpResponse(null, { status: 500 })));
  const button = page.querySelector('lean-connect-button');
  button?.shadowRoot?.querySelector('button')?.click();
  while (button?.getAttribute('status') !== 'failed') await aTimeout(30);
}

let combinations = 0;

describe('axe finds nothing', () => {
  let stack: Stack | null = null;
  let page: HTMLElement;

  beforeEach(() => {
    page = document.createElement('main');
    document.body.append(page);
    document.documentElement.lang = 'en';
    document.title = 'A page with every element';
  });
  afterEach(() => {
    page.remove();
    stack?.stop();
    stack = null;
  });
  after(async () => {
    await setViewport({ width: 800, height: 600 });
    console.log(`axe: ${String(combinations)} combinations of element, state, language, scheme and width.`);
  });

  for (const { name, scenario, banks = 1, prepare } of STATES) {
    it(`with ${name}`, async function () {
      this.timeout(60_000);
      stack = await startWholeStack(banks, scenario);
      render(
        html`<lean-provider proxy=${PROXY_PATH}>
          <lean-connect-button></lean-connect-button>
          <lean-accounts id="accounts"></lean-accounts>
          <lean-spending id="spending"></lean-spending>
          <lean-transactions mode="pages" page-size="6"></lean-transactions>
          <lean-consents></lean-consents>
          <lean-identity></lean-identity>
        </lean-provider>`,
        page,
      );
      await untilStill(page);
      await prepare?.(page, stack);
      await untilStill(page);
      const elements = page.querySelectorAll('lean-provider > :defined').length;

      const violations: string[] = [];
      for (const width of WIDTHS) {
        await setViewport({ width, height: 900 });
        for (const lang of LANGUAGES) {
          page.lang = lang;
          await untilStill(page);
          for (const [scheme, style] of Object.entries(SCHEMES)) {
            page.style.cssText = `display: block; padding: 12px; font: 16px sans-serif; ${style}`;
            await nextFrame();
            await nextFrame();
            const result = await axe.run(page, RULES);
            combinations += elements;
            for (const { id, nodes } of result.violations) {
              for (const { html: found, any, target } of nodes) {
                violations.push(
                  `${id} (${lang}, ${scheme}, ${String(width)}): ${found.slice(0, 160)} ${any[0]?.message ?? ''} ${JSON.stringify(target)}`,
                );
              }
            }
          }
        }
      }
      expect(violations).to.deep.equal([]);
    });
  }
});
