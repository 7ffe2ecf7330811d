import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { run, startServer } from '../support/processes.js';

/** The README's server, byte for byte but for its port and a stand-in for the host's session. */
function readmeServer(): string {
  const shown = /<!-- tested: proxy -->\s+```js\n([^]*?)```/.exec(readFileSync('README.md', 'utf8'))?.[1];
  assert.ok(shown, 'README.md shows a server');
  return shown.replace(
    '.listen(3000)',
    `.listen(0, '127.0.0.1', function () { console.log(' listening on http://127.0.0.1:' + this.address().port); })`,
  );
}

const SESSION = `const yourSession = (request) => request.headers.get('cookie') ? { appUserId: 'sample' } : null;\n`;
const CREDENTIALS = {
  LEAN_CLIENT_ID: 'sample-client',
  LEAN_CLIENT_SECRET: 'sample-secret-of-the-readme',
  LEAN_APP_TOKEN: 'sample-client',
  LEAN_WEBHOOK_SECRET: 'sample-webhook-secret',
};

describe("The README's server", () => {
  it('starts as it stands there and asks who is signed in', async () => {
    const words = ['--input-type=module', '--eval', SESSION + readmeServer()];
    const server = await startServer(words, CREDENTIALS);
    const answer = await fetch(`${server.origin}/api/lean/entities`);
    assert.equal(answer.status, 401);
    await server.stop();
  });

  it('does not start without credentials', async () => {
    const { code, stderr } = await run(['--input-type=module', '--eval', SESSION + readmeServer()]);
    assert.notEqual(code, 0);
    assert.match(stderr, /createLeanProxy: .*\blean\.\w+/);
  });
});
