/** Bank logos, drawn here so that pages show one without any network: a glyph in a rounded square. */
import type { BankDefinition } from './data/banks.js';

const shapes = [
  'M16 44 32 16l16 28z',
  'M16 24h32v6H16zM16 36h32v6H16z',
  'M32 14a18 18 0 1 0 0 36 18 18 0 0 0 0-36zm0 9a9 9 0 1 1 0 18 9 9 0 0 1 0-18z',
  'M14 46V30l18-14 18 14v16h-9V34H23v12z',
  'M14 38c9-18 27-18 36 0-9 9-27 9-36 0z',
  'M18 18h12v28H18zM34 28h12v18H34z',
];

/** The SVG text of a bank's logo: white on its colour, or the white glyph alone, as Lean's `logo` is. */
export function logoSvg(bank: BankDefinition, position: number, coloured: boolean): string {
  const shape = shapes[position % shapes.length] ?? '';
  const ground = coloured ? `<rect width="64" height="64" rx="14" fill="${bank.mainColor}"/>` : '';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" role="img" aria-label="${bank.name}">` +
    `${ground}<path fill="#ffffff" d="${shape}"/></svg>`
  );
}
