/** A host for the measured pages: everything compressed as a CDN would, nothing cached. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
};

export interface Site {
  origin: string;
  close(): Promise<void>;
}

/** Serves texts by their path, and below each other beginning of a path the files of a folder. */
export async function serveSite(
  folders: Readonly<Record<string, string>>,
  texts: Readonly<Record<string, string>>,
): Promise<Site> {
  const compressed = new Map<string, Buffer>();

  function bodyOf(path: string): Buffer | null {
    const known = compressed.get(path);
    if (known) return known;
    const text = texts[path] ?? textOf(path);
    if (text === null) return null;
    const body = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    compressed.set(path, body);
    return body;
  }

  function textOf(path: string): string | null {
    const below = Object.entries(folders).find(([beginning]) => path.startsWith(beginning));
    if (!below) return null;
    const file = join(below[1], normalize(path.slice(below[0].length)));
    return existsSync(file) ? readFileSync(file, 'utf8') : null;
  }

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const isData = pathname.startsWith('/api/lean/');
    const path = isData ? '/transactions.json' : pathname;
    const body = bodyOf(path);
    if (!body) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[extname(path) || '.html'] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'br', 'cache-control': 'no-store' });
    response.end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
