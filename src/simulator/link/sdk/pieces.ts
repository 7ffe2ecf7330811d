/** Small parts that several screens share. */
import { bankColours } from '../bank-colours.js';
import type { ShownBank } from '../protocol.js';
import { element } from './dom.js';

/** The screen's title; the dialog is named by it and it takes focus where nothing else does. */
export function heading(text: string): HTMLElement {
  return element('h1', { id: 'title', tabindex: '-1' }, text);
}

/** The main button; without `press` it submits its form. */
export function primary(text: string, test: string, press?: () => void): HTMLElement {
  return element(
    'button',
    { class: 'primary', type: press === undefined ? 'submit' : 'button', test, click: press },
    text,
  );
}

export function bankName(bank: ShownBank, language: 'en' | 'ar'): string {
  return (language === 'ar' ? bank.arabic_name : null) ?? bank.name;
}

/** The bank's logo when the simulator itself serves it, else its initials on its colours. */
export function bankTile(bank: ShownBank, origin: string): HTMLElement {
  const initials = bank.name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 2)
    .toUpperCase();
  const tile = element('span', { class: 'tile', 'aria-hidden': 'true' }, initials);
  const { ground, ink } = bankColours(bank);
  tile.style.background = ground;
  tile.style.color = ink;
  if (bank.logo && URL.canParse(bank.logo, origin) && new URL(bank.logo, origin).origin === origin) {
    const image = element('img', { alt: '', src: new URL(bank.logo, origin).href });
    image.addEventListener('load', () => {
      tile.replaceChildren(image);
    });
  }
  return tile;
}

/** A tick or a cross. */
export function mark(kind: 'done' | 'failed'): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', `mark ${kind}`);
  svg.setAttribute('viewBox', '0 0 56 56');
  svg.setAttribute('fill', 'none');
  svg.setAttribute('stroke', 'currentColor');
  svg.setAttribute('stroke-width', '3');
  svg.setAttribute('stroke-linecap', 'round');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  const drawing = kind === 'done' ? 'M18 29l7 7 14-15' : 'M20 20l16 16M36 20L20 36';
  path.setAttribute('d', `M28 3a25 25 0 1 1 0 50a25 25 0 1 1 0-50${drawing}`);
  svg.append(path);
  return svg;
}
