/** Starts the package's commands as the processes a person would start, and ends exactly those. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Long enough for a busy machine with two cores. */
const START_LIMIT_MS = 60_000;

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface RunningServer {
  /** The address it printed. */
  readonly origin: string;
  /** Sends SIGTERM to this process alone and waits for its end. */
  stop(signal?: 'SIGTERM' | 'SIGINT'): Promise<Ended>;
}

/** How Node is called for a command: the built one, or the source through tsx. */
export const BUILT = ['dist/cli.js'];
export const SOURCE = ['--import', 'tsx', 'src/cli.ts'];

function start(words: readonly string[], env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, words, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...said }));
  });
  return { child, said, ended };
}

/** Runs a command to its end. */
export function run(words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return start(words, env).ended;
}

/** Starts a server and waits for the line in which it tells its address. Rejects when it ends before. */
export async function startServer(
  words: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<RunningServer> {
  const { child, said, ended } = start(words, env);
  const address = new Promise<string>((resolve) => {
    child.stdout.on('data', () => {
      const found = / listening on (http:\/\/127\.0\.0\.1:\d+)\n/.exec(said.stdout)?.[1];
      if (found) resolve(found);
    });
  });
  const limit = setTimeout(() => child.kill('SIGKILL'), START_LIMIT_MS);
  const early = ended.then(({ code }) => {
    throw new Error(`The server ended (${code}) before it listened: ${said.stderr}`);
  });
  const origin = await Promise.race([address, early]).finally(() => clearTimeout(limit));
  early.catch(() => undefined); // It listens: how it ends is for whoever stops it.
  return {
    origin,
    stop(signal = 'SIGTERM') {
      child.kill(signal);
      return ended;
    },
  };
}
