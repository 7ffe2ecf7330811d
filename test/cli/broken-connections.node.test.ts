import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { run, SOURCE, startServer, type RunningServer } from '../support/processes.js';

describe('the simulator as a server', () => {
  let server: RunningServer;
  let entityId: string;
  let customerId: string;
  let authorization: string;

  const json = async (path: string, init: RequestInit = {}) =>
    (await (await fetch(server.origin + path, init)).json()) as Record<string, string>;
  const body = (value: object): RequestInit => ({
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify(value),
  });
  const meet = (scenario: string) =>
    json(`/_simulator/customers/${customerId}/scenario`, { method: 'PUT', ...body({ scenario }) });
  const accounts = () =>
    fetch(`${server.origin}/data/v2/accounts?entity_id=${entityId}`, { headers: { authorization } });

  /** The code of the system error that a failed fetch carries. */
  async function codeOf(asked: Promise<unknown>): Promise<unknown> {
    const error: unknown = await asked.then(
      () => assert.fail('It answered.'),
      (thrown: unknown) => thrown,
    );
    return ((error as Error).cause as { code?: string }).code;
  }

  before(async () => {
    server = await startServer([...SOURCE, 'simulate']);
    const form = { grant_type: 'client_credentials', scope: 'api' };
    const token = await json('/oauth2/token', {
      method: 'POST',
      body: new URLSearchParams({ ...form, client_id: 'simulator', client_secret: 'simulator' }),
    });
    authorization = `Bearer ${token['access_token'] ?? ''}`;
    const customer = await json('/customers/v1', { method: 'POST', ...body({ app_user_id: 'someone' }) });
    customerId = customer['customer_id'] ?? '';
    const path = `/_simulator/customers/${customerId}/entities`;
    entityId = (await json(path, { method: 'POST', ...body({}) }))['id'] ?? '';
  });
  after(() => server.stop());

  it('resets the socket where the scenario breaks the connection before the answer', async () => {
    await meet('reset-before-headers');
    assert.equal(await codeOf(accounts()), 'ECONNRESET');
  });

  it('resets the socket in the middle of an answer', async () => {
    await meet('reset');
    const answer = await accounts();
    assert.deepEqual([answer.status, answer.headers.get('x-lean-simulator-fault')], [200, 'reset']);
    assert.equal(await codeOf(answer.text()), 'ECONNRESET');
  });

  it('breaks off an answer that promised more bytes', async () => {
    await meet('content-length-lie');
    const answer = await accounts();
    assert.ok(Number(answer.headers.get('content-length')) > 1000);
    await assert.rejects(answer.text());
  });

  it('sends gzip that cannot be unpacked', async () => {
    await meet('gzip-error');
    await assert.rejects(async () => (await accounts()).text());
  });

  it('works again after a break', async () => {
    await meet('reset-before-headers-once');
    await assert.rejects(accounts());
    assert.equal((await accounts()).status, 200);
  });

  it('says nothing on its console of a connection it broke', async () => {
    await meet('reset');
    await assert.rejects(async () => (await accounts()).text());
    await meet('reset-before-headers');
    await assert.rejects(accounts());
    const { code, stderr } = await server.stop();
    assert.deepEqual([code, stderr], [0, '']);
  });
});

describe('lean-elements simulate --scenarios', () => {
  it('lists every scenario with its meaning and ends', async () => {
    const { code, stdout } = await run([...SOURCE, 'simulate', '--scenarios']);
    assert.equal(code, 0);
    assert.match(stdout, /^slow-sync-40s +Accounts after 12 seconds, everything after 40\.$/m);
    assert.match(stdout, /^http-503-20s +/m);
    assert.ok(stdout.trim().split('\n').length > 80);
  });

  it('starts no server, whatever else is said', async () => {
    const { code, stdout } = await run([...SOURCE, 'simulate', '--scenarios', '--port', '70000']);
    assert.equal(code, 2);
    assert.doesNotMatch(stdout, /listening/);
  });

  it('lets every customer meet the scenario it was started with', async () => {
    const server = await startServer([...SOURCE, 'simulate', '--scenario', 'rate-limit']);
    try {
      const scenarios = await fetch(`${server.origin}/_simulator/scenarios`);
      assert.equal(scenarios.status, 200);
    } finally {
      await server.stop();
    }
    const { code, stderr } = await run([...SOURCE, 'simulate', '--scenario', 'no-such']);
    assert.equal(code, 2);
    assert.match(stderr, /--scenarios/);
  });
});
