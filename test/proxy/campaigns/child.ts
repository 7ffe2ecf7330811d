import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface ProxyProcess {
  origin: string;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/** Starts the backend as a process of its own. */
export async function startProxyProcess(upstream: string, path: string): Promise<ProxyProcess> {
  const program = fileURLToPath(new URL('./proxy-server.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program, upstream, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const origin = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    child.once('exit', (code) => reject(new Error(`The backend ended with ${code}`)));
  });
  return {
    origin,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
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

/** Numbers with their meaning, and whether all hold; the exit code says the latter. */
export function report(title: string, numbers: Record<string, string | number>, isHeld: boolean): void {
  console.log(title);
  for (const [name, value] of Object.entries(numbers)) console.log(`  ${name.padEnd(44)} ${value}`);
  console.log(isHeld ? '  held' : '  NOT HELD');
  if (!isHeld) process.exitCode = 1;
}
