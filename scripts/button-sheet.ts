/** The twelve states of the connect button on one sheet, each in a frame with the real element. */
import type { Page } from 'puppeteer-core';
import { CONNECT_STATUSES } from '../src/domain/link.js';

/** Turns a page of the demo's into the sheet, and waits until every button has come to its state. */
export async function openButtonSheet(
  page: Page,
  origin: string,
  lang: string,
  theme: string,
): Promise<void> {
  // The page of states without any element: its ground and type, in one scheme.
  await page.goto(`${origin}/states.html?element=none&theme=${theme}`);
  await page.evaluate(drawSheet, [...CONNECT_STATUSES], lang, theme);
  await page.waitForFunction(isSheetDrawn, { timeout: 60_000 });
}

function drawSheet(statuses: string[], lang: string, theme: string): void {
  const sheet = document.createElement('main');
  sheet.dir = lang === 'ar' ? 'rtl' : 'ltr';
  Object.assign(sheet.style, {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    gap: '4px 20px',
    padding: '20px',
  });
  for (const status of statuses) {
    const figure = document.createElement('figure');
    figure.style.margin = '0';
    const caption = document.createElement('figcaption');
    caption.textContent = status;
    Object.assign(caption.style, { fontSize: '13px', opacity: '0.65', padding: '8px 16px 0' });
    const frame = document.createElement('iframe');
    frame.title = status;
    frame.src = `/state.html?show=connect-button-${status}&lang=${lang}&theme=${theme}`;
    Object.assign(frame.style, { inlineSize: '100%', blockSize: '120px', border: '0' });
    figure.append(caption, frame);
    sheet.append(figure);
  }
  document.body.replaceChildren(sheet);
}

function isSheetDrawn(): boolean {
  const frames = [...document.querySelectorAll('iframe')];
  return frames.every(
    ({ contentDocument, title }) =>
      contentDocument?.querySelector('lean-connect-button')?.getAttribute('status') === title &&
      contentDocument.fonts.status === 'loaded',
  );
}
