import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Finding } from '../../src/cli/check/finding.js';
import { Unreachable } from '../../src/cli/check/probe.js';
import { listen, type Listener } from '../../src/cli/listen.js';
import { run, SOURCE } from '../support/processes.js';
import { brokenIn, createBackend, look } from './check-backend.js';
import { mistakes } from './check-mistakes.js';

describe('lean-elements check', () => {
  it('finds nothing broken in the reference backend, and sees nearly everything', async () => {
    const findings = await look(await createBackend());
    assert.deepEqual(brokenIn(findings), []);
    assert.deepEqual(
      findings.filter(({ outcome }) => outcome === 'unseen'),
      [],
    );
    assert.ok(findings.length > 100);
  });

  /** Promises that some mistake below was seen to break. */
  const promisesBroken = new Set<string>();

  for (const [name, { promise, make }] of Object.entries(mistakes)) {
    it(`names the mistake and its mending of a backend that ${name}`, async () => {
      const broken = brokenIn(await look(make(await createBackend())));
      for (const finding of broken) promisesBroken.add(finding.promise);
      const found = broken.find((finding) => promise.test(finding.promise));
      assert.ok(found, JSON.stringify(broken, null, 1));
      assert.ok(found.mend);
      assert.ok(found.seen);
    });
  }

  it('has been seen to miss every promise it looks at', async () => {
    const promises = new Set((await look(await createBackend())).map((finding) => finding.promise));
    assert.deepEqual(
      [...promises].filter((promise) => !promisesBroken.has(promise)),
      [],
    );
  });

  it('repeats no id and no token in what it says', async () => {
    const handle = await createBackend();
    const secrets: string[] = [];
    const findings = await look(async (request) => {
      const response = await handle(request);
      const text = await response.clone().text();
      secrets.push(
        ...[...text.matchAll(/"(?:access_token|id|account_id|customer_id)":\s*"([^"]+)"/g)].map(
          (found) => found[1] ?? '',
        ),
      );
      return response;
    });
    const said = JSON.stringify(findings);
    assert.ok(secrets.length > 5);
    for (const secret of secrets) assert.ok(!said.includes(secret));
  });

  it('can say nothing without a session that is accepted', async () => {
    await assert.rejects(look(await createBackend(), {}), Unreachable);
    await assert.rejects(look(await createBackend(), { authorization: 'Bearer none' }), Unreachable);
  });

  describe('as a command', () => {
    let server: Listener;
    before(async () => {
      const handle = await createBackend();
      server = await listen(0);
      const isBroken = (request: Request) => new URL(request.url).pathname.startsWith('/broken');
      server.serve((request) => (isBroken(request) ? Response.json({}) : handle(request)));
    });
    after(() => server.close());

    const check = (...words: string[]) => run([...SOURCE, 'check', ...words]);
    const session = ['--header', 'authorization: Bearer token-of-amal'];

    it('exits 0 for a backend that keeps the contract', async () => {
      const { code, stdout } = await check(`${server.origin}/api/lean`, ...session);
      assert.match(stdout, /\d+ kept, 0 broken, 1 unseen/);
      assert.equal(code, 0);
    });

    it('exits 1 and names what is broken for one that does not', async () => {
      const { code, stdout } = await check(`${server.origin}/broken`, ...session, '--json');
      const said = JSON.parse(stdout) as { broken: number; findings: Finding[] };
      assert.equal(code, 1);
      assert.equal(said.broken, brokenIn(said.findings).length);
      assert.ok(said.broken > 30);
    });

    it('exits 2 when there is nothing to look at', async () => {
      assert.equal((await check('http://127.0.0.1:9', ...session)).code, 2);
      assert.equal((await check(`${server.origin}/api/lean`)).code, 2);
      assert.equal((await check('nonsense')).code, 2);
      assert.equal((await check()).code, 2);
      assert.equal((await check(`${server.origin}/api/lean`, '--header', 'no header')).code, 2);
    });
  });
});
