/**
 * Bundles `src/simulator/link/sdk/` into the text `src/simulator/link/sdk-source.ts`, which is committed: why is in
 * docs/decisions/0005-link-double-as-text.md. `--check` writes nothing and fails when the text is out of date.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { build } from 'vite';

const entry = fileURLToPath(new URL('../src/simulator/link/sdk/main.ts', import.meta.url));
const target = fileURLToPath(new URL('../src/simulator/link/sdk-source.ts', import.meta.url));

/** The text of `sdk-source.ts` as it should be now. */
export async function generateLinkDouble(): Promise<string> {
  const results = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry, formats: ['iife'], name: 'leanLinkDouble', fileName: () => 'link-double.js' },
    },
  });
  const result = Array.isArray(results) ? results[0] : results;
  if (result === undefined || !('output' in result)) throw new Error('The bundler gave no output');
  const code = result.output[0].code.replaceAll('\r\n', '\n').trimEnd();
  const lines = code.split('\n').map((line) => `  ${JSON.stringify(line)},`);
  const source = [
    '// Generated from ./sdk/ by scripts/generate-link-double.ts; do not edit.',
    '/** The SDK double as a script that sets `leanLinkDouble` in its scope. */',
    'export const sdkSource: string = [',
    ...lines,
    "].join('\\n');",
  ].join('\n');
  return format(source, { ...(await resolveConfig(target)), parser: 'typescript' });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = await generateLinkDouble();
  if (process.argv.includes('--check')) {
    if ((await readFile(target, 'utf8')) !== wanted) {
      console.error(
        'src/simulator/link/sdk-source.ts is out of date: node --import tsx scripts/generate-link-double.ts',
      );
      process.exitCode = 1;
    }
  } else {
    await writeFile(target, wanted);
  }
}
