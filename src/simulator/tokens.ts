/** JWTs as Lean's authorisation server makes them, signed with a key that follows from the seed (facts §4). */
import type { SimulatorClock } from './clock.js';
import type { Identifiers } from './identifiers.js';
import type { RegionFacts } from './regions.js';

/** The claims seen in Lean's tokens. Times are epoch seconds. */
export interface TokenClaims {
  sub: string;
  aud: string | string[];
  nbf: number;
  scope: string[];
  iss: string;
  customers?: { id: string }[];
  exp: number;
  iat: number;
  jti: string;
  applications: { id: string }[];
}

/** Issues and checks tokens. */
export interface Tokens {
  issueForApi(): Promise<string>;
  issueForCustomer(customerId: string): Promise<string>;
  /** The claims of a token we issued and that has not run out; null for any other text. */
  verify(token: string): Promise<TokenClaims | null>;
}

/** Tokens live this long; the reply's `expires_in` says one second less, as Lean's does. */
const LIFE_S = 3600;

const API_SCOPES = [
  'customer.read',
  'customer.write',
  'bank.read',
  'webhook.read',
  'data.read',
  'report.read',
];
const CUSTOMER_SCOPES = [
  'customer.read',
  'connect.write',
  'connect.read',
  'application.read',
  'bank.read',
  'key.read',
];

/** Checked tokens are remembered, for a data call must not wait for a signature check each time. */
const REMEMBERED_TOKENS = 5000;

const encoder = new TextEncoder();

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
    letter.charCodeAt(0),
  );
}

export function createTokens(parts: {
  secret: string;
  applicationId: string;
  region: RegionFacts;
  clock: Pick<SimulatorClock, 'now'>;
  identifiers: Identifiers;
}): Tokens {
  const { applicationId, region, clock, identifiers } = parts;
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = crypto.subtle.importKey('raw', encoder.encode(parts.secret), algorithm, false, [
    'sign',
    'verify',
  ]);
  const known = new Map<string, TokenClaims>();
  const header = toBase64Url(
    encoder.encode(JSON.stringify({ kid: identifiers.of('key', 'token'), alg: 'HS256' })),
  );

  async function issue(claims: Pick<TokenClaims, 'aud' | 'scope' | 'customers'>): Promise<string> {
    const issuedAt = Math.floor(clock.now() / 1000);
    const full: TokenClaims = {
      sub: applicationId,
      aud: claims.aud,
      nbf: issuedAt,
      scope: claims.scope,
      iss: region.auth,
      ...(claims.customers && { customers: claims.customers }),
      exp: issuedAt + LIFE_S,
      iat: issuedAt,
      jti: identifiers.next('token'),
      applications: [{ id: applicationId }],
    };
    const signed = `${header}.${toBase64Url(encoder.encode(JSON.stringify(full)))}`;
    const signature = await crypto.subtle.sign('HMAC', await key, encoder.encode(signed));
    return `${signed}.${toBase64Url(new Uint8Array(signature))}`;
  }

  async function check(token: string): Promise<TokenClaims | null> {
    const [head, body, signature] = token.split('.');
    const isBase64Url = /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token);
    if (!isBase64Url || head === undefined || body === undefined || signature === undefined) return null;
    // A length that base64 cannot have would make `atob` throw.
    if ([head, body, signature].some((part) => part.length % 4 === 1)) return null;
    const signed = encoder.encode(`${head}.${body}`);
    if (!(await crypto.subtle.verify('HMAC', await key, fromBase64Url(signature), signed))) return null;
    return JSON.parse(new TextDecoder().decode(fromBase64Url(body))) as TokenClaims;
  }

  return {
    issueForApi: () => issue({ aud: region.api, scope: API_SCOPES }),
    issueForCustomer: (customerId) =>
      issue({
        aud: [region.link, region.secureApi],
        scope: CUSTOMER_SCOPES,
        customers: [{ id: customerId }],
      }),
    async verify(token) {
      let claims = known.get(token) ?? null;
      if (!claims) {
        claims = await check(token);
        if (!claims) return null;
        if (known.size >= REMEMBERED_TOKENS) known.clear();
        known.set(token, claims);
      }
      return claims.exp * 1000 > clock.now() ? claims : null;
    },
  };
}
