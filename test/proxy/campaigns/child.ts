import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProxyServerSettings } from './proxy-server.js';

export interface ServerProcess {
  origin: string;
  /** Its process, for a test that looks at more than its answers. */
  child: ChildProcess;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/** Starts a program of this folder as a process of its own; it says its origin in its first line. */
export async function startProcess(
  program: string,
  settings: object,
  nodeArguments: readonly string[] = [],
): Promise<ServerProcess> {
  const file = fileURLToPath(new URL(program, import.meta.url));
  const child = spawn(
    process.execPath,
    [...nodeArguments, '--import', 'tsx', file, JSON.stringify(settings)],
    { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const origin = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code}`)));
  });
  return {
    origin,
    child,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Starts the backend as a process of its own. */
export function startProxyProcess(
  settings: ProxyServerSettings,
  nodeArguments: readonly string[] = [],
): Promise<ServerProcess> {
  return startProcess('./proxy-server.ts', settings, nodeArguments);
}

/** A folder for one run, removed after it. */
export async function withFolder<Result>(act: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'lean-campaign-'));
  try {
    return await act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
