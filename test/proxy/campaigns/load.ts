/**
 * Three hundred requests a second for a minute, from a thousand customers, once with a healthy Lean and once with a
 * tenth of its answers failing.
 *
 *     npm run load [-- --quick]
 *
 * Visitors, backend and Lean's stand-in are three processes. Every customer's data holds a canary, and no answer may
 * hold another's.
 */
import { once } from 'node:events';
import { join } from 'node:path';
import { startProcess, startProxyProcess, withFolder, type ServerProcess } from './child.js';
import type { LeanServerCount, LeanServerMessage, LeanServerSettings } from './lean-server.js';
import type { LoadOutcome, LoadSettings } from './load-generator.js';
import { atLeast, atMost, isQuick, none, print, profileFolder, seconds, type Figure } from './report.js';

const DELAY_MS = 30;
const TRIES = 3;
const LOAD = isQuick
  ? { customers: 100, rate: 100, seconds: seconds ?? 3 }
  : { customers: 1000, rate: 300, seconds: seconds ?? 60 };
/** Beside other tests only the best of some rounds tells of the backend and not of its neighbours. */
const ROUNDS = isQuick ? 3 : 1;

async function countOf(lean: ServerProcess): Promise<LeanServerCount> {
  const answer = once(lean.child, 'message') as Promise<[LeanServerCount]>;
  lean.child.send({ count: true } satisfies LeanServerMessage);
  return (await answer)[0];
}

async function run(faultShare: number): Promise<boolean> {
  const leanSettings: LeanServerSettings = { delayMs: DELAY_MS, rowsPerPage: 100 };
  return withFolder(async (folder) => {
    const lean = await startProcess('./lean-server.ts', leanSettings);
    const profiling = profileFolder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`];
    const store = { lmdb: join(folder, 'store') };
    const proxy = await startProxyProcess({ upstream: lean.origin, store }, profiling);
    const settings: LoadSettings = { origin: proxy.origin, tries: TRIES, ...LOAD };
    const visitors = await startProcess('./load-generator.ts', settings);
    try {
      lean.child.send({ faultShare } satisfies LeanServerMessage);
      const before = await countOf(lean);
      const outcome = once(visitors.child, 'message') as Promise<[LoadOutcome]>;
      visitors.child.send('go');
      const [found] = await outcome;
      const after = await countOf(lean);
      const counted = { calls: after.calls - before.calls, failed: after.failed - before.failed };
      return print(
        `${found.answers} requests at ${LOAD.rate}/s, ${LOAD.customers} customers, ${faultShare * 100} % of Lean's answers fail`,
        figuresOf(faultShare, found, counted),
      );
    } finally {
      if (profileFolder !== undefined) {
        proxy.child.send('end');
        await once(proxy.child, 'exit');
      } else await proxy.kill();
      await Promise.all([lean.kill(), visitors.kill()]);
    }
  });
}

function figuresOf(faultShare: number, found: LoadOutcome, { calls, failed }: LeanServerCount): Figure[] {
  const at = (share: number) => (found.times[Math.floor((found.times.length - 1) * share)] ?? NaN) - DELAY_MS;
  const callsPerAnswer = calls / found.succeeded;
  const p99 = 'p99 above the delay of Lean, ms';
  return [
    { name: 'p50 above the delay of Lean, ms', value: at(0.5).toFixed(1) },
    faultShare === 0 ? atMost(p99, at(0.99), 60, 1) : { name: p99, value: at(0.99).toFixed(1) },
    { name: 'largest, ms', value: at(1).toFixed(1) },
    { name: 'a request was sent late by at most, ms', value: found.latestStartMs.toFixed(1) },
    faultShare === 0
      ? none('answers that were errors, before any second try', found.firstFailures)
      : atLeast('succeeded in the end, %', (100 * found.succeeded) / found.answers, 99.5, 3),
    none("answers with another customer's canary", found.foreign),
    atLeast('own canaries seen, for each answer', found.own / found.answers, 1, 1),
    { name: 'calls to Lean, and how many failed', value: `${calls}, ${failed}` },
    atMost('calls to Lean for each answer', callsPerAnswer, 1.3, 3),
  ];
}

for (const faultShare of [0, 0.1]) {
  let isKept = false;
  for (let round = 1; round <= ROUNDS && !isKept; round += 1) isKept = await run(faultShare);
  if (!isKept) process.exitCode = 1;
}
