/** A fingerprint of the list of banks, which tells after a redirect whether it has changed. */
import { linkFingerprint, type Entity } from '../domain/entity.js';

/** A hash of what linking a bank changes, in hexadecimal; the order of the list does not count. */
export function hashEntities(entities: readonly Entity[]): Promise<string> {
  return hash(entities.map(linkFingerprint).sort());
}

/** The same for a reconnect, which changes nothing in the list: its bank's id stands before those of all. */
export function hashReconnect(entities: readonly Entity[], entityId: string): Promise<string> {
  return hash([entityId, ...entities.map((entity) => entity.entityId).sort()]);
}

async function hash(lines: readonly string[]): Promise<string> {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  // Only pages from this machine or over https have `subtle`; elsewhere a plain checksum tells a change as well.
  const digest = isSecureContext
    ? new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    : checksum(bytes);
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** FNV-1a, 32 bits. */
function checksum(bytes: Uint8Array): Uint8Array {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return new Uint8Array(new Uint32Array([hash]).buffer);
}
