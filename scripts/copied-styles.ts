/** Stylesheets that the build hands on as they are: our presets, and what the demo's sample hosts are made with. */
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';

const PRESETS = 'src/theme/presets';
/** Beside the scripts, so that a page that copies `dist/cdn/` has them too; `lean-elements/themes/…` leads here. */
const PRESETS_TARGET = 'dist/cdn/themes';
const HOSTS_TARGET = 'dist/demo/hosts';

/** Copies the presets; after the script bundles, whose build empties the folder. */
export function copyPresets(): void {
  mkdirSync(PRESETS_TARGET, { recursive: true });
  for (const file of readdirSync(PRESETS)) copyFileSync(`${PRESETS}/${file}`, `${PRESETS_TARGET}/${file}`);
}

/** Copies Bootstrap's stylesheet (MIT, notice in the file) for the demo's Bootstrap page. */
export function copyDemoHosts(): void {
  mkdirSync(HOSTS_TARGET, { recursive: true });
  copyFileSync('node_modules/bootstrap/dist/css/bootstrap.min.css', `${HOSTS_TARGET}/bootstrap.min.css`);
  copyFileSync('node_modules/bootstrap/LICENSE', `${HOSTS_TARGET}/bootstrap.LICENSE.txt`);
}
