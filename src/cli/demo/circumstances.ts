/**
 * What can be wrong on the host's own side: with the page, its backend, or the way of Lean's script into it. The demo
 * acts each of them out for one visitor, beside what the simulated Lean does.
 */
import type { Visitor } from './visitors.js';

const circumstances = {
  /** The page itself keeps its elements from the network. */
  'page-offline': { isFromStart: false },
  'page-backend-slow': { isFromStart: false },
  'page-backend-down': { isFromStart: false },
  'page-backend-busy': { isFromStart: false },
  'page-refresh-limit': { isFromStart: false },
  'page-backend-read-only': { isFromStart: false },
  'page-blocks-script': { isFromStart: true },
  'browser-blocks-script': { isFromStart: true },
  'script-never-comes': { isFromStart: true },
  'page-parts-missing': { isFromStart: true },
  'page-without-proxy': { isFromStart: true },
  'page-identity-off': { isFromStart: true },
  'page-api-v1': { isFromStart: true },
} as const;

/** The name of a circumstance, as the scenario switch has it. */
export type CircumstanceName = keyof typeof circumstances;

/** What the switch is told of each. `isFromStart`: it shows once the page is loaded anew. */
export const circumstanceList = Object.entries(circumstances).map(([name, { isFromStart }]) => ({
  name: name as CircumstanceName,
  isFromStart,
}));

/** True for the name of a circumstance. */
export function isCircumstance(name: string | null): name is CircumstanceName {
  return name !== null && Object.hasOwn(circumstances, name);
}

/** Long enough to be looked at, and below every deadline of the elements. */
const SLOW_MS = 8_000;
/** Where the simulated Lean breaks the connection, as a browser's extension does to Lean's script. */
export const BLOCKED_SCRIPT = '/link/blocked.js';
/** Where it takes a request for a script and does not answer. */
export const NEVER_SCRIPT = '/link/never.js';

/** What the page's backend answers before, or in place of, its real answer; null where it answers as ever. */
export async function answerInstead(request: Request, visitor: Visitor | null): Promise<Response | null> {
  switch (visitor?.scenario) {
    case 'page-backend-slow':
      await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
      return null;
    case 'page-backend-down':
      return new Response('<!doctype html><title>502</title><h1>Bad gateway</h1>', {
        status: 502,
        headers: { 'content-type': 'text/html' },
      });
    case 'page-backend-busy':
      return tooMany();
    case 'page-refresh-limit':
      return new URL(request.url).pathname.endsWith('/refreshes') && request.method === 'POST'
        ? tooMany()
        : null;
    case 'page-backend-read-only':
      return request.method === 'GET' ? null : Response.json({ status: 500 }, { status: 500 });
    default:
      return null;
  }
}

function tooMany(): Response {
  return Response.json({ status: 429 }, { status: 429, headers: { 'retry-after': '45' } });
}

/** Where this visitor's page finds Lean's script, if not where it is. */
export function scriptInstead(visitor: Visitor | null, leanOrigin: string): string | null {
  if (visitor?.scenario === 'browser-blocks-script') return leanOrigin + BLOCKED_SCRIPT;
  return visitor?.scenario === 'script-never-comes' ? leanOrigin + NEVER_SCRIPT : null;
}
