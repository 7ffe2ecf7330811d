import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { browserArguments, ensureBrowser } from './scripts/ensure-browser.mjs';
import { totalsReporter } from './scripts/totals-browser.mjs';

const serviceWorker = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js');

/** Answers msw's service worker from the package, so that no copy of it is committed. */
function serveServiceWorker(context, next) {
  if (context.path !== '/mockServiceWorker.js') return next();
  context.type = 'text/javascript';
  context.body = readFileSync(serviceWorker, 'utf8');
}

const tools = new WeakMap();

/** Lets a test force the customer's own colours on its page, which the runner's own command does not know. */
const forcedColors = {
  name: 'forced-colors',
  async executeCommand({ command, payload, session }) {
    if (command !== 'forced-colors') return undefined;
    const page = session.browser.getPage(session.id);
    // What is emulated ends with the session that asked for it.
    if (!tools.has(page)) tools.set(page, await page.createCDPSession());
    const features = [{ name: 'forced-colors', value: payload }];
    await tools.get(page).send('Emulation.setEmulatedMedia', { features });
    return true;
  },
};

/** Everything below `/second-copy/` is the same once more: to the browser, another copy of our code. */
function serveSecondCopy(context, next) {
  context.url = context.url.replace(/^\/second-copy\//, '/');
  return next();
}

export default {
  files: ['test/**/*.test.ts', '!test/**/*.node.test.ts', '!test/bench/**'],
  nodeResolve: { browser: true, exportConditions: ['browser', 'development'] },
  concurrency: 2, // With more, test files time out on a two-core machine.
  browserStartTimeout: 60_000,
  testsFinishTimeout: 240_000,
  testFramework: { config: { timeout: 15_000 } },
  browsers: [
    chromeLauncher({
      // A window, storage and service worker for each of the pages that run side by side.
      createBrowserContext: ({ browser }) => browser.createBrowserContext(),
      launchOptions: { executablePath: ensureBrowser(), args: browserArguments, headless: true },
      // Two pages that share a service worker get in each other's way: msw reloads the second one in mid-test.
      createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
    }),
  ],
  plugins: [
    forcedColors,
    // The target keeps esbuild from leaving decorators in, which no browser parses.
    esbuildPlugin({
      ts: true,
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
      target: 'es2022',
    }),
  ],
  // Bundlers put `process.env.NODE_ENV` in the place where the query cache asks for it; here nothing is bundled.
  testRunnerHtml: (testFramework) => `<!doctype html><html lang="en"><head><title>Tests</title></head><body>
    <script>globalThis.process = { env: { NODE_ENV: 'development' } };</script>
    <script type="module" src="${testFramework}"></script></body></html>`,
  middleware: [serveServiceWorker, serveSecondCopy],
  filterBrowserLogs: (log) => !String(log.args?.[0] ?? '').includes('Lit is in dev mode'),
  reporters: [defaultReporter(), totalsReporter()],
};
