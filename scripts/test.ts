/**
 * Runs the test suites and closes with one line, `N passed, N failed`, over all of them.
 *
 *     node --import tsx scripts/test.ts [suite ...] [file or folder ...]
 *
 * Without a suite all run, after a build. A file or folder narrows the suites to what lies in it.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

interface Totals {
  passed: number;
  failed: number;
}

/** In the order in which they run: what tells most in the shortest time comes first. */
const suites = {
  unit: {
    files: nodeTests((file) => !/^test\/(package|journey|runtimes|proxy\/campaigns)\//.test(file)),
    needs: 'nothing',
  },
  /** Load and kills want the machine to themselves. */
  campaigns: { files: nodeTests((file) => file.startsWith('test/proxy/campaigns/')), needs: 'nothing' },
  browser: {
    files: testFiles((file) => !isNodeTest(file) && !file.startsWith('test/bench/')),
    needs: 'nothing',
  },
  package: { files: nodeTests((file) => file.startsWith('test/package/')), needs: 'build' },
  journey: { files: nodeTests((file) => file.startsWith('test/journey/')), needs: 'build' },
  runtimes: { files: nodeTests((file) => file.startsWith('test/runtimes/')), needs: 'build' },
} satisfies Record<string, { files: string[]; needs: 'nothing' | 'build' }>;

type SuiteName = keyof typeof suites;

function isSuite(name: string): name is SuiteName {
  return name in suites;
}

function isNodeTest(file: string): boolean {
  return file.endsWith('.node.test.ts');
}

function testFiles(wanted: (file: string) => boolean): string[] {
  return readdirSync('test', { recursive: true, encoding: 'utf8' })
    .map((file) => `test/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.test.ts') && !file.includes('/node_modules/') && wanted(file))
    .sort();
}

function nodeTests(wanted: (file: string) => boolean): string[] {
  return testFiles((file) => isNodeTest(file) && wanted(file));
}

/** The command line of a suite's runner. */
function command(suite: SuiteName, files: string[]): string[] {
  if (suite === 'browser') return ['node_modules/@web/test-runner/dist/bin.js', '--files', ...files];
  const reporters = ['spec', './scripts/totals-node.mjs'].flatMap((name) => [
    `--test-reporter=${name}`,
    '--test-reporter-destination=stdout',
  ]);
  // For a whole file, too: a test that hangs must not hold up the rest.
  const limit = `--test-timeout=${String(suite === 'journey' ? 600_000 : 300_000)}`;
  const concurrency = suite === 'unit' ? 2 : 1; // The others start servers and browsers of their own.
  return [
    '--import',
    'tsx',
    '--test',
    limit,
    `--test-concurrency=${String(concurrency)}`,
    ...reporters,
    ...files,
  ];
}

/** Runs one suite in its own process; a runner that dies without totals counts as one failure. */
async function run(suite: SuiteName, files: string[]): Promise<Totals> {
  console.log(`\n== ${suite}: ${String(files.length)} files`);
  const folder = mkdtempSync(join(tmpdir(), 'lean-elements-totals-'));
  const totalsFile = join(folder, 'totals.json');
  const code = await new Promise<number>((done, fail) => {
    const child = spawn(process.execPath, command(suite, files), {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, TEST_TOTALS_FILE: totalsFile },
    });
    child.on('error', fail);
    child.on('close', (exitCode) => {
      done(exitCode ?? 1);
    });
  });
  const totals = existsSync(totalsFile)
    ? (JSON.parse(readFileSync(totalsFile, 'utf8')) as Totals)
    : { passed: 0, failed: 0 };
  rmSync(folder, { recursive: true });
  if (code !== 0 && totals.failed === 0) totals.failed = 1;
  return totals;
}

const words = process.argv.slice(2);
const named = words.filter(isSuite);
const paths = words.filter((word) => !isSuite(word)).map((path) => relative('.', resolve(path)));
const chosen = named.length > 0 ? named : (Object.keys(suites) as SuiteName[]);
const inPaths = (file: string) =>
  paths.length === 0 || paths.some((path) => file === path || file.startsWith(`${path}/`));

const plan = chosen
  .map((suite) => ({ suite, files: suites[suite].files.filter(inPaths) }))
  .filter(({ files }) => files.length > 0);

if (plan.some(({ suite }) => suites[suite].needs === 'build')) {
  // In a process of its own: a build leaves NODE_ENV=production behind, with which the simulator refuses to run.
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { stdio: 'inherit' });
}

const sum: Totals = { passed: 0, failed: 0 };
for (const { suite, files } of plan) {
  const totals = await run(suite, files);
  sum.passed += totals.passed;
  sum.failed += totals.failed;
}
if (sum.passed + sum.failed === 0) {
  console.log('\nNo test ran: no test file matches.');
  sum.failed = 1;
}
console.log(`\n${String(sum.passed)} passed, ${String(sum.failed)} failed`);
process.exitCode = sum.failed > 0 ? 1 : 0;
