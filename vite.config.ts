import { defineConfig, type PluginOption, type UserConfig } from 'vite';
// The package's own types name rollup's plugin interface, which Vite 8 takes as well.
import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';
import { groupByEntry } from './scripts/cdn-groups.js';

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
      output: {
        minify: true,
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        codeSplitting: { groups: [{ debugName: 'entry', name: groupByEntry(Object.values(moduleEntries)) }] },
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
    rolldownOptions: { output: { minify: true, codeSplitting: false } },
  },
};

/** `vite build --mode modules`, then `vite build --mode classic`, as scripts/build.ts does. */
export default defineConfig(({ mode }) => (mode === 'classic' ? classic : modules));
