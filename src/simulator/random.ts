/**
 * Chance that can be repeated. Everything the simulator makes up is drawn from a text key, never from the machine,
 * so that the same seed and the same clock give the same bytes.
 */

/** A stream of draws that depends on nothing but the key it was made with. */
export interface Random {
  /** A number from 0 (inclusive) to 1 (exclusive). */
  float(): number;
  /** A whole number from `least` to `most`, both inclusive. */
  int(least: number, most: number): number;
  /** One item; the list must not be empty. */
  pick<Item>(items: readonly Item[]): Item;
  /** True with the given probability. */
  chance(probability: number): boolean;
}

/** Four 32-bit words of a text: FNV-1a from four starting points, then an avalanche so that near keys part. */
function wordsOf(key: string): [number, number, number, number] {
  let first = 0x811c9dc5;
  let second = 0x1b873593;
  let third = 0x9e3779b9;
  let fourth = 0x85ebca6b;
  for (let at = 0; at < key.length; at += 1) {
    const unit = key.charCodeAt(at);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ unit, 0x0100019d);
    third = Math.imul(third ^ unit, 0x010001b7);
    fourth = Math.imul(fourth ^ unit, 0x010001f9);
  }
  return [
    avalanche(first ^ fourth),
    avalanche(second ^ first),
    avalanche(third ^ second),
    avalanche(fourth ^ third),
  ];
}

function avalanche(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Draws for a key (xorshift with 128 bits of state). */
export function createRandom(key: string): Random {
  let [x, y, z, w] = wordsOf(key);
  // All-zero state would stay zero for ever.
  w |= 1;

  function next(): number {
    const t = x ^ (x << 11);
    x = y;
    y = z;
    z = w;
    w = w ^ (w >>> 19) ^ t ^ (t >>> 8);
    return w >>> 0;
  }

  function float(): number {
    return next() / 0x1_0000_0000;
  }

  return {
    float,
    int: (least, most) => least + Math.floor(float() * (most - least + 1)),
    pick<Item>(items: readonly Item[]): Item {
      const item = items[Math.floor(float() * items.length)];
      if (item === undefined) throw new RangeError('pick: the list is empty');
      return item;
    },
    chance: (probability) => float() < probability,
  };
}

function hexOfWord(word: number): string {
  return word.toString(16).padStart(8, '0');
}

/** 32 hexadecimal digits that depend on the key alone. */
export function hexOf(key: string): string {
  const [first, second, third, fourth] = wordsOf(key);
  return hexOfWord(first) + hexOfWord(second) + hexOfWord(third) + hexOfWord(fourth);
}

/** An id in the form of a random UUID (version 4), made from a key. */
export function uuidOf(key: string): string {
  const [first, second, third, fourth] = wordsOf(key);
  const timeAndVersion = hexOfWord(((second & 0xffff_0fff) | 0x4000) >>> 0);
  const variantAndClock = hexOfWord(((third & 0x3fff_ffff) | 0x8000_0000) >>> 0);
  return (
    `${hexOfWord(first)}-${timeAndVersion.slice(0, 4)}-${timeAndVersion.slice(4)}-` +
    `${variantAndClock.slice(0, 4)}-${variantAndClock.slice(4)}${hexOfWord(fourth)}`
  );
}

/** Letters that depend on the key alone, as Lean's mock banks put in their reference fields. */
export function lettersOf(key: string, length: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const random = createRandom(key);
  return Array.from({ length }, () => alphabet.charAt(random.int(0, 25))).join('');
}

/** Decimal digits that depend on the key alone. */
export function digitsOf(key: string, length: number): string {
  const random = createRandom(key);
  return Array.from({ length }, () => String(random.int(0, 9))).join('');
}
