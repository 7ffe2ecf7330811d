import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { defineConfig, type PluginOption, type UserConfig } from 'vite';
// The package's own types name rollup's plugin interface, which Vite 8 takes as well.
import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';
import { classicScript } from './scripts/classic-script.js';

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

/**
 * Names in each entry every chunk that it imports by way of others: a page then asks for all of them in one round,
 * where it would find them one behind the other.
 */
const flatImports: PluginOption = {
  name: 'flat-imports',
  generateBundle(_, bundle) {
    for (const entry of Object.values(bundle)) {
      if (entry.type !== 'chunk' || !entry.isEntry) continue;
      const closure = new Set(entry.imports);
      for (const name of closure) {
        const chunk = bundle[name];
        if (chunk?.type === 'chunk') chunk.imports.forEach((next) => closure.add(next));
      }
      const missing = [...closure].filter((name) => !entry.imports.includes(name));
      // After the imports that are there, so that nothing runs in another order.
      entry.code = `${entry.code.trimEnd()}${missing.map((name) => `import"./${name}";`).join('')}\n`;
    }
  },
};

interface ModuleGraph {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

/**
 * All that the button alone imports statically: one chunk of its own, or it would share one with modules that only the
 * other elements need.
 */
function closureOfButton(graph: ModuleGraph): Set<string> {
  const closure = new Set([join(import.meta.dirname, moduleEntries['lean-connect-button'])]);
  for (const id of closure)
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) closure.add(imported);
  return closure;
}

/** ES modules for a script tag: thin entries, everything else in hashed chunks. */
const modules: UserConfig = {
  ...shared,
  plugins: [...shared.plugins, flatImports],
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
        codeSplitting: {
          groups: [
            {
              name: (id, graph) => (closureOfButton(graph).has(id) ? 'button' : null),
              priority: 3,
            },
            // A handful of files would wait for each other: browsers ask a server for six at once.
            { name: 'first', tags: ['$initial'], priority: 2 },
            // What the first row waits for is one chunk: in four, each was found behind another.
            { name: 'data', test: /[\\/]src[\\/]session[\\/](services-for|data)\.ts$/, priority: 1 },
          ],
        },
      },
    },
  },
};

/** One classic script with all that a page needs at first; the rest comes from `chunks/`, as for the modules. */
const classic: UserConfig = {
  ...shared,
  plugins: [...shared.plugins, classicScript('classic', 'lean-elements.iife.js')],
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
        entryFileNames: '[name].js',
        chunkFileNames: (chunk) =>
          chunk.name === 'classic'
            ? 'classic-parts-[hash].js'
            : `chunks/classic-${chunk.name.split('~')[0] ?? ''}-[hash].js`,
        codeSplitting: {
          groups: [
            {
              name: 'classic',
              test: /[\\/]src[\\/](cdn-classic|session[\\/](services-for|data))\.ts$/,
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
