import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { listen } from '../listen.js';
import { createDemo } from './backend.js';
import { listFiles, type Files } from './files.js';
import { packageRoot } from './package-root.js';

/** A running demo. */
export interface Demo {
  /** The site: `http://127.0.0.1:PORT`. */
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Starts the sample site with its backend on one loopback port and the simulator of Lean on another. Rejects when
 * the port is taken or the package was not built.
 */
export async function startDemo({ port }: { port: number }): Promise<Demo> {
  const files = builtFiles();
  const site = await listen(port);
  const lean = await listen(0);
  const close = async (): Promise<void> => {
    await Promise.all([site.close(), lean.close()]);
  };
  try {
    const { simulator, fetchSite, fetchLean } = createDemo({ site: site.origin, lean: lean.origin }, files);
    lean.serve(fetchLean);
    site.serve(fetchSite);
    return {
      origin: site.origin,
      close() {
        simulator.close();
        return close();
      },
    };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

/** The demo's own pages, its fonts, and the bundles for script tags. */
function builtFiles(): Files {
  const folders = ['demo', 'dist/demo', 'dist/cdn'].map((folder) => join(packageRoot(), folder));
  if (!folders.every((folder) => existsSync(folder))) {
    throw new Error('The demo is not built yet: run "npm run build" first.');
  }
  return listFiles(folders);
}
