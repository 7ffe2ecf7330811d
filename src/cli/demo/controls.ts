import { Hono, type Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import type { LeanSimulator } from '../../simulator/index.js';
import { circumstanceList, isCircumstance } from './circumstances.js';
import type { Visitor, Visitors } from './visitors.js';

/** Tells the page's own scripts, before its elements start, which circumstance is theirs to act out. */
const CIRCUMSTANCE_COOKIE = 'housebook_circumstance';

/** The routes, which know the visitor who asks. */
export type Controls = Hono<{ Variables: { visitor: Visitor } }>;

/** What the demo's control bar may do; nothing here belongs on a real site. */
interface ControlOptions {
  simulator: LeanSimulator;
  visitors: Visitors;
  customerIdOf: (appUserId: string) => Promise<string>;
}

/**
 * Routes behind the control bar, each for the visitor who asks: which scenario they meet, a linked bank, a fresh
 * start, an ended session.
 */
export function createControls({ simulator, visitors, customerIdOf }: ControlOptions): Controls {
  const routes: Controls = new Hono();
  const ids = new WeakMap<Visitor, Promise<string>>();

  /** Asked for once: two at the same time would both find no customer, and make two. */
  function idOf(visitor: Visitor): Promise<string> {
    const id = ids.get(visitor) ?? customerIdOf(visitor.id);
    ids.set(visitor, id);
    id.catch(() => ids.delete(visitor));
    return id;
  }

  routes.use(async (context, next) => {
    // Only our own pages may press these buttons; browsers send this header and pages cannot forge it.
    const site = context.req.header('sec-fetch-site');
    if (context.req.method !== 'GET' && site !== undefined && site !== 'same-origin') {
      return context.json({ error: 'Only the demo page itself may do this.' }, 403);
    }
    const visitor = visitors.of(context.req.raw);
    if (!visitor) return context.json({ error: 'Open a page of the demo first.' }, 401);
    context.set('visitor', visitor);
    return next();
  });

  routes.get('/scenarios', (context) =>
    context.json({
      current: context.get('visitor').scenario,
      circumstances: circumstanceList,
      scenarios: simulator.scenarios(),
    }),
  );

  routes.put('/scenario', async (context) => {
    const wanted = new URLSearchParams(await context.req.text()).get('scenario');
    const known = simulator.scenarios().find(({ name }) => name === wanted)?.name;
    const circumstance = isCircumstance(wanted) ? wanted : null;
    const chosen = circumstance ?? known;
    if (!chosen) return context.json({ error: 'There is no such scenario.' }, 400);
    const visitor = context.get('visitor');
    // Where something is wrong on the host's side, Lean behaves.
    simulator.setScenario(await idOf(visitor), known ?? 'ready');
    visitor.scenario = chosen;
    tellPage(context, circumstance);
    return context.body(null, 204);
  });

  // As if the visitor had finished Link at that bank, for pages that show data from the first moment on; once for each.
  routes.post('/banks', async (context) => {
    const visitor = context.get('visitor');
    const bank = new URLSearchParams(await context.req.text()).get('bank_identifier') ?? '';
    // The frames of one page ask at the same time.
    const linking =
      visitor.linked.get(bank) ??
      idOf(visitor).then((customerId) => void simulator.linkEntity({ customerId, bankIdentifier: bank }));
    visitor.linked.set(bank, linking);
    try {
      await linking;
    } catch (thrown) {
      visitor.linked.delete(bank);
      if (thrown instanceof RangeError) return context.json({ error: thrown.message }, 400);
      throw thrown;
    }
    return context.body(null, 204);
  });

  routes.post('/fresh-start', (context) => {
    visitors.signOut(context.get('visitor'));
    visitors.signIn(context);
    tellPage(context, null);
    return context.body(null, 204);
  });

  routes.post('/end-session', (context) => {
    visitors.signOut(context.get('visitor'));
    tellPage(context, null);
    return context.body(null, 204);
  });
  return routes;
}

function tellPage(context: Context, circumstance: string | null): void {
  if (circumstance === null) deleteCookie(context, CIRCUMSTANCE_COOKIE, { path: '/' });
  else setCookie(context, CIRCUMSTANCE_COOKIE, circumstance, { sameSite: 'Lax', path: '/' });
}
