import { fileURLToPath } from 'node:url';

/** One file, as wrangler makes it. */
export default {
  logLevel: 'warn',
  build: {
    ssr: fileURLToPath(new URL('worker.js', import.meta.url)),
    outDir: 'built',
    rollupOptions: { external: ['cloudflare:workers', 'lmdb', 'ioredis'] },
  },
  ssr: { noExternal: true },
};
