// Finds the Chromium that tests run in, and installs Debian's where a bare machine has none.
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installDebianPackage } from './debian-package.mjs';

/** Flags that headless Chromium needs on a build machine; as root it refuses to start with its sandbox. */
export const browserArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

const commandNames = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
];

const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) =>
    process.env[variable] ? [join(process.env[variable], 'Google/Chrome/Application/chrome.exe')] : [],
  ),
];

/**
 * Path of a Chromium-like browser.
 * Throws when CHROME_PATH names nothing that runs, or when there is none and none can be installed.
 * @returns {string}
 */
export function ensureBrowser() {
  const named = process.env['CHROME_PATH'];
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`CHROME_PATH is "${named}", and that is no program that can be run.`);
  }
  const found = usualPlaces.find(isExecutable) ?? findOnPath();
  if (found) return found;
  if (canInstall()) {
    installChromium();
    const installed = findOnPath();
    if (installed) return installed;
  }
  throw new Error('No Chrome, Chromium or Edge was found. Install one, or name its program in CHROME_PATH.');
}

function findOnPath() {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return commandNames
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((file) => isExecutable(file) && !isSnapStub(file));
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false; // The question was whether it can be run.
  }
}

/** Ubuntu's `chromium-browser` is a script that asks for the snap of that name; it does not start here. */
function isSnapStub(file) {
  const start = readFileSync(file).subarray(0, 4096).toString('latin1');
  return start.startsWith('#!') && start.includes('/snap/bin/');
}

/** Only root on Debian itself: elsewhere the package `chromium` is missing or is the snap's stub. */
function canInstall() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function installChromium() {
  console.log('No browser here: installing Debian\'s "chromium" package.');
  installDebianPackage('chromium', { stdio: 'inherit' });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(ensureBrowser());
