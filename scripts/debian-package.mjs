// Installs a package of Debian's where a bare machine lacks what tests need.
import { execFileSync } from 'node:child_process';

/**
 * Installs with `apt-get`, as root; throws when that fails. Another apt at work is waited for.
 * @param {string} name
 * @param {import('node:child_process').ExecFileSyncOptions} options for both of its commands
 */
export function installDebianPackage(name, options) {
  const lock = ['-o', 'DPkg::Lock::Timeout=120'];
  const unattended = { ...options, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  execFileSync('apt-get', [...lock, 'update', '-qq'], unattended);
  execFileSync('apt-get', [...lock, 'install', '-y', '-qq', '--no-install-recommends', name], unattended);
}
