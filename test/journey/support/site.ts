import { after, before } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { startDemo, type Demo } from '../../../src/cli/demo/start.js';
import { openBrowser } from './visit.js';

/** The sample site and a browser, there while the tests of a file run. */
export function openSite(): { demo: Demo; browser: Browser } {
  const site = {} as { demo: Demo; browser: Browser };
  before(async () => {
    site.demo = await startDemo({ port: 0 });
    site.browser = await openBrowser();
  });
  after(async () => {
    await site.browser.close();
    await site.demo.close();
  });
  return site;
}
