import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { defineConfig, type PluginOption, type UserConfig } from 'vite';
// The package's own types name rollup's plugin interface, which Vite 8 takes as well.
import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';
import { shortLibraries } from './scripts/short-libraries.js';
import { wholeEntries } from './scripts/whole-entries.js';

/** What the files in `dist/cdn/` are made from; the npm entries are written by `tsc` (scripts/build.ts). */
const moduleEntries = {
  'lean-elements': 'src/cdn.ts',
  'lean-connect-button': 'src/cdn-connect-button.ts',
};

const shared = {
  // A library build keeps `process.env`, which no page has.
  define: { 'process.env.NODE_ENV': '"production"' },
  publicDir: false,
  plugins: [shortLibraries, { ...literalsHtmlCssMinifier(), enforce: 'pre' } as PluginOption],
} satisfies UserConfig;

interface ModuleGraph {
  getModuleInfo(id: string): {
    importedIds: readonly string[];
    dynamicallyImportedIds: readonly string[];
  } | null;
}

/** All that a file of ours imports: statically, or also what comes later. */
function closureOf(file: string, graph: ModuleGraph, isLaterToo = false): Set<string> {
  const closure = new Set([join(import.meta.dirname, file)]);
  for (const id of closure) {
    const info = graph.getModuleInfo(id);
    for (const imported of info?.importedIds ?? []) closure.add(imported);
    if (isLaterToo) for (const imported of info?.dynamicallyImportedIds ?? []) closure.add(imported);
  }
  return closure;
}

/** What the list shares with other late parts: as a file of its own it would be found a round later. */
const ALSO_FIRST = /[\\/](category-icon|exact-sum|amount-units|slices|lazy-styles)\.ts$/;

/**
 * What entries are made of (scripts/whole-entries.ts): the button's own; what the other elements add; and by itself
 * what the button needs of that after a click, since its pages should not load all elements then.
 */
function partOf(id: string, graph: ModuleGraph): string | null {
  const button = moduleEntries['lean-connect-button'];
  if (id === join(import.meta.dirname, 'src/cdn-ahead.ts')) return 'ahead';
  if (closureOf(button, graph).has(id)) return 'button';
  if (!closureOf(moduleEntries['lean-elements'], graph).has(id) && !ALSO_FIRST.test(id)) return null;
  // Services come in one chunk with the stores, and so do not do without what these need.
  const isShared = closureOf(button, graph, true).has(id) || closureOf('src/session/data.ts', graph).has(id);
  return isShared ? 'shared' : 'first';
}

const PARTS = ['ahead', 'button', 'shared', 'first'];

/** ES modules for a script tag: one file for what a page needs at first, everything else in hashed chunks. */
const modules: UserConfig = {
  ...shared,
  plugins: [...shared.plugins, wholeEntries()],
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
        // Notes for bundlers, which these files do not meet.
        comments: { annotation: false, jsdoc: false },
        entryFileNames: '[name].js',
        chunkFileNames: (chunk) => {
          const name = chunk.name.split('~')[0] ?? '';
          return `${PARTS.includes(name) ? '' : 'chunks/'}${name}-[hash].js`;
        },
        codeSplitting: {
          groups: [
            // One by one: what a group takes, it takes with all that is imported there.
            ...PARTS.map((part, index) => ({
              name: (id: string, graph: ModuleGraph) => (partOf(id, graph) === part ? part : null),
              priority: 2 + PARTS.length - index,
            })),
            // What the first row waits for is one chunk: in four, each was found behind another.
            {
              name: 'data',
              test: /[\\/]src[\\/]session[\\/](services-for|data|poll-until)\.ts$/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
};

/** One classic script with all that a page needs at first; the rest comes from `chunks/`, as for the modules. */
const classic: UserConfig = {
  ...shared,
  plugins: [...shared.plugins, wholeEntries({ global: 'LeanElements', fileName: 'lean-elements.iife.js' })],
  build: {
    outDir: 'dist/cdn',
    emptyOutDir: false,
    target: 'es2022',
    sourcemap: true,
    lib: { entry: { entry: 'src/cdn-classic.ts' }, formats: ['es'] },
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: {
        minify: true,
        // Notes for bundlers, which these files do not meet.
        comments: { annotation: false, jsdoc: false },
        entryFileNames: '[name].js',
        chunkFileNames: (chunk) =>
          chunk.name === 'classic'
            ? 'classic-[hash].js'
            : `chunks/classic-${chunk.name.split('~')[0] ?? ''}-[hash].js`,
        codeSplitting: {
          groups: [
            {
              name: 'classic',
              test: /[\\/]src[\\/](cdn-classic|session[\\/](services-for|data|poll-until))\.ts$/,
            },
          ],
        },
      },
    },
  },
};

const demoScripts = readdirSync('demo/assets').filter((file) => file.endsWith('.ts'));

/** The scripts of the demo's pages, beside nothing of the package: pages load that from `dist/cdn/`. */
const demo: UserConfig = {
  ...shared,
  build: {
    outDir: 'dist/demo/assets',
    emptyOutDir: true,
    target: 'es2022',
    lib: {
      entry: Object.fromEntries(demoScripts.map((file) => [basename(file, '.ts'), `demo/assets/${file}`])),
      formats: ['es'],
    },
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: { entryFileNames: '[name].js', chunkFileNames: 'shared-[hash].js' },
    },
  },
};

const configs: Readonly<Record<string, UserConfig>> = { modules, classic, demo };

/** `vite build --mode modules`, then `--mode classic`, then `--mode demo`, as scripts/build.ts does. */
export default defineConfig(({ mode }) => configs[mode] ?? modules);
