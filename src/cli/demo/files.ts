import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** The files of some folders by URL path. What is not listed at the start cannot be asked for: no path is built from a request. */
export interface Files {
  /** The URL path is one of our HTML pages. */
  isPage(path: string): boolean;
  /** The file behind a URL path with its content type, or null. */
  read(path: string): Promise<{ body: ArrayBuffer; type: string } | null>;
}

/** Lists folders, earlier ones first. `index.html` answers for its folder. Throws when a folder is not there. */
export function listFiles(folders: readonly string[]): Files {
  const known = new Map<string, string>();
  for (const folder of folders) {
    for (const file of filesBelow(folder)) {
      const path = `/${relative(folder, file).split(sep).join('/')}`.replace(/\/index\.html$/, '/');
      if (!known.has(path)) known.set(path, file);
    }
  }
  const typeOf = (path: string): string | undefined => TYPES[extname(known.get(path) ?? '')];
  return {
    isPage: (path) => typeOf(path) === TYPES['.html'],
    async read(path) {
      const file = known.get(path);
      if (file === undefined) return null;
      const bytes = new Uint8Array(await readFile(file));
      return { body: bytes.buffer, type: typeOf(path) ?? 'application/octet-stream' };
    },
  };
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}
