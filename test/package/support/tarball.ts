import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** What `npm pack` makes, unpacked as an installation would have it. */
export interface UnpackedTarball {
  /** Paths below the package's root. */
  files: string[];
  root: string;
  remove(): void;
}

/** Packs what lies in `dist/` now, and lends it this project's dependencies. */
export function packAndUnpack(): UnpackedTarball {
  const folder = mkdtempSync(join(tmpdir(), 'lean-elements-pack-'));
  const answer = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [packed] = Object.values(
    JSON.parse(answer) as Record<string, { filename: string; files: { path: string }[] }>,
  );
  execFileSync('tar', ['-xzf', join(folder, packed!.filename), '-C', folder]);
  const root = join(folder, 'package');
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  return {
    root,
    files: packed!.files.map(({ path }) => path),
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}

/** A running command of the package. */
export interface RunningCommand {
  /** The address in the line that it printed. */
  origin: string;
  /** Asks it to stop; gives its exit code. */
  stop(): Promise<number | null>;
}

/** Starts the packed command line and waits for its `… listening on …` line; fails when it ends before that. */
export async function startCommand(root: string, ...words: string[]): Promise<RunningCommand> {
  const child = spawn(process.execPath, [join(root, 'dist/cli.js'), ...words], {
    cwd: tmpdir(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const origin = await Promise.race([
    listeningLine(child),
    ended.then((code) => {
      throw new Error(`"${words.join(' ')}" ended with code ${String(code)} before it listened`);
    }),
  ]);
  return {
    origin,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

async function listeningLine(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) {
    const match = /^\w+ listening on (http:\/\/127\.0\.0\.1:\d+)$/.exec(line);
    if (match?.[1]) return match[1];
  }
  return new Promise(() => undefined); // The end of the process tells why.
}
