import { fromHex, utf8, type Bytes } from './bytes.js';

const SIGNATURE_BYTES = 64;
const HMAC = { name: 'HMAC', hash: 'SHA-512' };

/**
 * Whether `lean-signature` is `sha512=` and the hexadecimal HMAC-SHA512 of the raw body under one of the secrets.
 * Web Crypto compares in constant time, and every secret is tried whatever the first one says. Nothing in the
 * signature tells time, so a replay is recognised by its event, not by its age.
 */
export async function isSignedByLean(
  header: string | null,
  body: Bytes,
  secrets: readonly string[],
): Promise<boolean> {
  const signature = header?.startsWith('sha512=') ? fromHex(header.slice('sha512='.length)) : null;
  if (signature?.length !== SIGNATURE_BYTES || body.length === 0) return false;
  const verdicts = await Promise.all(
    secrets.map(async (secret) => {
      const key = await crypto.subtle.importKey('raw', utf8(secret), HMAC, false, ['verify']);
      return crypto.subtle.verify('HMAC', key, signature, body);
    }),
  );
  return verdicts.includes(true);
}
