import { base64url, concatBytes, fromBase64url, utf8, utf8Text, type Bytes } from './bytes.js';
import { sealSecrets } from './config.js';
import { Lru } from './lru.js';
import type { ProxyConfig } from './options.js';

/** What a sealed id is the id of; a seal of one kind does not open as another. */
export type SealKind = 'entity' | 'account' | 'result' | 'refresh';

const TAG_BYTES = 16;
const CACHED = 20_000;

interface SealKey {
  mac: CryptoKey;
  cipher: CryptoKey;
}

/**
 * Ids as the browser sees them: encrypted under a tag that is made from user, kind and id (a synthetic
 * initialisation vector, as in RFC 5297, on HMAC-SHA-256 and AES-CTR). The same id gives the same text for the same
 * user on every instance and in every session; for another user it does not open.
 */
export class Seals {
  private readonly keys: Promise<SealKey>[];
  private readonly sealed = new Lru<string>(CACHED);

  constructor(private readonly config: ProxyConfig) {
    this.keys = config.sealIds ? sealSecrets(config).map(deriveKey) : [];
  }

  /** The id as the browser may see it; the id itself where sealing is off. */
  async seal(appUserId: string, kind: SealKind, id: string): Promise<string> {
    const [first] = this.keys;
    if (first === undefined) return id;
    const subject = JSON.stringify([appUserId, kind, id]);
    const known = this.sealed.get(subject);
    if (known !== undefined) return known;
    const key = await first;
    const tag = await tagOf(key, subject);
    const text = base64url(concatBytes([tag, await crypt(key, tag, utf8(id))]));
    this.sealed.set(subject, text);
    return text;
  }

  /** The id behind a seal, or null when it is not one for this user and kind. The text itself where sealing is off. */
  async open(appUserId: string, kind: SealKind, text: string): Promise<string | null> {
    if (!this.config.sealIds) return text;
    const bytes = fromBase64url(text);
    if (bytes === null || bytes.length <= TAG_BYTES) return null;
    const tag = bytes.slice(0, TAG_BYTES);
    for (const each of this.keys) {
      const key = await each;
      const id = readable(await crypt(key, tag, bytes.slice(TAG_BYTES)));
      if (id !== null && (await isTag(key, JSON.stringify([appUserId, kind, id]), tag))) return id;
    }
    return null;
  }
}

async function deriveKey(secret: string): Promise<SealKey> {
  const material = await crypto.subtle.importKey('raw', utf8(secret), 'HKDF', false, ['deriveKey']);
  const derivation = (info: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: utf8('lean-elements seal'),
    info: utf8(info),
  });
  const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 };
  const aes = { name: 'AES-CTR', length: 256 };
  return {
    mac: await crypto.subtle.deriveKey(derivation('tag'), material, hmac, false, ['sign']),
    cipher: await crypto.subtle.deriveKey(derivation('cipher'), material, aes, false, ['encrypt']),
  };
}

async function tagOf(key: SealKey, subject: string): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', key.mac, utf8(subject))).slice(0, TAG_BYTES);
}

/** Compares without leaving early, so that time tells nothing about how much of a guess was right. */
async function isTag(key: SealKey, subject: string, tag: Bytes): Promise<boolean> {
  const expected = await tagOf(key, subject);
  return expected.reduce((difference, byte, index) => difference | (byte ^ (tag[index] ?? 0)), 0) === 0;
}

/** In counter mode the same step encrypts and decrypts. */
async function crypt(key: SealKey, counter: Bytes, bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(
    await crypto.subtle.encrypt({ name: 'AES-CTR', counter, length: 64 }, key.cipher, bytes),
  );
}

function readable(bytes: Bytes): string | null {
  try {
    return utf8Text(bytes);
  } catch {
    return null;
  }
}
