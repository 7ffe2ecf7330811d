/**
 * Proves that the tests of faults guard something: takes away one defence after the other and expects the fault's
 * own test to fail.
 *
 *     npm run test:defences [-- --only K3,U2] [-- --why]
 *
 * Nothing on the disk changes. `--why` shows the failures that were expected.
 */
import { parseArgs } from 'node:util';
import { startTestRunner } from '@web/test-runner';
import base from '../../../web-test-runner.config.mjs';
import { defences } from './all.js';
import { prefixOf, takeDefenceOut, takePrefixOff } from './served-without.js';
import { testsOf, verdictUntouched, verdictWithout, type PageResult, type Verdict } from './verdict.js';

const { values } = parseArgs({ options: { only: { type: 'string' }, why: { type: 'boolean' } } });
const only = values.only?.split(',').map((fault) => fault.trim());
const chosen = defences.filter(({ fault }) => only === undefined || only.includes(fault));
const testFiles = [...new Set(chosen.map(({ test }) => test))];

const UNTOUCHED = 'untouched ';
const groups = [
  ...testFiles.map((test) => {
    const named = chosen.filter((defence) => defence.test === test).map((defence) => defence.named);
    return group(UNTOUCHED + test, test, '', named);
  }),
  ...chosen.map(({ test, named }, number) => group(String(number), test, prefixOf(number), [named])),
];

/** One page: the tests of a file that have one of the names, with all modules below a prefix. */
function group(name: string, test: string, prefix: string, named: readonly string[]) {
  const pattern = [...new Set(named)].map((title) => title.replace(/[/\\^$*+?.()|[\]{}]/g, '\\$&')).join('|');
  const framework = { ...base.testFramework.config, grep: `/${pattern}/` };
  return {
    name,
    files: [test],
    testRunnerHtml: (testFramework: string) =>
      base.testRunnerHtml(testFramework).replace(
        '<script type="module"',
        `<script type="module">
          const config = window.__WTR_CONFIG__;
          config.testFile = '${prefix}/' + config.testFile.replace(/^(\\.?\\/)+/, '');
          config.testFrameworkConfig = ${JSON.stringify(framework)};
        </script><script type="module"`,
      ),
  };
}

async function results(): Promise<Map<string, PageResult>> {
  const runner = await startTestRunner({
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
    config: {
      ...base,
      files: undefined,
      groups,
      plugins: [takeDefenceOut(chosen), ...base.plugins],
      middleware: [takePrefixOff(chosen), ...base.middleware],
      reporters: [],
      testsFinishTimeout: 120_000,
    },
  });
  if (runner === undefined) throw new Error('The test runner did not start.');
  let ended = 0;
  runner.sessions.on('session-status-updated', ({ status }) => {
    if (status !== 'FINISHED') return;
    ended += 1;
    if (process.stderr.isTTY) process.stderr.write(`\r${String(ended)} of ${String(groups.length)} pages`);
  });
  await new Promise((resolve) => runner.on('stopped', resolve));
  return new Map([...runner.sessions.all()].map((session) => [session.group.name, session]));
}

const NOTHING: PageResult = { errors: [] };
const pages = await results();
let proved = 0;
for (const [number, { fault, what, test, named }] of chosen.entries()) {
  const page = pages.get(String(number)) ?? NOTHING;
  const untouched = verdictUntouched(pages.get(UNTOUCHED + test) ?? NOTHING, named);
  const verdict: Verdict = untouched.isProof ? verdictWithout(page) : untouched;
  if (verdict.isProof) proved += 1;
  console.log(`${verdict.isProof ? ' ' : '✗'} ${fault} ${what}: ${verdict.words}`);
  if (values.why || !verdict.isProof) {
    for (const { title, error } of testsOf(page)) if (error) console.log(`      ${title}\n        ${error}`);
  }
}
console.log(`\n${String(proved)} of ${String(chosen.length)} defences proved`);
if (proved < chosen.length || chosen.length === 0) process.exitCode = 1;
