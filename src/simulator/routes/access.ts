/** Who may call what: a bearer token of scope `api`, or for v1 the application token (facts §1, §4). */
import type { Context } from 'hono';
import type { Answer } from '../answers.js';
import type { World } from '../world.js';

/** A 401 without a body, as Lean's gateway sends. */
function unauthorized(reason: string): Answer {
  return { httpStatus: 401, body: null, headers: { 'www-authenticate': `Bearer error="${reason}"` } };
}

/**
 * Null when the caller may read the application's data, else the refusal. `v1` accepts `lean-app-token` too;
 * on v2 that header alone is not enough.
 */
export async function accessRefusal(context: Context, world: World, v1: boolean): Promise<Answer | null> {
  const authorization = context.req.header('authorization');
  const appToken = context.req.header('lean-app-token');
  if (authorization === undefined && v1 && appToken !== undefined) {
    return appToken === world.appToken ? null : world.answers.error('UNAUTHORIZED');
  }
  const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) return v1 ? world.answers.error('UNAUTHORIZED') : unauthorized('missing_token');
  const claims = await world.tokens.verify(token);
  if (!claims) return unauthorized('invalid_token');
  // A customer's token is for the SDK in the browser, not for data.
  return claims.scope.includes('data.read') ? null : world.answers.error('INCORRECT_ACCESS_LEVEL');
}
