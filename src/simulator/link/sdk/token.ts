/** The rules for `access_token` (facts §2.3): a JWT with `exp` and ten minutes of life left. */

const SHORTEST_LIFE_MS = 10 * 60 * 1000;

function claimsOf(token: string): Record<string, unknown> | null {
  const payload = token.split('.')[1];
  if (payload === undefined) return null;
  try {
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : null;
  } catch {
    return null; // Not base64, or not JSON: no JWT, which the caller reports.
  }
}

/**
 * What is wrong with a token, or null. A `Bearer ` in front is not noticed here: the real SDK adds its own and every
 * call then answers 401, and so it is with the double.
 */
export function tokenProblem(token: string, now: number): string | null {
  const claims = claimsOf(token);
  if (claims === null) return 'access_token must be a JWT.';
  const expiry = claims['exp'];
  if (typeof expiry !== 'number') return 'access_token must include an exp claim.';
  if (expiry * 1000 - now < SHORTEST_LIFE_MS) return 'Token must be valid for at least 10 minutes';
  return null;
}
