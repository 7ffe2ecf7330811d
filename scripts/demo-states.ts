/** `npm run demo:states`: serves the demo and prints where every state of every element stands, until it is stopped. */
import { execFileSync } from 'node:child_process';
import { startDemo } from '../src/cli/demo/start.js';

// In a process of its own: a Vite build leaves NODE_ENV=production behind, in which the simulator does not run.
execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts', 'cdn'], { stdio: 'inherit' });
const demo = await startDemo({ port: 0 });
console.log(`states on ${demo.origin}/states.html`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void demo.close());
