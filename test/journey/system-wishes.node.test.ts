/** What customers ask of their system, asked of the demo's pages: more contrast, their own colours, no motion, zoom. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { beforeEach, afterEach, describe, it } from 'node:test';
import type { AxeResults } from 'axe-core';
import type { CDPSession, ElementHandle, Page } from 'puppeteer-core';
import { openSite } from './support/site.js';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const site = openSite();
let page: Page;
let tools: CDPSession;

beforeEach(async () => {
  page = await (await site.browser.createBrowserContext()).newPage();
  await page.setBypassCSP(true); // For axe; the pages' own policy is tested where they are served.
  tools = await page.createCDPSession();
  await page.goto(`${site.demo.origin}/hosts/plain.html?banks=2`);
  // The loader that runs these tests names functions through a helper of its own, which a page does not have.
  await page.evaluate('globalThis.__name = (value) => value');
  await drawn('account');
  await drawn('description');
});
afterEach(async () => {
  await page.browserContext().close();
});

const wish = (name: string, value: string) =>
  tools.send('Emulation.setEmulatedMedia', { features: [{ name, value }] });

/** The first element of a part, once it is visible: asking for that looks each frame, into shadow roots too. */
async function drawn(part: string): Promise<ElementHandle> {
  const found = await page.waitForSelector(`>>> [part~="${part}"]`, { visible: true });
  assert.ok(found);
  return found;
}

/** Computed values of the first element of a part. */
async function computed(part: string, ...properties: string[]): Promise<string[]> {
  const found = await drawn(part);
  return found.evaluate((element, names) => {
    const style = getComputedStyle(element);
    return names.map((name) => style.getPropertyValue(name));
  }, properties);
}

describe('A customer’s system', () => {
  it('that asks for more contrast gets quiet text as strong as all other text', async () => {
    const [before] = await computed('day', 'color');
    await wish('prefers-contrast', 'more');
    const [after] = await computed('day', 'color');
    const [text] = await computed('account-name', 'color');
    assert.notEqual(before, text);
    assert.equal(after, text);
  });

  it('that forces its colours gets them, on buttons, text and edges, with axe content', async () => {
    await wish('forced-colors', 'active');
    const system = await page.evaluate(() => {
      const probe = document.createElement('i');
      document.body.append(probe);
      const read = (name: string): string => {
        probe.style.color = name;
        return getComputedStyle(probe).color;
      };
      return { text: read('CanvasText'), face: read('ButtonFace'), page: read('Canvas') };
    });
    assert.deepEqual(await computed('day', 'color'), [system.text]);
    // Browsers force text and edges by themselves, but no drawing.
    const chart = await drawn('chart');
    const fill = await chart.evaluate((element) => {
      const axis = element.querySelector('.axis');
      return axis ? getComputedStyle(axis).fill : '';
    });
    assert.equal(fill, system.text);
    const [color, border] = await computed('button', 'color', 'border-top-style');
    assert.ok(color);
    assert.equal(border, 'solid');
    await page.addScriptTag({ path: AXE });
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(root: Element): Promise<AxeResults> } };
      const { violations: found } = await axe.run(document.querySelector('lean-provider') as Element);
      return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120) ?? ''}`);
    });
    assert.deepEqual(
      violations.filter((text) => !/^(region|heading-order|page-has-heading-one)/.test(text)),
      [],
    );
  });

  it('that forces its colours can read what the button says, whose ground is not the page’s', async () => {
    await wish('forced-colors', 'active');
    await drawn('button');
    const words = await page.evaluate(() => {
      const range = document.createRange();
      range.selectNodeContents(
        document.querySelector('lean-connect-button')?.shadowRoot?.querySelector('.button slot') ?? document,
      );
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x, y, width, height };
    });
    const picture = await page.screenshot({ clip: words, encoding: 'base64' });
    const ink = await page.evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const pen = canvas.getContext('2d');
      pen?.drawImage(image, 0, 0);
      const points = pen?.getImageData(0, 0, image.width, image.height).data ?? [];
      let light = 0;
      for (let at = 0; at < points.length; at += 4) if ((points[at] ?? 0) > 127) light += 1;
      return light / (points.length / 4);
    }, picture);
    // A browser that paints its own ground behind each word leaves one colour alone.
    assert.ok(ink > 0.04 && ink < 0.96, `${String(ink)} of the words' place is light.`);
  });

  it('that wants no motion gets none', async () => {
    const moving = () =>
      page.evaluate(() => {
        const roots: (Document | ShadowRoot)[] = [document];
        let found = 0;
        for (const root of roots) {
          for (const element of root.querySelectorAll('*')) {
            if (element.shadowRoot) roots.push(element.shadowRoot);
            const { transitionDuration, animationName } = getComputedStyle(element);
            const isMoving = transitionDuration.split(', ').some((time) => parseFloat(time) > 0);
            if (root instanceof ShadowRoot && (isMoving || animationName !== 'none')) found += 1;
          }
        }
        return found;
      });
    assert.ok((await moving()) > 0);
    await wish('prefers-reduced-motion', 'reduce');
    assert.equal(await moving(), 0);
  });

  it('that changes from light to dark is followed at once, in the same frame', async () => {
    await page.evaluate(() => document.documentElement.style.setProperty('color-scheme', 'light dark'));
    await wish('prefers-color-scheme', 'light');
    const [light] = await computed('button', 'background-color');
    await wish('prefers-color-scheme', 'dark');
    const [dark] = await computed('button', 'background-color');
    assert.deepEqual([light, dark], ['rgb(11, 107, 87)', 'rgb(95, 212, 177)']);
  });

  for (const lang of ['en', 'ar']) {
    it(`that enlarges to 400 % needs no scrolling sideways in ${lang}`, async () => {
      // 1280 px at 400 % are 320 px of the page (WCAG 2.2, 1.4.10).
      await page.setViewport({ width: 320, height: 256 });
      await page.goto(`${site.demo.origin}/hosts/plain.html?banks=2&lang=${lang}`);
      await drawn('description');
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.equal(width, 320);
    });
  }

  it('shows a ring of two colours around what the keyboard has reached', async () => {
    await page.evaluate(() => document.querySelector<HTMLElement>('lean-connect-button')?.focus());
    await page.keyboard.press('Tab');
    const ring = await page.evaluate(() => {
      let at: Element | null = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      const element = at ?? document.body;
      return [getComputedStyle(element), getComputedStyle(element, '::after')].map((style) => ({
        outline: style.outlineStyle === 'none' ? '' : style.outlineColor,
        shadow: style.boxShadow === 'none' ? '' : style.boxShadow,
      }));
    });
    const seen = ring.find(({ outline, shadow }) => outline !== '' && shadow !== '');
    assert.ok(seen, JSON.stringify(ring));
    assert.ok(!seen.shadow.includes(seen.outline));
  });
});
