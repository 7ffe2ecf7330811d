import { TextColumn } from './text-column.js';

const HEX = '0123456789abcdef';
const UUID_BYTES = 16;
const UUID_LENGTH = 36;
const DASH = 0x2d;

/** Where in a UUID the digits of each byte begin. */
const PLACES = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];

/**
 * The ids of a block. Ids are opaque, but most banks' are UUIDs in lower case, which fit into 16 bytes: a block that
 * holds nothing else is kept so, any other as text.
 */
export class IdColumn {
  #texts: TextColumn | null = new TextColumn();
  #bytes: Uint8Array | null = null;

  get(row: number): string {
    if (this.#bytes) return uuidAt(this.#bytes, row);
    return this.#texts?.get(row) ?? '';
  }

  /** Tells whether a row has this id, without making a text. */
  holds(row: number, id: string): boolean {
    const bytes = this.#bytes;
    if (!bytes) return this.#texts?.get(row) === id;
    const sought = new Uint8Array(UUID_BYTES);
    return writeUuid(sought, 0, id) && sought.every((byte, at) => bytes[row * UUID_BYTES + at] === byte);
  }

  set(row: number, id: string): void {
    const texts = this.#texts ?? this.#unpack();
    texts.set(row, id);
  }

  /** Makes the first `length` ids small. */
  pack(length: number): void {
    const texts = this.#texts;
    if (!texts || this.#bytes) return;
    const bytes = new Uint8Array(length * UUID_BYTES);
    for (let row = 0; row < length; row += 1) {
      if (writeUuid(bytes, row, texts.get(row) ?? '')) continue;
      texts.pack();
      return;
    }
    this.#bytes = bytes;
    this.#texts = null;
  }

  #unpack(): TextColumn {
    const texts = new TextColumn();
    const length = (this.#bytes?.length ?? 0) / UUID_BYTES;
    for (let row = 0; row < length; row += 1) texts.set(row, this.get(row));
    this.#texts = texts;
    this.#bytes = null;
    return texts;
  }
}

/** Writes a row's UUID; false when the id is none, or would not read the same again. */
function writeUuid(bytes: Uint8Array, row: number, id: string): boolean {
  if (id.length !== UUID_LENGTH) return false;
  for (const dash of [8, 13, 18, 23]) if (id.charCodeAt(dash) !== DASH) return false;
  for (let index = 0; index < UUID_BYTES; index += 1) {
    const place = PLACES[index] ?? 0;
    const high = hexDigit(id.charCodeAt(place));
    const low = hexDigit(id.charCodeAt(place + 1));
    if (high < 0 || low < 0) return false;
    bytes[row * UUID_BYTES + index] = (high << 4) | low;
  }
  return true;
}

/** -1 for what is no digit of lower-case hexadecimal. */
function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  return code >= 0x61 && code <= 0x66 ? code - 0x57 : -1;
}

function uuidAt(bytes: Uint8Array, row: number): string {
  let id = '';
  for (let index = 0; index < UUID_BYTES; index += 1) {
    if (index === 4 || index === 6 || index === 8 || index === 10) id += '-';
    const byte = bytes[row * UUID_BYTES + index] ?? 0;
    id += HEX.charAt(byte >> 4) + HEX.charAt(byte & 0xf);
  }
  return id;
}
