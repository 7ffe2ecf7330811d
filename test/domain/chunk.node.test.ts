import assert from 'node:assert/strict';
import { it } from 'node:test';
import { chunksHaveCome, loadChunk } from '../../src/domain/chunk.js';

it('tells when no part is on its way any more, one that fails among them', async () => {
  let bring: (part: string) => void = () => undefined;
  let lose: (reason: Error) => void = () => undefined;
  const asked = loadChunk(() => new Promise<string>((resolve) => (bring = resolve)));
  const failing = loadChunk(() => new Promise<string>((_, reject) => (lose = reject)));
  let haveCome = false;
  const all = chunksHaveCome().then(() => (haveCome = true));
  bring('part');
  assert.equal(await asked, 'part');
  assert.equal(haveCome, false);
  lose(new TypeError('Failed to fetch'));
  await assert.rejects(failing, { code: 'chunk_missing' });
  assert.equal(await all, true);
});
