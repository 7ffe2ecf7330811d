import assert from 'node:assert/strict';
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Storage } from '../../../src/proxy/index.js';

export interface Driver {
  name: string;
  /** A store that nobody else uses; called twice for two doors to the same one. */
  open(): Storage;
  /** Lets `ttlSeconds` pass for the driver's clock. */
  pass(seconds: number): Promise<void>;
  start?(): Promise<void>;
  /** Where another process finds the store; left out where a store ends with its process. */
  where?(): { lmdb: string } | { redis: string };
  /** Ends the store's own server at once and starts it again, where it has one. */
  crash?(): Promise<void>;
  stop?(): Promise<void>;
}

const bytes = (...values: number[]) => new Uint8Array(values);
const text = (value: Uint8Array | undefined) =>
  value === undefined ? undefined : new TextDecoder().decode(value);
const utf8 = (value: string) => new TextEncoder().encode(value);

function spawnWriter(driver: Driver, ...rest: string[]): ChildProcessByStdio<null, Readable, null> {
  const program = fileURLToPath(new URL('./storage-writer.ts', import.meta.url));
  const words = ['--import', 'tsx', program, JSON.stringify(driver.where?.()), ...rest];
  return spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** The keys that a process got which wants them all. */
async function contest(driver: Driver, name: string): Promise<string[]> {
  const child = spawnWriter(driver, name, '300');
  let said = '';
  child.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  assert.equal(code, 0);
  return said.split('\n').filter((line) => line !== '');
}

/** The keys that were acknowledged to a process before it was killed in the middle of its writing. */
async function writeUntilKilled(driver: Driver, name: string): Promise<string[]> {
  const child = spawnWriter(driver, name);
  let said = '';
  child.stdout.on('data', (piece: Buffer) => {
    said += piece.toString();
    if (said.split('\n').length > 100) child.kill('SIGKILL');
  });
  await once(child, 'close');
  // The last line may have been cut off.
  return said.split('\n').slice(0, -1);
}

/** What every driver must do, whatever it is made of. */
export function describeStorage(driver: Driver): void {
  describe(`${driver.name} storage`, () => {
    let first: Storage;
    let second: Storage;
    before(async () => {
      await driver.start?.();
      first = driver.open();
      second = driver.open();
    });
    after(async () => {
      await first.close?.();
      await second.close?.();
      await driver.stop?.();
    });

    // What memory holds ends with its process.
    const itBetweenProcesses = (name: string, test: () => Promise<void>): void => {
      if (driver.where !== undefined) it(name, test);
    };

    it('gives back the bytes it was given, all 256 of them, and none at all', async () => {
      const all = bytes(...Array.from({ length: 256 }, (_, value) => value));
      await first.put('bytes/all', all);
      await first.put('bytes/none', bytes());
      assert.deepEqual(await first.get('bytes/all'), all);
      assert.deepEqual(await second.get('bytes/none'), bytes());
      assert.equal(await first.get('bytes/nothing'), undefined);
    });

    it('keeps its own copy', async () => {
      const value = bytes(1, 2, 3);
      await first.put('copy', value);
      value[0] = 9;
      const read = await first.get('copy');
      assert.deepEqual(read, bytes(1, 2, 3));
      read.fill(7);
      assert.deepEqual(await first.get('copy'), bytes(1, 2, 3));
    });

    it('replaces and removes', async () => {
      await first.put('change', utf8('one'));
      await second.put('change', utf8('two'));
      assert.equal(text(await first.get('change')), 'two');
      await first.delete('change');
      await first.delete('change');
      assert.equal(await second.get('change'), undefined);
    });

    it('writes once where many write at once, from both doors', async () => {
      for (let round = 0; round < 20; round += 1) {
        const writes = Array.from({ length: 20 }, (_, writer) =>
          (writer % 2 === 0 ? first : second).putIfAbsent(`race/${round}`, utf8(String(writer))),
        );
        const wrote = (await Promise.all(writes)).flatMap((didWrite, writer) =>
          didWrite ? [String(writer)] : [],
        );
        assert.equal(wrote.length, 1);
        assert.equal(text(await first.get(`race/${round}`)), wrote[0]);
      }
    });

    it('forgets what has expired and lets it be written again', async () => {
      await first.put('brief/put', utf8('x'), 1);
      assert.equal(await first.putIfAbsent('brief/claim', utf8('x'), 1), true);
      assert.equal(await second.putIfAbsent('brief/claim', utf8('y'), 1), false);
      await first.put('brief/kept', utf8('x'), 1);
      await first.put('brief/kept', utf8('y'));
      await driver.pass(1.1);
      assert.equal(await first.get('brief/put'), undefined);
      assert.deepEqual(await second.list('brief/'), ['brief/kept']);
      assert.equal(await second.putIfAbsent('brief/claim', utf8('z'), 60), true);
      assert.equal(text(await first.get('brief/claim')), 'z');
      await first.put('brief/more', utf8('x'));
      assert.deepEqual(await first.list('brief/'), ['brief/claim', 'brief/kept', 'brief/more']);
    });

    it('lists what starts with a prefix, in order, and nothing else', async () => {
      for (const key of ['list/b', 'list/a/2', 'list/a/10', 'list', 'listen', 'list/a', 'lis', 'list0']) {
        await first.put(key, utf8(key));
      }
      assert.deepEqual(await second.list('list/'), ['list/a', 'list/a/10', 'list/a/2', 'list/b']);
      assert.deepEqual(await second.list('list/a/'), ['list/a/10', 'list/a/2']);
      assert.deepEqual(await second.list('list/z'), []);
      assert.ok((await second.list('')).includes('listen'));
    });

    it('keeps keys apart that look alike', async () => {
      const keys = [
        'hostile/a:b',
        'hostile/a/b',
        'hostile/a*',
        'hostile/a?',
        'hostile/[a]',
        'hostile/a b',
        'hostile/{a}',
        'hostile/A',
        'hostile/a',
        'hostile/..',
        'hostile/__proto__',
        'hostile/\\',
        `hostile/${'x'.repeat(290)}`,
      ];
      for (const key of keys) await first.put(key, utf8(key));
      for (const key of keys) assert.equal(text(await second.get(key)), key);
      assert.deepEqual(await second.list('hostile/'), [...keys].sort());
      assert.deepEqual(await second.list('hostile/a*'), ['hostile/a*']);
    });

    itBetweenProcesses('lets one of three processes have each key they all want', async () => {
      const names = ['one', 'two', 'three'];
      const got = await Promise.all(names.map((name) => contest(driver, name)));
      assert.deepEqual(
        got.flat().sort(),
        Array.from({ length: 300 }, (_, index) => `contest/${index}`).sort(),
      );
      for (const [index, name] of names.entries()) {
        for (const key of got[index] ?? []) assert.equal(text(await first.get(key)), name);
      }
    });

    itBetweenProcesses('has every key it acknowledged to a process that was killed', async () => {
      const acknowledged: string[] = [];
      for (const round of ['first', 'second', 'third'])
        acknowledged.push(...(await writeUntilKilled(driver, round)));
      assert.ok(acknowledged.length >= 300);
      await driver.crash?.();
      for (const key of acknowledged) assert.equal(text(await first.get(key))?.trim(), key);
      const kept = new Set(await second.list('event/'));
      assert.deepEqual(
        acknowledged.filter((key) => !kept.has(key)),
        [],
      );
    });

    it('keeps a megabyte', async () => {
      const large = new Uint8Array(1_000_000).fill(7);
      await first.put('large', large);
      assert.deepEqual(await second.get('large'), large);
    });
  });
}
