/** A number that a double may not keep exactly: sixteen characters or more of digits and point after the sign. */
const LONG_NUMBER = /[:,[]\s*-?\d[\d.]{15,}/;

/** A JSON string, or a JSON number; strings are matched so that digits inside them are passed over. */
const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Doubles keep this many significant digits exactly. */
const EXACT_DIGITS = 15;

/**
 * JSON text as a value. Numbers with more digits than a double keeps come as text with every digit, so that money
 * stays exact on every engine (the source-text reviver that would tell the same is missing in Node 20).
 * Throws a SyntaxError when the text is not JSON.
 */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (!LONG_NUMBER.test(text)) return value;
  return JSON.parse(text.replace(STRING_OR_NUMBER, (token) => (isInexact(token) ? `"${token}"` : token)));
}

function isInexact(token: string): boolean {
  if (token.startsWith('"')) return false;
  const [mantissa = ''] = token.split(/e/i);
  return mantissa.replace(/[-.]/g, '').replace(/^0+/, '').length > EXACT_DIGITS;
}
