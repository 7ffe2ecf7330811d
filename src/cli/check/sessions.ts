import { judge, unseen, type Finding } from './finding.js';
import { told, type Probe, type Question } from './probe.js';

const MADE_UP = 'made-up-id';

/** One question per route that a page may ask, each about nothing that exists. */
export const EVERY_ROUTE: readonly Question[] = [
  { route: 'POST /link-session', body: { method: 'reconnect', reconnect_id: MADE_UP } },
  { route: 'GET /entities' },
  { route: 'DELETE /entities/{entity_id}', ids: { entity_id: MADE_UP } },
  { route: 'GET /accounts', query: { entity_id: MADE_UP } },
  {
    route: 'GET /accounts/{account_id}/balances',
    ids: { account_id: MADE_UP },
    query: { entity_id: MADE_UP },
  },
  {
    route: 'GET /accounts/{account_id}/transactions',
    ids: { account_id: MADE_UP },
    query: { entity_id: MADE_UP },
  },
  { route: 'GET /identity', query: { entity_id: MADE_UP } },
  { route: 'GET /results/{results_id}', ids: { results_id: MADE_UP } },
  { route: 'POST /refreshes', body: { entity_id: MADE_UP } },
  { route: 'GET /refreshes/{refresh_id}', ids: { refresh_id: MADE_UP } },
  { route: 'GET /banks' },
];

/** Nobody without a session is served, and no customer comes from anywhere but the session. */
export async function checkSessions(probe: Probe): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const question of EVERY_ROUTE) {
    const promised = {
      route: question.route,
      promise: 'answers 401 without a session',
      mend: 'Read your session before anything else, and answer 401 when there is none; do not redirect to a login page.',
    };
    if (!probe.hasSession) {
      findings.push(
        unseen(promised, 'no --header with a session was given, so every request is without one'),
      );
      continue;
    }
    const seen = await probe.ask({ ...question, session: 'none' });
    findings.push(judge(promised, seen.status === 401, told(seen)));
  }
  return [...findings, await checkMadeUp(probe)];
}

/** A cookie or token that nobody was given. */
async function checkMadeUp(probe: Probe): Promise<Finding> {
  const promised = {
    route: 'GET /entities',
    promise: 'answers 401 to a session that it never gave',
    mend: 'Look the session up, or check its signature: whoever can write a cookie must not choose a customer.',
  };
  if (probe.madeUpSession === null) {
    return unseen(promised, 'the session is in neither a Cookie nor an Authorization header');
  }
  const seen = await probe.ask({ route: promised.route, session: 'made-up' });
  return judge(promised, seen.status === 401, told(seen));
}
