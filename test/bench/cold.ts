/** From a script tag to the first row, on a slow network and a slow phone. */
import type { NetworkConditions } from 'puppeteer-core';
import { openSample } from './browser.js';
import type { ColdOutcome } from './page/cold-probe.js';
import type { Figures } from './measures.js';

/** 1.6 Mbit/s down and 150 ms there and back: what developer tools call slow 4G. */
const SLOW_4G: NetworkConditions = { download: 1_600_000 / 8, upload: 750_000 / 8, latency: 150 };
const SLOWDOWN = 4;
const PATIENCE_MS = 60_000;

export interface ColdPage {
  /** What follows the script tag. */
  markup: string;
  script: string;
  isModule: boolean;
  host: string;
  row: string;
  /** What its first row says, where it shows no description. */
  says?: string;
  /** Its requests go over the network instead of being answered in the page. */
  hasLatency?: boolean;
}

const element = `<lean-provider proxy="/api/lean">
  <lean-transactions entity-id="entity-1" account-id="account-1"></lean-transactions>
</lean-provider>`;
const elementPage: ColdPage = {
  markup: element,
  script: '/lean-elements.js',
  isModule: true,
  host: 'lean-transactions',
  row: '[part~="row"]',
};

const justifiPage: ColdPage = {
  markup: '<justifi-payments-list account-id="acc_1" auth-token="sample"></justifi-payments-list>',
  script: '/justifi/webcomponents.esm.js',
  isModule: true,
  host: 'justifi-payments-list',
  row: 'tbody tr',
};

/**
 * Every contender that loads as a page of its own. JustiFi does so twice: by the script tag that it publishes, and as
 * one file, which a host with a bundler can make of it.
 */
export const coldPages: Readonly<Record<string, ColdPage>> = {
  floor: { markup: '', script: '/floor-cold.js', isModule: true, host: 'floor-list', row: 'li' },
  elements: elementPage,
  'elements, latency': { ...elementPage, hasLatency: true },
  justifi: justifiPage,
  'justifi, one bundle': { ...justifiPage, script: '/justifi.js' },
  adyen: {
    markup: '<adyen-transactions style="display: block"></adyen-transactions>',
    script: '/adyen.js',
    isModule: true,
    host: 'adyen-transactions',
    row: '[role="row"]',
    says: '4242',
  },
};

/**
 * The page's HTML. The probe is written into it: were it a file, the browser would ask for the contender's script
 * beside it, and a round on the network would have passed before the script's own tag is met.
 */
export function coldHtml(
  { markup, script, isModule, host, row, says, hasLatency = false }: ColdPage,
  probe: string,
): string {
  const setup = JSON.stringify({ script, host, row, says, answersInPage: !hasLatency });
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <link rel="icon" href="data:," />
    <script>cold = ${setup}</script>
    <script>${probe}</script>
    <script ${isModule ? 'type="module"' : ''} src="${script}"></script>
  </head>
  <body style="margin: 0"><p>Transactions 0123456789 معاملات</p>${markup}</body>
</html>`;
}

/** One sample of one page. */
export async function coldStart(origin: string, path: string): Promise<Figures> {
  const sample = await openSample({ slowdown: SLOWDOWN });
  try {
    await sample.page.emulateNetworkConditions(SLOW_4G);
    await sample.page.goto(origin + path, { waitUntil: 'domcontentloaded', timeout: PATIENCE_MS });
    await sample.page.waitForFunction('globalThis.coldDone !== undefined', { timeout: PATIENCE_MS });
    const outcome = await sample.page.evaluate(
      () => (globalThis as unknown as { coldDone: Promise<ColdOutcome> }).coldDone,
    );
    return { ...outcome };
  } finally {
    await sample.close();
  }
}
