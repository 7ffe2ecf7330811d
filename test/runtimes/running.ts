/** Starts the servers of `servers/` as a person would, and ends exactly those. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const FOLDER = fileURLToPath(new URL('.', import.meta.url));
export const SERVERS = `${FOLDER}servers/`;
/** Long enough for a busy machine with two cores. */
const START_LIMIT_MS = 60_000;

/** The packages of the runtimes, apart from the product's own: 700 MB, so they come when they are first needed. */
export function ensurePackages(): void {
  if (!existsSync(`${FOLDER}node_modules/.package-lock.json`)) {
    console.log('Installing the runtimes, once: npm ci in test/runtimes');
    execFileSync('npm', ['ci'], { cwd: FOLDER, stdio: 'inherit' });
  }
  const link = `${FOLDER}node_modules/lean-elements`;
  if (!existsSync(link)) symlinkSync('../../..', link);
}

/** The command of a package of `test/runtimes`. */
export function binary(name: string): string {
  return `${FOLDER}node_modules/.bin/${name}`;
}

/** Runs a command to its end. Throws what it said when it fails. */
export function runOnce(words: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): void {
  const [command = '', ...rest] = words;
  execFileSync(command, rest, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
}

export interface RunningServer {
  /** Ends the process, and this one only. */
  stop(): Promise<void>;
}

/** Starts a server; resolves once `origin` answers. Rejects with what it said when it ends before, or never does. */
export async function startServer(
  words: readonly string[],
  { cwd, env, origin }: { cwd: string; env: NodeJS.ProcessEnv; origin: string },
): Promise<RunningServer> {
  const [command = '', ...rest] = words;
  const child = spawn(command, rest, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => (said += error.message));
    child.once('close', () => resolve());
  });
  const stop = async () => {
    child.kill('SIGTERM');
    const limit = setTimeout(() => child.kill('SIGKILL'), 5000);
    await ended;
    clearTimeout(limit);
  };
  const giveUpAt = Date.now() + START_LIMIT_MS;
  for (;;) {
    if (child.pid === undefined || child.exitCode !== null) throw new Error(`The server ended: ${said}`);
    if (Date.now() > giveUpAt) {
      await stop();
      throw new Error(`The server did not answer: ${said}`);
    }
    const answers = await fetch(origin).then(
      (response) => response.text().then(() => true),
      () => false,
    );
    if (answers) return { stop };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
