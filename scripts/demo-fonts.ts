/** Copies the demo's fonts out of their packages, so that the demo needs neither them nor a network when it runs. */
import { copyFileSync, mkdirSync } from 'node:fs';

const TARGET = 'dist/demo/fonts';

/** File below the package's `files/` folder, and its name in the demo. Both fonts: SIL Open Font License 1.1. */
const FONTS = [
  { name: 'inter', file: 'inter-latin-wght-normal.woff2' },
  { name: 'noto-sans-arabic', file: 'noto-sans-arabic-arabic-wght-normal.woff2' },
];

/** Writes the fonts, each with its licence beside it, to `dist/demo/fonts/`. */
export function copyDemoFonts(): void {
  mkdirSync(TARGET, { recursive: true });
  for (const { name, file } of FONTS) {
    const source = `node_modules/@fontsource-variable/${name}`;
    copyFileSync(`${source}/files/${file}`, `${TARGET}/${name}.woff2`);
    copyFileSync(`${source}/LICENSE`, `${TARGET}/${name}.LICENSE.txt`);
  }
}
