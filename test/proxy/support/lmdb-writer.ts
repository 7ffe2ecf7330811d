/** Writes to an LMDB store for as long as it lives and says which keys were acknowledged; killed by its test. */
import { lmdbStorage } from '../../../src/proxy/index.js';

const [path = '', name = ''] = process.argv.slice(2);
const storage = lmdbStorage({ path });
for (let index = 0; ; index += 1) {
  const key = `event/${name}-${index}`;
  await storage.putIfAbsent(key, new TextEncoder().encode(key.padEnd(500)));
  process.stdout.write(`${key}\n`);
}
