/** The campaigns in their short form; `npm run load`, `test:ownership` and `test:webhooks` run the long one. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { run } from '../../support/processes.js';

const goals = {
  webhooks: 'loses no event, applies none twice and accepts nothing tampered, killed five times',
  ownership: 'gives no customer a byte of another',
  load: 'answers at its rate, and spares Lean when it fails',
};

describe('the backend', () => {
  for (const [name, goal] of Object.entries(goals)) {
    it(goal, { timeout: 120_000 }, async () => {
      const program = `test/proxy/campaigns/${name}.ts`;
      const { code, stdout, stderr } = await run(['--import', 'tsx', program, '--quick']);
      const output = stdout + stderr;
      assert.equal(code, 0, output);
      assert.match(output, /kept: /);
      assert.doesNotMatch(output, /MISSED/);
    });
  }
});
