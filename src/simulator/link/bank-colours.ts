/** A bank's colours as the double paints them: a ground that can be seen on white, and text that can be read on it. */
import type { LinkBank } from './backend.js';

const HEX = /^#[0-9a-f]{6}$/i;
const OWN = '#24302d';

/** Perceived brightness from 0 to 255. */
function brightness(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return (red * 299 + green * 587 + blue * 114) / 1000;
}

/** Many banks have a white background: their main colour is then the ground. */
export function bankColours(bank: Pick<LinkBank, 'main_color' | 'background_color'>): {
  ground: string;
  ink: string;
} {
  const ground =
    [bank.background_color, bank.main_color].find(
      (colour) => colour !== null && HEX.test(colour) && brightness(colour) < 225,
    ) ?? OWN;
  return { ground, ink: brightness(ground) > 140 ? '#17211f' : '#ffffff' };
}
