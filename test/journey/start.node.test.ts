import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startServer } from '../support/processes.js';

describe('npm start', () => {
  it('builds what is needed and serves the demo', async () => {
    const demo = await startServer(['--import', 'tsx', 'scripts/start.ts']);
    const page = await (await fetch(demo.origin)).text();
    const script = await fetch(`${demo.origin}/lean-elements.js`);
    assert.equal((await demo.stop()).code, 0);
    assert.match(page, /<lean-provider proxy="\/api\/lean">/);
    assert.equal(script.status, 200);
  });
});
