import { defineConfig, type PluginOption, type UserConfig } from 'vite';
// The package's own types name rollup's plugin interface, which Vite 8 takes as well.
import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';

/** What the files in `dist/cdn/` are made from; the npm entries are written by `tsc` (scripts/build.ts). */
const moduleEntries = {
  'lean-elements': 'src/cdn.ts',
  'lean-connect-button': 'src/cdn-connect-button.ts',
};

const shared = {
  // A library build keeps `process.env`, which no page has.
  define: { 'process.env.NODE_ENV': '"production"' },
  publicDir: false,
  plugins: [{ ...literalsHtmlCssMinifier(), enforce: 'pre' } as PluginOption],
} satisfies UserConfig;

/** ES modules for a script tag: thin entries, everything else in hashed chunks. */
const modules: UserConfig = {
  ...shared,
  build: {
    outDir: 'dist/cdn',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: true,
    lib: { entry: moduleEntries, formats: ['es'] },
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: {
        minify: true,
        entryFileNames: '[name].js',
        chunkFileNames: (chunk) => `chunks/${chunk.name.split('~')[0] ?? ''}-[hash].js`,
        // All that an entry imports statically goes into chunks, split by who needs it; entries stay thin. Left alone,
        // the bundler puts such code into the entry's own file, and lazy chunks import it from there: a page that
        // loads the entry under another address than they do (`?v=2`, a redirect from `@latest`) would run it twice.
        // Below the threshold (bytes) a chunk is not worth its request.
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'], entriesAware: true, entriesAwareMergeThreshold: 4000 },
          ],
        },
      },
    },
  },
};

/** One classic script with everything in it. */
const classic: UserConfig = {
  ...shared,
  build: {
    outDir: 'dist/cdn',
    emptyOutDir: false,
    target: 'es2022',
    sourcemap: true,
    lib: {
      entry: 'src/cdn-classic.ts',
      formats: ['iife'],
      name: 'LeanElements',
      fileName: () => 'lean-elements.iife.js',
    },
    rolldownOptions: { checks: { pluginTimings: false }, output: { minify: true, codeSplitting: false } },
  },
};

/** `vite build --mode modules`, then `vite build --mode classic`, as scripts/build.ts does. */
export default defineConfig(({ mode }) => (mode === 'classic' ? classic : modules));
