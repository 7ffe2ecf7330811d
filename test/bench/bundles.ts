/** Builds what runs in the measured pages. */
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'vite';

/** A script of one file, minified as a host would serve it. */
export async function bundle(entry: string): Promise<string> {
  const outcome = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry, formats: ['iife'], name: 'bench' },
      rolldownOptions: { output: { minify: true, codeSplitting: false } },
    },
  });
  const first = Array.isArray(outcome) ? outcome[0] : outcome;
  if (!first || !('output' in first)) throw new Error(`Building ${entry} gave no output.`);
  return first.output[0].code;
}

/** What a script weighs on the wire. */
export function brotliSize(code: string): number {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  return brotliCompressSync(code, { params }).length;
}
