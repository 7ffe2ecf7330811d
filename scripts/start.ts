/** `npm start`: the demo from the source, with files for its script tags made first. */
import { buildCdn } from './build.js';

await buildCdn();
process.argv.splice(2, 0, 'demo');
await import('../src/cli.js');
