/** axe over every element, its main states, both languages; light, dark and forced colours; a phone and a desk. */
import { aTimeout, expect, nextFrame } from '@open-wc/testing';
import { executeServerCommand, setViewport } from '@web/test-runner-commands';
import 'axe-core/axe.min.js';
import type { AxeResults, RunOptions } from 'axe-core';
import { html, render, type TemplateResult } from 'lit';
import { http, HttpResponse } from 'msw';
import '../../src/index.js';
import { CONNECT_STATUSES } from '../../src/domain/link.js';
import { PROXY_PATH, type Stack } from '../support/stack.js';
import { connectStates } from './support/connect-states.js';
import { openEverything, startWholeStack, untilStill } from './support/whole-page.js';

declare const axe: { run(context: Element, options: RunOptions): Promise<AxeResults> };

const LANGUAGES = ['en', 'ar'];
const LIGHT = 'color-scheme: light; background: #ffffff; color: #1d1d1f';
const DARK = 'color-scheme: dark; background: #12161c; color: #e9edf2';

/** How a page may look. Its width changes nothing of its colours, so each width stands with a scheme. */
const LOOKS = [
  { scheme: 'light', style: LIGHT, width: 360, forced: 'none' },
  { scheme: 'dark', style: DARK, width: 1200, forced: 'none' },
  { scheme: 'forced colours', style: LIGHT, width: 1200, forced: 'active' },
] as const;
const RULES: RunOptions = {
  resultTypes: ['violations'],
  preload: false, // Only for media files and sheets of other sites, of which there are none.
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: {
    // The page around is the host's: its landmarks and its first heading.
    region: { enabled: false },
    'heading-order': { enabled: false },
    'page-has-heading-one': { enabled: false },
  },
};

const WHOLE_PAGE: TemplateResult = html`<lean-provider proxy=${PROXY_PATH}>
  <lean-connect-button></lean-connect-button>
  <lean-accounts id="accounts"></lean-accounts>
  <lean-spending id="spending"></lean-spending>
  <lean-transactions mode="pages" page-size="6"></lean-transactions>
  <lean-consents></lean-consents>
  <lean-identity></lean-identity>
</lean-provider>`;

interface State {
  name: string;
  /** Before the page is there. */
  early?: (stack: Stack) => void;
  scenario?: string;
  banks?: number;
  prepare?: (page: HTMLElement, stack: Stack) => Promise<void> | void;
}

const STATES: State[] = [
  { name: 'two banks', banks: 2 },
  { name: 'everything open', banks: 2, prepare: openEverything },
  { name: 'nothing read yet', early: answerNothing },
  { name: 'nothing that matches', prepare: searchInVain },
  { name: 'no bank', banks: 0 },
  { name: 'a bank that asks for the customer', scenario: 'reconnect-otp', banks: 2 },
  { name: 'banks whose logos do not come', banks: 2, early: bringNoLogo },
  { name: 'one bank down', scenario: 'one-bank-down', banks: 2 },
  { name: 'a consent that has ended', scenario: 'consent-expired', banks: 1 },
  { name: 'nothing permitted but accounts', scenario: 'permission-missing', banks: 1 },
  { name: 'refused by Lean', scenario: 'rate-limit', banks: 1 },
  { name: 'on its way', scenario: 'pending-forever', banks: 1 },
  { name: 'texts of a hostile bank', scenario: 'hostile-text', banks: 1 },
  { name: 'a session that has ended', banks: 0, early: refuseSession },
  { name: 'a backend that fails', banks: 0, prepare: pressInVain },
];

/** The backend is asked and has not answered. */
function answerNothing(stack: Stack): void {
  stack.use(http.get(`*${PROXY_PATH}/*`, () => new Promise<never>(() => undefined)));
}

/** Initials stand in their place. */
function bringNoLogo(stack: Stack): void {
  stack.use(http.get('*/img/banks/*', () => new HttpResponse(null, { status: 404 })));
}

/** The host's own session is over. */
function refuseSession(stack: Stack): void {
  const answer = { status: 401, code: 'no_session' };
  stack.use(http.all(`*${PROXY_PATH}/*`, () => HttpResponse.json(answer, { status: 401 })));
}

function searchInVain(page: HTMLElement): void {
  const list = page.querySelector('lean-transactions');
  if (list) list.search = 'zzzzzz';
}

/** The backend has no link session to give: the button says so. */
async function pressInVain(page: HTMLElement, stack: Stack): Promise<void> {
  stack.use(http.post(`*${PROXY_PATH}/link-session`, () => new HttpResponse(null, { status: 500 })));
  const button = page.querySelector('lean-connect-button');
  button?.shadowRoot?.querySelector('button')?.click();
  while (button?.getAttribute('status') !== 'failed') await aTimeout(30);
}

/** Colours that are forced reach some styles frames later: what is found has to be there when looked at again. */
async function look(page: HTMLElement): Promise<AxeResults> {
  const seen = await axe.run(page, RULES);
  if (seen.violations.length === 0) return seen;
  await aTimeout(500);
  return axe.run(page, RULES);
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
  afterEach(async () => {
    await executeServerCommand('forced-colors', 'none');
    page.remove();
    stack?.stop();
    stack = null;
  });
  after(async () => {
    await setViewport({ width: 800, height: 600 });
    console.log(`axe: ${String(combinations)} combinations of element, state, language, scheme and width.`);
  });

  /** What axe has against the page in every language and look; counts what it looked at. */
  async function violationsOf(elements: number): Promise<string[]> {
    const violations: string[] = [];
    for (const lang of LANGUAGES) {
      page.lang = lang;
      await untilStill(page);
      for (const { scheme, style, width, forced } of LOOKS) {
        await setViewport({ width, height: 900 });
        await executeServerCommand('forced-colors', forced);
        page.style.cssText = `display: block; padding: 12px; font: 16px sans-serif; ${style}`;
        await nextFrame();
        await nextFrame();
        expect(matchMedia('(forced-colors: active)').matches).to.equal(forced === 'active');
        const result = await look(page);
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
    return violations;
  }

  it('in any state of the connect button', async function () {
    this.timeout(60_000);
    render(connectStates, page);
    const buttons = [...page.querySelectorAll('connect-picture')];
    await untilStill(page);
    expect(buttons.map(({ status }) => status)).to.include.members([...CONNECT_STATUSES]);
    const silent = buttons.filter(
      ({ shadowRoot }) => !shadowRoot?.querySelector('[part=status]')?.textContent.trim(),
    );
    expect(silent.map(({ status }) => status)).to.deep.equal(['idle']);
    expect(await violationsOf(buttons.length)).to.deep.equal([]);
  });

  for (const { name, scenario, banks = 1, prepare, early } of STATES) {
    it(`with ${name}`, async function () {
      this.timeout(60_000);
      stack = await startWholeStack(banks, scenario);
      early?.(stack);
      render(WHOLE_PAGE, page);
      await untilStill(page);
      await prepare?.(page, stack);
      await untilStill(page);
      expect(await violationsOf(page.querySelectorAll('lean-provider > :defined').length)).to.deep.equal([]);
    });
  }
});
