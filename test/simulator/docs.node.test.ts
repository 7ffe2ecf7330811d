/** The code of docs/simulator.md, run as it stands there. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { setupServer } from 'msw/node';
import { listen } from '../../src/cli/listen.js';
import type { LeanProxy } from '../../src/proxy/index.js';
import { createLeanSimulator, type LeanSimulator } from '../../src/simulator/index.js';
import { listScenarios } from '../../src/simulator/scenarios.js';

const page = readFileSync(new URL('../../docs/simulator.md', import.meta.url), 'utf8');

function code(name: string): string {
  const shown = new RegExp(`<!-- tested: ${name} -->\\n\`\`\`\\w+\\n([^]*?)^\`\`\`$`, 'm').exec(page)?.[1];
  assert.ok(shown, `docs/simulator.md shows ${name}`);
  return shown;
}

/** The page's module; the package's entries are read from their source, so that nothing need be built. */
async function load<Exports>(
  name: string,
  exported = '',
  [address, origin]: readonly [string, string] = ['', ''],
): Promise<Exports> {
  const source = code(name)
    .replace(address, origin)
    .replace(/'lean-elements\/(\w+)'/g, (_, entry: string) =>
      JSON.stringify(new URL(`../../src/${entry}/index.ts`, import.meta.url).href),
    )
    .replace(/'(msw)'/g, (_, specifier: string) => JSON.stringify(import.meta.resolve(specifier)));
  return (await import(`data:text/javascript,${encodeURIComponent(source + exported)}`)) as Exports;
}

async function served<Result>(
  run: (origin: string, simulator: LeanSimulator) => Promise<Result>,
): Promise<Result> {
  const listener = await listen(0);
  const simulator = createLeanSimulator({ baseUrl: listener.origin });
  listener.serve(simulator.fetch);
  try {
    return await run(listener.origin, simulator);
  } finally {
    simulator.close();
    await listener.close();
  }
}

describe('the scenarios of docs/simulator.md', () => {
  for (const group of ['sync', 'access', 'asynchronous', 'data', 'broken data']) {
    it(`name all of the group ${group}`, () => {
      const line = page.split('\n').find((text) => text.toLowerCase().startsWith(`- **${group}:**`)) ?? '';
      const told = [...line.matchAll(/`([\w-]+)`/g)].map(([, name]) => name);
      const names = listScenarios().filter((scenario) => scenario.group === group);
      assert.deepEqual(told.sort(), names.map(({ name }) => name).sort());
    });
  }
});

describe('the code of docs/simulator.md', () => {
  it('runs a backend in a process, and lets time pass', async () => {
    const { early, late } = await load<Record<'early' | 'late', { status: string }>>(
      'process',
      'export { early, late };',
    );
    assert.deepEqual([early.status, late.status], ['PENDING', 'OK']);
  });

  it('lets a page of your own open a bank window', async () => {
    await served(async (origin) => {
      const { proxy } = await load<{ proxy: LeanProxy }>('own page', '', ['http://127.0.0.1:4010', origin]);
      const answer = await proxy.fetch(
        new Request('http://127.0.0.1:3000/api/lean/link-session', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ method: 'connect' }),
        }),
      );
      const { access_token: token, sdk_url: script } = (await answer.json()) as Record<string, string>;
      assert.match(token ?? '', /^[\w-]+\.[\w-]+\.[\w-]+$/);
      assert.match((await fetch(script ?? '')).headers.get('content-type') ?? '', /javascript/);
    });
  });

  it('answers for Lean behind msw', async () => {
    const { handlers } = await load<{ handlers: Parameters<typeof setupServer> }>('msw');
    const server = setupServer(...handlers);
    server.listen({ onUnhandledRequest: 'error' });
    try {
      const form = { grant_type: 'client_credentials', scope: 'api' };
      const answer = await fetch('https://auth.sandbox.leantech.me/oauth2/token', {
        method: 'POST',
        body: new URLSearchParams({ ...form, client_id: 'simulator', client_secret: 'simulator' }),
      });
      assert.equal(answer.status, 200);
    } finally {
      server.close();
    }
  });

  it('steers a customer over HTTP', async () => {
    const { meet } = await load<{ meet(url: string, customerId: string, scenario: string): Promise<void> }>(
      'steering',
    );
    await served(async (origin, simulator) => {
      const { customer_id: customerId } = simulator.customer('someone');
      await meet(origin, customerId, 'rate-limit');
      assert.equal(simulator.link.scenario(customerId), 'rate-limit');
      await assert.rejects(meet(origin, customerId, 'no-such-scenario'), /INVALID_PARAMETERS/);
    });
  });

  it('leads the requests of a page to the simulator', async () => {
    interface Answer {
      status: number;
      headers: Record<string, string>;
      body: Buffer;
    }
    type Route = (route: { request(): object; fulfill(answer: Answer): Promise<void> }) => Promise<void>;
    const { toSimulator } = await load<{ toSimulator(url: string): Route }>('route');
    await served(async (origin) => {
      const got: Answer[] = [];
      // What Playwright hands over, as far as the code uses it.
      await toSimulator(origin)({
        request: () => ({
          url: () => 'https://cdn.leantech.me/link/loader/prod/ae/latest/lean-link-loader.min.js',
          method: () => 'GET',
          headers: () => ({ accept: '*/*' }),
          postData: () => null,
        }),
        fulfill: (answer) => Promise.resolve(void got.push(answer)),
      });
      assert.equal(got[0]?.status, 200);
      assert.match(got[0].headers['content-type'] ?? '', /javascript/);
      assert.ok(got[0].body.length > 10_000);
    });
  });

  for (const [outcome, status] of [
    ['good', 0],
    ['bad', 3],
  ] as const) {
    it(`runs tests beside it in CI and hands on a ${outcome} end`, () => {
      const tests = `${process.execPath} -e "fetch(process.env.LEAN_BASE_URL + '/_simulator/scenarios').then((a) => process.exit(a.ok ? ${String(status)} : 9))"`;
      const script = code('ci')
        .replace('node_modules/.bin/lean-elements', `${process.execPath} --import tsx src/cli.ts`)
        .replaceAll('simulator.log', '"$LOG"')
        .replace('npm test', tests);
      const ended = spawnSync('sh', ['-c', `LOG=$(mktemp); ${script}`], {
        encoding: 'utf8',
        timeout: 60_000,
      });
      assert.equal(ended.status, status, ended.stderr);
    });
  }
});
