import { expect, waitUntil } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { MOST_COMPLETE } from '../../src/elements/lean-transactions/list/completion.js';
import { nearestScroll } from '../../src/elements/lean-transactions/list/nearest-scroll.js';
import { poolStyles } from '../../src/elements/lean-transactions/list/pool.styles.js';
import { createRowPool, type RowPool } from '../../src/elements/lean-transactions/list/row-pool.js';

const ROW = 40;
const HEAD = 24;
const VIEW = 400;

interface TestRow {
  element: HTMLElement;
  text: Text;
}

interface Stage {
  pool: RowPool<TestRow>;
  list: HTMLElement;
  root: ShadowRoot;
  viewport: HTMLElement;
  /** What the rows say; a test may change it. */
  names: string[];
  fills: number;
  /** How many elements were made for rows and headings. */
  created: number;
}

let stage: Stage;

function build(isPage = false): Stage {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { margin: 0; padding: 0; box-sizing: border-box; }
    .viewport { inline-size: 300px; ${isPage ? '' : `block-size: ${VIEW}px; overflow: auto;`} }
    li { display: block; block-size: ${ROW}px; overflow: hidden; }
    li button { display: block; inline-size: 100%; block-size: ${ROW}px; }
    .pool-complete li { block-size: auto; }
    .head { position: sticky; inset-block-start: 0; block-size: ${HEAD}px; background: #fff; }
  `);
  root.adoptedStyleSheets = [sheet, poolStyles.styleSheet!];
  const viewport = document.createElement('div');
  viewport.className = 'viewport';
  const list = document.createElement('div');
  list.className = 'pool';
  viewport.append(list);
  root.append(viewport);
  document.body.append(host);
  const made: Partial<Stage> = { list, root, viewport, names: [], fills: 0, created: 0 };
  made.pool = createRowPool<TestRow, TestRow>({
    list,
    scroll: nearestScroll(list),
    rowHeight: ROW,
    headHeight: HEAD,
    createRow() {
      made.created! += 1;
      const element = document.createElement('li');
      const button = document.createElement('button');
      const text = document.createTextNode('');
      button.append(text);
      element.append(button);
      return { element, text };
    },
    fillRow({ text }, index) {
      made.fills! += 1;
      text.data = made.names![index] ?? '?';
    },
    createHead() {
      made.created! += 1;
      const element = document.createElement('section');
      const head = document.createElement('h3');
      const text = document.createTextNode('');
      head.className = 'head';
      head.append(text);
      element.append(head);
      return { element, text };
    },
    fillHead({ text }, group) {
      text.data = `group ${group}`;
    },
  });
  return made as Stage;
}

/** Rows named `row 0` and on, in groups of `size`. */
function show(count: number, size = 0, prefix = 'row'): void {
  stage.names = Array.from({ length: count }, (_, index) => `${prefix} ${index}`);
  stage.pool.show({ count, starts: startsOf(count, size) });
}

function startsOf(count: number, size: number): Uint32Array {
  return size === 0
    ? new Uint32Array()
    : Uint32Array.from({ length: Math.ceil(count / size) }, (_, at) => at * size);
}

function frame(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => done()));
}

/** The engine decides what of a section is in sight while it paints, after a frame's callbacks. */
async function painted(): Promise<void> {
  await frame();
  await frame();
}

async function scrollTo(top: number): Promise<void> {
  stage.viewport.scrollTop = top;
  await frame();
}

/** What stands at a height of the viewport. */
function textAt(y: number): string {
  const { left, top } = stage.viewport.getBoundingClientRect();
  const element = stage.root.elementFromPoint(left + 100, top + y);
  return element?.closest('button, h3')?.textContent ?? '';
}

function seen(): string[] {
  return Array.from({ length: VIEW / 4 }, (_, at) => textAt(at * 4 + 1)).filter(
    (text, at, all) => text !== all[at - 1],
  );
}

function rows(): HTMLElement[] {
  return [...stage.list.querySelectorAll<HTMLElement>('li')].filter((row) => !row.hidden);
}

function complete(): number {
  let steps = 0;
  for (const _ of stage.pool.complete()) steps += 1;
  return steps;
}

function buttonOf(index: number): HTMLElement {
  return stage.pool.rowAt(index)!.element.querySelector('button')!;
}

describe('a pool of rows', () => {
  beforeEach(() => {
    stage = build();
  });

  afterEach(() => {
    stage.pool.destroy();
    stage.root.host.remove();
  });

  it('shows the first rows at once, under their headings', () => {
    show(100_000, 3);
    expect(seen().slice(0, 6)).to.deep.equal(['group 0', 'row 0', 'row 1', 'row 2', 'group 1', 'row 3']);
  });

  it('needs few elements however many rows there are', async () => {
    show(100_000, 3);
    await scrollTo(1_000_000);
    expect(rows().length).to.be.below(20);
    expect(stage.list.querySelectorAll('*').length).to.be.below(80);
  });

  it('shows no empty place and no wrong row wherever it is scrolled to', async () => {
    show(100_000, 7);
    const height = stage.list.offsetHeight;
    for (let at = 0; at < 60; at += 1) {
      await scrollTo(Math.round((((at * 0.618) % 1) * height) / 3) * 3);
      const numbers = seen()
        .filter((text) => text.startsWith('row'))
        .map((text) => Number(text.slice(4)));
      expect(numbers.length).to.be.at.least(7);
      expect(numbers).to.deep.equal(numbers.map((_, place) => numbers[0]! + place));
    }
    await scrollTo(height);
    expect(seen().at(-1)).to.equal('row 99999');
  });

  it('makes and drops no element while it is scrolled', async () => {
    show(10_000, 5);
    for (let at = 0; at < 10; at += 1) await scrollTo(3000 + at * 97);
    const before = [...stage.list.querySelectorAll('*')];
    for (let at = 0; at < 60; at += 1) await scrollTo(3000 + at * 971);
    const after = [...stage.list.querySelectorAll('*')];
    expect(after.length).to.equal(before.length);
    expect(after.every((element) => before.includes(element))).to.equal(true);
  });

  it('writes only the rows that come into sight', async () => {
    show(10_000);
    await scrollTo(4000);
    await scrollTo(4000 + ROW);
    const before = stage.fills;
    await scrollTo(4000 + 2 * ROW);
    expect(stage.fills - before).to.be.at.most(2);
  });

  it('makes the next rows ready once scrolling has ended, and not while it leaps', async () => {
    show(10_000);
    await scrollTo(4000);
    const inSight = VIEW / ROW + 1;
    await scrollTo(80_000);
    expect(stage.fills).to.equal(3 * inSight);
    await waitUntil(() => stage.fills > 3 * inSight, 'the rows beyond were never made ready');
  });

  it('has its first rows in elements that were made ahead of them', () => {
    const made = stage.pool.reserve();
    expect(made).to.equal(VIEW / ROW + 1);
    const before = stage.created;
    show(10_000, 4);
    expect(stage.created).to.equal(before);
    expect(seen().slice(0, 3)).to.deep.equal(['group 0', 'row 0', 'row 1']);
  });

  it('shows its first rows without asking where a list stands that was made ready', () => {
    const { list, viewport, pool } = stage;
    const instead = document.createElement('div');
    instead.style.blockSize = '600px';
    const head = document.createElement('div');
    head.style.blockSize = '120px';
    viewport.prepend(head, instead);
    list.hidden = true;
    pool.reserve();
    instead.remove();
    list.hidden = false;
    let asked = 0;
    for (const element of [list, viewport]) {
      element.getBoundingClientRect = () => {
        asked += 1;
        return Reflect.apply(HTMLElement.prototype.getBoundingClientRect, element, []);
      };
    }
    show(10_000);
    expect(asked).to.equal(0);
    expect(rows().length).to.equal((VIEW - 120) / ROW + 1);
    expect(textAt(121)).to.equal('row 0');
    expect(textAt(VIEW - 1)).to.equal('row 6');
  });

  it('leaves no empty place where the page moved after the list was made ready', async () => {
    const { viewport, pool } = stage;
    const head = document.createElement('div');
    head.style.blockSize = '320px';
    viewport.prepend(head);
    pool.reserve();
    head.remove();
    show(10_000);
    await frame();
    await frame();
    expect(textAt(VIEW - 1)).to.equal('row 9');
  });

  it('tells where a row stands among all of them', async () => {
    show(5000, 4);
    await scrollTo(80_000);
    for (const row of rows()) {
      const index = Number(row.textContent.slice(4));
      expect(row.getAttribute('aria-posinset')).to.equal(String(index + 1));
      expect(row.getAttribute('aria-setsize')).to.equal('5000');
    }
  });

  it('has the rows in the order of the eye once scrolling has ended', async () => {
    show(5000);
    for (const top of [700, 2000, 1300, 90_000, 89_000]) await scrollTo(top);
    await waitUntil(() => {
      const numbers = rows().map((row) => Number(row.textContent.slice(4)));
      return numbers.every((number, at) => at === 0 || number > numbers[at - 1]!);
    }, 'the rows are not in order');
  });

  it('keeps the focus in its row while that is scrolled away and back', async () => {
    show(5000);
    await scrollTo(400);
    const button = buttonOf(12);
    button.focus();
    for (const top of [9000, 50_000, 20_000]) {
      await scrollTo(top);
      expect(stage.root.activeElement).to.equal(button);
      expect(button.textContent).to.equal('row 12');
    }
    await waitUntil(() => stage.root.activeElement === button);
    await scrollTo(400);
    expect(buttonOf(12)).to.equal(button);
    expect(seen().filter((text) => text === 'row 12').length).to.equal(1);
  });

  it('keeps what is seen in its place when rows come in above', async () => {
    show(1000, 4);
    await scrollTo(5003);
    const before = seen();
    buttonOf(Number(before[2]!.slice(4))).focus();
    const { activeElement } = stage.root;
    stage.names = [...Array.from({ length: 8 }, (_, at) => `new ${at}`), ...stage.names];
    stage.pool.show({ count: 1008, starts: startsOf(1008, 4) }, (index) => index + 8);
    expect(seen().filter((text) => text.startsWith('row'))).to.deep.equal(
      before.filter((text) => text.startsWith('row')),
    );
    expect(stage.root.activeElement).to.equal(activeElement);
    expect(activeElement!.textContent).to.equal(before[2]);
  });

  for (const isComplete of [false, true]) {
    const kind = isComplete ? 'in the document by itself' : 'in the pool';

    it(`gives the focus to the row in the place of one that is gone, ${kind}`, () => {
      show(12);
      if (isComplete) complete();
      buttonOf(4).focus();
      const without = (gone: number, expected: string): void => {
        stage.names = stage.names.filter((_, index) => index !== gone);
        const { length: count } = stage.names;
        stage.pool.show({ count, starts: new Uint32Array() }, (index) => {
          const place = index > gone ? index - 1 : index === gone ? -1 : index;
          return place < count ? place : -1;
        });
        if (isComplete) complete();
        expect(stage.root.activeElement?.textContent).to.equal(expected);
      };
      without(4, 'row 5');
      without(4, 'row 6');
      for (let last = stage.names.length - 1; last > 4; last -= 1) without(last, 'row 6');
      without(4, 'row 3');
    });
  }

  it('gives the focus to the row with the same number when those beside it are gone too', () => {
    show(12);
    buttonOf(4).focus();
    stage.names = Array.from({ length: 3 }, (_, index) => `other ${index}`);
    stage.pool.show({ count: 3, starts: new Uint32Array() }, () => -1);
    expect(stage.root.activeElement?.textContent).to.equal('other 2');
  });

  it('shows new rows at the top when the top is in sight', () => {
    show(1000);
    stage.names = ['new', ...stage.names];
    stage.pool.show({ count: 1001, starts: new Uint32Array() }, (index) => index + 1);
    expect(seen()[0]).to.equal('new');
  });

  it('begins at the top with other rows', async () => {
    show(1000);
    await scrollTo(9000);
    show(50, 0, 'found');
    expect(seen()[0]).to.equal('found 0');
    expect(stage.list.offsetHeight).to.equal(50 * ROW);
  });

  it('shows fewer rows, and none', () => {
    show(1000, 5);
    show(2, 5);
    expect(seen().filter(Boolean)).to.deep.equal(['group 0', 'row 0', 'row 1']);
    show(0);
    expect(rows()).to.deep.equal([]);
    expect(seen().filter(Boolean)).to.deep.equal([]);
  });

  it('writes rows anew when their words change', async () => {
    show(1000);
    await scrollTo(4000);
    stage.names = stage.names.map((name) => name.replace('row', 'صف'));
    stage.pool.refill();
    expect(seen()[0]).to.equal('صف 100');
    stage.names[101] = 'booked';
    stage.pool.refill(101);
    expect(seen()[1]).to.equal('booked');
  });

  it('holds the heading of the day in sight at the top', async () => {
    show(1000, 20);
    await scrollTo(300);
    expect(textAt(2)).to.equal('group 0');
    await scrollTo(HEAD + 20 * ROW - 10);
    expect([textAt(2), textAt(12)]).to.deep.equal(['group 0', 'group 1']);
  });

  it('opens a space below a row and follows its height', async () => {
    show(1000, 5);
    const details = document.createElement('div');
    details.style.cssText = 'block-size: 100px; background: #eee';
    stage.pool.openBelow(1, details);
    const { top } = stage.viewport.getBoundingClientRect();
    expect(details.getBoundingClientRect().top - top).to.equal(HEAD + 2 * ROW);
    expect(textAt(HEAD + 2 * ROW + 101)).to.equal('row 2');
    details.style.blockSize = '150px';
    await waitUntil(() => textAt(HEAD + 2 * ROW + 151) === 'row 2', 'the rows below did not move');
    expect(stage.list.offsetHeight).to.equal(200 * HEAD + 1000 * ROW + 150);
    stage.pool.openBelow(-1, null);
    expect(textAt(HEAD + 2 * ROW + 1)).to.equal('row 2');
    expect(details.isConnected).to.equal(false);
  });

  it('brings a row into sight', () => {
    show(5000, 9);
    stage.pool.reveal(3000);
    expect(seen()).to.include('row 3000');
    stage.pool.reveal(10);
    expect(seen()).to.include('row 10');
  });

  it('cuts a list that is taller than browsers scroll, and says so', () => {
    stage.names = [];
    const shown = stage.pool.show({ count: 1_000_000, starts: new Uint32Array() });
    expect(shown).to.be.within(150_000, 999_999);
    expect(stage.list.offsetHeight).to.equal(shown * ROW);
  });

  it('fills a viewport that grows', async () => {
    show(1000);
    stage.viewport.style.blockSize = '600px';
    await waitUntil(() => textAt(590) === 'row 14');
  });

  it('leaves nothing behind', async () => {
    show(1000, 5);
    complete();
    stage.pool.destroy();
    expect(stage.list.childNodes.length).to.equal(0);
    await scrollTo(500);
    expect(stage.list.childNodes.length).to.equal(0);
  });
});

describe('a list that is completed', () => {
  beforeEach(() => {
    stage = build();
  });

  afterEach(() => {
    stage.pool.destroy();
    stage.root.host.remove();
  });

  it('has every row in the document, in order, under its heading', () => {
    show(MOST_COMPLETE, 7);
    expect(complete()).to.be.above(MOST_COMPLETE / 32);
    expect(stage.pool.isComplete).to.equal(true);
    expect(rows().map((row) => row.textContent)).to.deep.equal(stage.names);
    expect(rows()[8]!.closest('section')!.querySelector('h3')!.textContent).to.equal('group 1');
    expect(stage.list.querySelectorAll('li:not([hidden])[aria-posinset]').length).to.equal(0);
  });

  it('looks the same as before, wherever it is scrolled to', async () => {
    show(900, 7);
    await scrollTo(5555);
    const windowed = seen();
    complete();
    await painted();
    expect(seen()).to.deep.equal(windowed);
    for (const top of [0, 12_345, 30_000]) {
      await scrollTo(top);
      await painted();
      expect(seen().length, `at ${top}`).to.be.above(8);
    }
  });

  it('shows what was asked for at every step of its completion', async () => {
    show(400, 7);
    await scrollTo(2000);
    const windowed = seen();
    for (const _ of stage.pool.complete()) {
      await painted();
      expect(seen()).to.deep.equal(windowed);
    }
  });

  it('can be searched by the browser', () => {
    show(600, 7);
    complete();
    expect((window as unknown as { find(text: string): boolean }).find('row 599')).to.equal(true);
  });

  it('hands the focus over with the row', async () => {
    show(200);
    await scrollTo(800);
    buttonOf(22).focus();
    complete();
    expect(stage.root.activeElement).to.equal(buttonOf(22));
    expect(stage.root.activeElement!.textContent).to.equal('row 22');
    expect(stage.viewport.scrollTop).to.equal(800);
  });

  it('keeps an open space below its row', async () => {
    show(200, 5);
    const details = document.createElement('div');
    details.style.blockSize = '100px';
    stage.pool.openBelow(3, details);
    const windowed = seen();
    complete();
    await painted();
    expect(seen()).to.deep.equal(windowed);
    stage.pool.openBelow(-1, null);
    stage.pool.openBelow(4, details);
    await painted();
    const { bottom } = buttonOf(4).getBoundingClientRect();
    expect(details.getBoundingClientRect().top).to.equal(bottom);
  });

  it('leaves the focus in an open space that it moves', () => {
    show(200, 5);
    const details = document.createElement('div');
    const button = details.appendChild(document.createElement('button'));
    stage.pool.openBelow(3, details);
    button.focus();
    complete();
    expect(details.parentElement!.localName).to.equal('li');
    expect(stage.root.activeElement).to.equal(button);
  });

  it('goes back to few rows when others are shown, also half-way', async () => {
    show(1000, 5);
    const steps = stage.pool.complete();
    for (let at = 0; at < 12; at += 1) steps.next();
    show(5000, 5, 'found');
    expect(steps.next().done).to.equal(true);
    expect(rows().length).to.be.below(20);
    expect(seen()[1]).to.equal('found 0');
    await scrollTo(90_000);
    expect(seen().length).to.be.above(8);
  });
});

describe('a list that scrolls with the page', () => {
  beforeEach(() => {
    stage = build(true);
  });

  afterEach(() => {
    stage.pool.destroy();
    stage.root.host.remove();
    window.scrollTo(0, 0);
  });

  it('shows the rows that are in the window', async () => {
    stage.viewport.style.marginBlockStart = '300px';
    show(10_000);
    window.scrollTo(0, 200_300);
    await frame();
    const row = stage.root.elementFromPoint(50, 20);
    expect(row?.closest('li')?.textContent).to.equal('row 5000');
    expect(rows().length).to.be.below(window.innerHeight / ROW + 10);
  });

  it('prints the rows that are in the document, and is on screen where it was before', async () => {
    show(10_000, 5);
    window.scrollTo(0, 200_300);
    await frame();
    const { scrollY } = window;
    const before = rows().map((row) => row.textContent);
    window.dispatchEvent(new Event('beforeprint'));
    await emulateMedia({ media: 'print' });
    await painted();
    const height = stage.list.getBoundingClientRect().height;
    const printed = rows().map((row) => row.textContent);
    await emulateMedia({ media: 'screen' });
    window.dispatchEvent(new Event('afterprint'));
    expect(height).to.equal(before.length * ROW);
    expect(printed).to.deep.equal(before);
    expect(window.scrollY).to.equal(scrollY);
  });
});
