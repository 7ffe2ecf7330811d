// Finds the Redis that tests run with, and installs Debian's where a bare machine has none.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installDebianPackage } from './debian-package.mjs';

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
  installDebianPackage('redis-server', { stdio: ['ignore', 'ignore', 'inherit'], timeout: 180_000 });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  console.log(ensureRedis() ?? 'no redis-server');
