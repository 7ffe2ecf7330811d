// Finds the Redis that tests run with, and installs Debian's where a bare machine has none.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Path of `redis-server`, or null where there is none and none can be installed; the reason is printed.
 * @returns {string | null}
 */
export function ensureRedis() {
  const found = findOnPath();
  if (found !== null) return found;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    console.error(
      'There is no redis-server, and only root on Debian can install it: tests with Redis are skipped.',
    );
    return null;
  }
  try {
    install();
  } catch (error) {
    console.error(
      `redis-server could not be installed, so that tests with Redis are skipped: ${String(error)}`,
    );
  }
  return findOnPath();
}

function findOnPath() {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin'];
  return folders.map((folder) => join(folder, 'redis-server')).find((file) => existsSync(file)) ?? null;
}

function install() {
  console.log('No Redis here: installing Debian\'s "redis-server" package.');
  const lock = ['-o', 'DPkg::Lock::Timeout=120'];
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  /** @type {import('node:child_process').ExecFileSyncOptions} */
  const options = { stdio: ['ignore', 'ignore', 'inherit'], env: environment, timeout: 180_000 };
  execFileSync('apt-get', [...lock, 'update', '-qq'], options);
  execFileSync(
    'apt-get',
    [...lock, 'install', '-y', '-qq', '--no-install-recommends', 'redis-server'],
    options,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  console.log(ensureRedis() ?? 'no redis-server');
