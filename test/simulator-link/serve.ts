/** Serves the double inside the test page: msw hands its paths to the real routes over a backend in memory. */
import { http } from 'msw';
import { setupWorker, type SetupWorker } from 'msw/browser';
import { createLinkRoutes, type LinkBehaviour, type LinkGeneration } from '../../src/simulator/link/index.js';
import { APP_TOKEN, createMemoryBackend, CUSTOMER_ID, tokenFor, type MemoryBackend } from './link-backend.js';

interface PageOptions {
  behaviour?: LinkBehaviour;
  paceMs?: number;
  navigate?: (url: string) => void;
}

/** The page as the double sees it. */
export type LinkPage = Window & {
  Lean?: Record<string, (config: object) => void>;
  LeanV2?: Record<string, (config: object) => void>;
  __leanSimulator?: PageOptions;
};

export const page = window as unknown as LinkPage;

let worker: SetupWorker | undefined;

/** A fresh backend behind the double's paths. */
export async function serveDouble(): Promise<MemoryBackend> {
  const backend = createMemoryBackend();
  const routes = createLinkRoutes(backend);
  const handlers = ['/link/*', '/sa/link/*', '/_link/*'].map((path) =>
    http.all(location.origin + path, ({ request }) => routes.fetch(request)),
  );
  if (worker === undefined) {
    worker = setupWorker();
    await worker.start({ quiet: true, onUnhandledRequest: 'bypass' });
  }
  worker.resetHandlers(...handlers);
  page.__leanSimulator = { paceMs: 0 };
  return backend;
}

const SCRIPTS: Readonly<Record<LinkGeneration, string>> = {
  loader: '/link/loader/lean-link-loader.min.js',
  v2: '/link/v2/Lean.min.js',
  v1: '/link/sdk/web/latest/Lean.min.js',
};

/** Loads a script of the double as a page would. */
export async function loadScript(source: LinkGeneration | `/${string}`): Promise<void> {
  const tag = document.createElement('script');
  tag.src = source.startsWith('/') ? source : SCRIPTS[source as LinkGeneration];
  await new Promise((resolve, reject) => {
    tag.addEventListener('load', resolve);
    tag.addEventListener('error', reject);
    document.head.append(tag);
  });
  tag.remove();
}

/** Every word of the callback, in order. */
export type Told = Record<string, unknown>[];

/** A config the double accepts, and what its callback is told. */
export function goodConfig(changes: Record<string, unknown> = {}): { config: object; told: Told } {
  const told: Told = [];
  const config = {
    app_token: APP_TOKEN,
    customer_id: CUSTOMER_ID,
    access_token: tokenFor(CUSTOMER_ID),
    permissions: ['accounts', 'balance', 'transactions'],
    sandbox: true,
    callback: (data: Record<string, unknown>) => told.push(data),
    ...changes,
  };
  return { config, told };
}
