import * as v from 'valibot';
import { LinkSessionSchema, type LinkSession } from '../../wire/contract.js';
import { judge, unseen, type Finding } from './finding.js';
import { told, type Probe, type Seen } from './probe.js';

const ROUTE = 'POST /link-session';
/** Lean's SDK refuses a token with less left. */
const LEAST_SECONDS = 600;

/** The session the Link SDK is opened with: of the right form, fresh, and of the session's customer. */
export async function checkLinkSession(probe: Probe): Promise<Finding[]> {
  const first = await probe.ask({ route: ROUTE, body: { method: 'connect' } });
  const parsed = v.safeParse(LinkSessionSchema, first.json);
  const wrong = parsed.success
    ? ''
    : parsed.issues.map((issue) => v.getDotPath(issue) ?? 'the body').join(', ');
  const form = judge(
    {
      route: ROUTE,
      promise: 'answers a link session of the contract’s form',
      mend: 'Answer 200 with app_token, customer_id, region (ae or sa) and sandbox (a real boolean, not text).',
    },
    first.status === 200 && parsed.success,
    first.status === 200 ? `missing or of a wrong type: ${wrong}` : told(first),
  );
  if (!parsed.success || first.status !== 200) return [form];
  const session = parsed.output;
  const named = await probe.ask({
    route: ROUTE,
    body: { method: 'connect', customer_id: 'made-up-id', app_user_id: 'made-up-id' },
  });
  return [
    form,
    ...checkToken(session),
    checkPermissions(session),
    judge(
      {
        route: ROUTE,
        promise: 'takes the customer from the session, never from the body',
        mend: 'Ignore every customer id a request brings.',
      },
      customerOf(named) === session.customer_id || (named.status >= 400 && named.status < 500),
      'another customer_id was answered when the body named one',
    ),
    ...(await checkRefusals(probe)),
  ];
}

function checkToken({ access_token: token }: LinkSession): Finding[] {
  const promise = 'hands out a raw token with at least ten minutes left';
  if (!token) return [unseen({ route: ROUTE, promise }, 'there is no access_token, as with v1')];
  const mend = 'Mint a token for scope customer.<customer_id> at each call and answer it without "Bearer ".';
  const promised = { route: ROUTE, promise, mend };
  if (/^bearer /i.test(token)) return [judge(promised, false, 'the token starts with "Bearer "')];
  const expiry = expiryOf(token);
  if (expiry === null) return [judge(promised, false, 'the token is no JWT with an exp claim')];
  const left = Math.floor(expiry - Date.now() / 1000);
  return [judge(promised, left >= LEAST_SECONDS, `the token has ${left} seconds left`)];
}

function expiryOf(token: string): number | null {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    const parsed = v.safeParse(v.object({ exp: v.number() }), claims);
    return parsed.success ? parsed.output.exp : null;
  } catch {
    return null;
  }
}

function checkPermissions({ permissions }: LinkSession): Finding {
  const promised = {
    route: ROUTE,
    promise: 'names permissions, or leaves them to the page',
    mend: 'Leave permissions out, or name at least one such as accounts.',
  };
  return judge(promised, !permissions || permissions.length > 0, 'permissions is an empty list');
}

async function checkRefusals(probe: Probe): Promise<Finding[]> {
  const refuses = (promise: string, mend: string, seen: Seen) =>
    judge({ route: ROUTE, promise, mend }, seen.status >= 400 && seen.status < 500, told(seen));
  return [
    refuses(
      'refuses a reconnect id that was not named to this customer',
      'Remember the reconnect ids that Lean answers, with their customer, and refuse every other with 404.',
      await probe.ask({ route: ROUTE, body: { method: 'reconnect', reconnect_id: 'made-up-id' } }),
    ),
    refuses(
      'refuses a method it does not know',
      'Answer 400 unless method is connect or reconnect.',
      await probe.ask({ route: ROUTE, body: { method: 'made-up' } }),
    ),
    refuses(
      'refuses a body that is not sent as JSON',
      'Answer 415 unless the content type is application/json: forms of other websites can send everything else.',
      await probe.ask({ route: ROUTE, body: '{"method":"connect"}', contentType: 'text/plain' }),
    ),
    refuses(
      'refuses GET',
      'Answer 405: what mints a token must not be a link.',
      await probe.ask({ route: 'GET /link-session' }),
    ),
  ];
}

function customerOf({ json }: Seen): string | null {
  const parsed = v.safeParse(v.object({ customer_id: v.string() }), json);
  return parsed.success ? parsed.output.customer_id : null;
}
