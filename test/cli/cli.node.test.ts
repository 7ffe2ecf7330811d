import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { run, SOURCE, startServer, type RunningServer } from '../support/processes.js';

const cli = (...words: string[]) => [...SOURCE, ...words];

describe('lean-elements', () => {
  it('says how it is used when it is told nothing', async () => {
    const { code, stderr } = await run(cli());
    assert.equal(code, 2);
    assert.match(stderr, /Usage:/);
  });

  for (const words of [['--help'], ['-h'], ['demo', '--help'], ['simulate', '--help'], ['check', '-h']]) {
    it(`prints its usage when asked with "${words.join(' ')}"`, async () => {
      const { code, stdout, stderr } = await run(cli(...words));
      assert.equal(code, 0);
      assert.match(stdout, /^Usage:[^]*lean-elements simulate/);
      assert.equal(stderr, '');
    });
  }

  it('refuses a command it does not have', async () => {
    const { code, stderr } = await run(cli('fly'));
    assert.equal(code, 2);
    assert.match(stderr, /no command "fly"/);
  });
});

describe('lean-elements simulate', () => {
  let server: RunningServer;
  before(async () => {
    server = await startServer(
      cli('simulate', '--region', 'sa', '--client-id', 'someone', '--client-secret', 'their-secret'),
    );
  });
  after(() => server.stop());

  const token = (clientSecret: string) =>
    fetch(`${server.origin}/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        scope: 'api',
        client_id: 'someone',
        client_secret: clientSecret,
      }),
    });

  it('takes the credentials it was started with and no others', async () => {
    assert.equal((await token('their-secret')).status, 200);
    assert.notEqual((await token('simulator')).status, 200);
  });

  it('serves the banks of the region it was started with', async () => {
    const { access_token: accessToken } = (await (await token('their-secret')).json()) as {
      access_token: string;
    };
    const answer = await fetch(`${server.origin}/banks/v1`, {
      headers: { authorization: `Bearer ${accessToken}` },
    });
    const countries = ((await answer.json()) as { country_code: string }[]).map((bank) => bank.country_code);
    assert.ok(countries.length >= 2);
    assert.deepEqual([...new Set(countries)], ['SAU']);
  });

  it('serves the control API', async () => {
    const answer = await fetch(`${server.origin}/_simulator/scenarios`);
    assert.equal(answer.status, 200);
    assert.match(await answer.text(), /reconnect-otp/);
  });

  it('says why when its port is taken', async () => {
    const { code, stderr } = await run(cli('simulate', '--port', new URL(server.origin).port));
    assert.equal(code, 1);
    assert.match(stderr, /EADDRINUSE/);
  });

  it('refuses an option it does not have', async () => {
    const { code, stderr } = await run(cli('simulate', '--speed', '9'));
    assert.equal(code, 2);
    assert.match(stderr, /--speed/);
  });

  for (const [words, reason] of [
    [['--port', '70000'], /--port/],
    [['--region', 'bh'], /--region/],
    [['--webhook-url', 'ftp://x'], /--webhook-url/],
    [['extra'], /extra/],
  ] as const) {
    it(`refuses "${words.join(' ')}"`, async () => {
      const { code, stderr } = await run(cli('simulate', ...words));
      assert.equal(code, 2);
      assert.match(stderr, reason);
    });
  }

  it('refuses to run in production', async () => {
    const { code, stderr } = await run(cli('simulate'), { NODE_ENV: 'production' });
    assert.equal(code, 1);
    assert.match(stderr, /production/);
  });

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    it(`stops cleanly at ${signal}`, async () => {
      const own = await startServer(cli('simulate'));
      const { code, stderr } = await own.stop(signal);
      assert.equal(code, 0);
      assert.equal(stderr, '');
    });
  }
});
