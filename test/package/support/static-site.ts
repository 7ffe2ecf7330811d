import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
};

/** A static file server on loopback. */
export interface StaticSite {
  origin: string;
  close(): Promise<void>;
}

/** Serves a folder as any web host would, and pages from memory by their path. */
export async function serveFolder(folder: string, pages: Record<string, string>): Promise<StaticSite> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const page = pages[path];
    const body = page === undefined ? readFile(join(folder, normalize(path))) : Promise.resolve(page);
    body.then(
      (bytes) => {
        const type = page === undefined ? types[extname(path)] : types['.html'];
        response.writeHead(200, { 'content-type': type ?? 'application/octet-stream' }).end(bytes);
      },
      () => response.writeHead(404, { 'content-type': 'text/plain' }).end('not here'),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${String(port)}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
