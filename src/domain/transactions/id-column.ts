import { TextColumn } from './text-column.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const HEX = '0123456789abcdef';
const UUID_BYTES = 16;

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
    if (!this.#bytes) return this.#texts?.get(row) === id;
    if (!UUID.test(id)) return false;
    return everyByte(id, (byte, index) => this.#bytes?.[row * UUID_BYTES + index] === byte);
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
      const id = texts.get(row) ?? '';
      if (!UUID.test(id)) {
        texts.pack();
        return;
      }
      everyByte(id, (byte, index) => {
        bytes[row * UUID_BYTES + index] = byte;
        return true;
      });
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

/** Asks about each of a UUID's bytes until one is refused. */
function everyByte(id: string, accepts: (byte: number, index: number) => boolean): boolean {
  let at = 0;
  for (let index = 0; index < UUID_BYTES; index += 1) {
    if (id.charCodeAt(at) === 0x2d) at += 1;
    if (!accepts((hexDigit(id.charCodeAt(at)) << 4) | hexDigit(id.charCodeAt(at + 1)), index)) return false;
    at += 2;
  }
  return true;
}

/** `0` to `9` lie below `a`. */
function hexDigit(code: number): number {
  return code < 0x60 ? code - 0x30 : code - 0x57;
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
