/** The campaigns in their short form; `npm run load`, `test:ownership` and `test:webhooks` run the long one. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

async function run(name: string): Promise<{ code: number | null; output: string }> {
  const program = fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program, '--quick']);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (piece: Buffer) => (output += piece.toString()));
  }
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output };
}

const goals = {
  webhooks: 'loses no event, applies none twice and accepts nothing tampered, killed five times',
  ownership: 'gives no customer a byte of another',
  load: 'answers at its rate, and spares Lean when it fails',
};

describe('the backend', () => {
  for (const [name, goal] of Object.entries(goals)) {
    it(goal, { timeout: 120_000 }, async () => {
      const { code, output } = await run(name);
      assert.equal(code, 0, output);
      assert.match(output, /kept: /);
      assert.doesNotMatch(output, /MISSED/);
    });
  }
});
