/** `npm start`: the demo from the source, with files for its script tags made first. */
import { execFileSync } from 'node:child_process';

// In a process of its own: a Vite build leaves NODE_ENV=production behind, in which the simulator does not run.
execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts', 'cdn'], { stdio: 'inherit' });
// Stopping npm ends the shell that it started, which does not pass the signal on to us.
const { ppid } = process;
setInterval(() => {
  if (process.ppid !== ppid) process.kill(process.pid, 'SIGTERM');
}, 500).unref();

process.argv.splice(2, 0, 'demo');
await import('../src/cli.js');
