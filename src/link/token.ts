/** The rules of Lean's SDK for `access_token`, which it applies in silence in production (facts §2.3, §2.7). */
import { LeanError } from '../domain/error.js';

const SHORTEST_LIFE_MS = 10 * 60 * 1000;

/**
 * Refuses a token the SDK would refuse. The message never holds any of it.
 * @throws LeanError `token_has_bearer`, `token_malformed`, `token_without_expiry`, `token_expires_soon`
 */
export function assertToken(token: string, now: number): void {
  if (/^bearer\s/i.test(token)) {
    throw new LeanError(
      'token_has_bearer',
      'access_token must be the raw token: the SDK adds "Bearer " itself.',
    );
  }
  const claims = claimsOf(token);
  if (claims === null) throw new LeanError('token_malformed', 'access_token is no JWT.');
  const { exp } = claims as { exp?: unknown };
  if (typeof exp !== 'number') throw new LeanError('token_without_expiry', 'access_token has no exp claim.');
  if (exp * 1000 - now < SHORTEST_LIFE_MS) {
    throw new LeanError(
      'token_expires_soon',
      'access_token must have at least 10 minutes left: mint one for each opening of Link.',
    );
  }
}

function claimsOf(token: string): object | null {
  const [, payload, signature] = token.split('.');
  if (payload === undefined || signature === undefined) return null;
  try {
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    return typeof claims === 'object' ? claims : null;
  } catch {
    return null; // Not base64, or not JSON: no JWT, which the caller reports.
  }
}
