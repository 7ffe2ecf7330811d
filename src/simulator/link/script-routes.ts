/** Serves the SDK's scripts: on short paths of our own, and on Lean's (facts §2.1). */
import { Hono } from 'hono';
import { isLinkBehaviour } from './behaviours.js';
import type { LinkGeneration } from './protocol.js';
import { linkScript } from './script.js';

/** A version may stand where `latest` does; a path without a country is the simulator's own. */
const SCRIPTS: readonly { path: string; generation: LinkGeneration; region?: 'ae' | 'sa' }[] = [
  { path: '/link/loader/lean-link-loader.min.js', generation: 'loader' },
  { path: '/link/loader/prod/:region/:version/lean-link-loader.min.js', generation: 'loader' },
  { path: '/link/v2/Lean.min.js', generation: 'v2' },
  { path: '/link/sdk/web/v2/prod/:region/:version/Lean.min.js', generation: 'v2' },
  { path: '/link/sdk/web/:version/Lean.min.js', generation: 'v1', region: 'ae' },
  { path: '/sa/link/sdk/web/:version/Lean.min.js', generation: 'v1', region: 'sa' },
];

/** `?behaviour=` on a script's address bends the SDK for every page that loads it so. */
export function createScriptRoutes(region: 'ae' | 'sa', originOf: (url: string) => string): Hono {
  const app = new Hono();
  for (const script of SCRIPTS) {
    app.get(script.path, (context) => {
      const params: Record<string, string | undefined> = context.req.param();
      const asked = script.region ?? params['region'] ?? region;
      const behaviour = context.req.query('behaviour');
      if (asked !== 'ae' && asked !== 'sa') return context.notFound();
      const text = linkScript({
        generation: script.generation,
        origin: originOf(context.req.url),
        region: asked,
        ...(isLinkBehaviour(behaviour) ? { behaviour } : {}),
      });
      return context.body(text, 200, {
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'no-store',
        'cross-origin-resource-policy': 'cross-origin',
        'access-control-allow-origin': '*',
        'x-simulator': 'SIMULATOR',
      });
    });
  }
  return app;
}
