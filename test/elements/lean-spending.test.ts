import { expect, fixture, html } from '@open-wc/testing';
import { http, HttpResponse } from 'msw';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/lean-accounts.js';
import '../../src/define/lean-spending.js';
import '../../src/define/lean-transactions.js';
import { dayAt } from '../../src/domain/calendar.js';
import { addAmounts } from '../../src/domain/money.js';
import { FlowSum } from '../../src/domain/spending/flow.js';
import type { LeanSpending } from '../../src/elements/lean-spending/lean-spending.js';
import { SELECTION } from '../../src/elements/shared/selection.js';
import { nextEvent } from '../support/events.js';
import { ownPath } from '../support/own-path.js';
import { readable, Screen } from '../support/screen.js';
import { PROXY_PATH, startStack, type Stack, type StackOptions } from '../support/stack.js';

type Screened = Screen<LeanSpending>;

interface Options extends StackOptions {
  banks?: string[];
  lang?: string;
  attributes?: Record<string, string>;
}

describe('lean-spending', () => {
  let stack: Stack;
  let asked: string[] = [];

  afterEach(() => {
    stack.stop();
  });

  /** Money shows, and everything that was asked for has been added up. */
  async function shown(options: Options = {}): Promise<Screened> {
    const screen = await mount(options);
    await untilAddedUp(screen);
    return screen;
  }

  async function mount({
    banks = ['LEANMB1'],
    lang = 'en',
    attributes = {},
    ...options
  }: Options): Promise<Screened> {
    stack = await startStack(options);
    for (const bankIdentifier of banks)
      stack.simulator.linkEntity({ customerId: stack.customerId, bankIdentifier });
    const path = ownPath(stack);
    asked = [];
    // Notes what is asked, and leaves the answer to the backend.
    stack.use(http.all(`${location.origin}${path}/*`, ({ request }) => void asked.push(request.url)));
    const provider = await fixture(html`<lean-provider lang=${lang} proxy=${path}></lean-provider>`);
    const element = document.createElement('lean-spending');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    provider.append(element);
    return new Screen(element);
  }

  async function untilAddedUp(screen: Screened): Promise<void> {
    await screen.until('the sums show', () => screen.part('chart') !== null && !screen.find('.reading'));
    await screen.until(
      'the months can be compared',
      () => (screen.find('.compared')?.textContent ?? '').trim() !== '',
    );
  }

  /** The rows of one of the tables: name, in, out, net. */
  function rowsOf(screen: Screened, table: number): string[][] {
    const body = screen.all('table')[table]?.querySelectorAll('tbody tr') ?? [];
    return [...body].map((row) => [...row.children].map(readable));
  }

  const amountOf = (text: string) => text.replace(/[^\d.−-]/g, '').replace('−', '-');
  const sum = (rows: string[][], column: number) =>
    addAmounts(rows.map((row) => amountOf(row[column] ?? '0')));
  /** In, out and net of the legend. */
  const legend = (screen: Screened) =>
    [...screen.part('legend')!.querySelectorAll('dd')].map((figure) =>
      addAmounts([amountOf(readable(figure))]),
    );

  it('shows in, out and net, and the tables behind come to the same, to the last digit', async () => {
    const screen = await shown();
    for (const table of [0, 1]) {
      const rows = rowsOf(screen, table);
      expect([1, 2, 3].map((column) => sum(rows, column))).to.deep.equal(legend(screen));
      for (const row of rows) {
        expect(sum([row], 3)).to.equal(addAmounts([sum([row], 1), `-${sum([row], 2)}`.replace('-0', '0')]));
      }
    }
  });

  it('adds up what the transactions show, without a request more', async () => {
    const screen = await shown();
    expect(asked.some((url) => url.includes('/transactions'))).to.equal(true);
    const before = asked.length;
    const list = document.createElement('lean-transactions');
    const loaded = nextEvent('lean-transactions-load', list);
    screen.element.after(list);
    await loaded;
    expect(asked.slice(before)).to.deep.equal([]);
  });

  it('draws each month of the picture as large as its figures, a year at a time, the newest first', async () => {
    const screen = await shown();
    const months = rowsOf(screen, 0).slice(0, 12).reverse();
    const bars = (kind: string) =>
      screen.all(`.picture rect.${kind}`).map((bar) => bar.getBoundingClientRect().height);
    for (const [kind, column] of [
      ['in', 1],
      ['out', 2],
    ] as const) {
      const heights = bars(kind);
      expect(heights.length).to.equal(12);
      const amounts = months.map((row) => Number(sum([row], column)));
      const scale = heights[0]! / amounts[0]!;
      for (const [index, height] of heights.entries())
        expect(height).to.be.closeTo(Math.max(2, amounts[index]! * scale), 1.5);
    }
    await screen.press('Earlier months');
    expect(readable(screen.find('.month:last-child .unseen'))).to.match(/^November 2025:/);
    await screen.press('Later months');
    expect(readable(screen.find('.month:last-child .unseen'))).to.match(/^November 2026:|^\w+ 20\d\d:/);
  });

  it('tells in from out without colour: one stands, the other hangs and is hatched', async () => {
    const screen = await shown();
    const zero = screen.find('line.zero')!.getBoundingClientRect().top;
    const box = (selector: string) => screen.find(selector)!.getBoundingClientRect();
    expect(box('.picture rect.in').bottom).to.be.closeTo(zero, 1);
    expect(box('.picture rect.out').top).to.be.closeTo(zero, 1);
    expect(getComputedStyle(screen.find('.picture rect.out')!).fill).to.include('url(');
  });

  it('looks at one month: its figures, categories and payees, and tells the page first', async () => {
    const screen = await shown();
    const [, second] = rowsOf(screen, 0);
    const told = nextEvent('lean-category-select', screen.element);
    screen.parts('month').at(-2)!.click();
    const { detail } = await told;
    await screen.element.updateComplete;
    expect(detail.category).to.equal(null);
    expect(detail.from).to.match(/^\d{4}-\d{2}-01$/);
    expect(detail.to!.slice(0, 7)).to.equal(detail.from!.slice(0, 7));
    expect(legend(screen)).to.deep.equal([1, 2, 3].map((column) => sum([second!], column)));
    expect(sum(rowsOf(screen, 1), 2)).to.equal(sum([second!], 2));
    screen.parts('month').at(-2)!.click();
    await screen.element.updateComplete;
    expect(screen.part('chosen')).to.equal(null);
  });

  it('stays as it was when the page prevents a choice', async () => {
    const screen = await shown();
    screen.element.addEventListener('lean-category-select', (event) => {
      event.preventDefault();
    });
    screen.find('button.category')!.click();
    await screen.element.updateComplete;
    expect(screen.part('chosen')).to.equal(null);
    expect(screen.element[SELECTION].read().filter).to.equal(null);
  });

  it('lets followers have what is chosen, and takes it back by its chip', async () => {
    const screen = await shown({ attributes: { from: ' 2026-01-10 ' } });
    let told = 0;
    screen.element[SELECTION].subscribe(() => (told += 1));
    screen.find('button.category')!.click();
    await screen.element.updateComplete;
    expect(told).to.be.greaterThan(0);
    expect(screen.element[SELECTION].read().filter).to.deep.include({ from: '2026-01-10', to: null });
    expect(screen.element[SELECTION].read().filter?.category).to.be.a('string');
    screen.find('.chosen button')!.click();
    await screen.element.updateComplete;
    expect(screen.element[SELECTION].read().filter).to.equal(null);
  });

  it('goes from month to month by arrow keys, as the eye goes in either direction', async () => {
    for (const [lang, back] of [
      ['en', 'ArrowLeft'],
      ['ar', 'ArrowRight'],
    ] as const) {
      const screen = await shown({ lang });
      const months = screen.parts('month');
      months.at(-1)!.focus();
      await sendKeys({ press: back });
      expect(screen.element.shadowRoot?.activeElement).to.equal(months.at(-2));
      await sendKeys({ press: 'Home' });
      expect(screen.element.shadowRoot?.activeElement).to.equal(months[0]);
      await sendKeys({ press: 'Enter' });
      expect(months[0]!.getAttribute('aria-pressed')).to.equal('true');
      expect(screen.parts('month').filter(({ tabIndex }) => tabIndex === 0).length).to.equal(1);
      screen.element.remove();
      stack.stop();
    }
  });

  it('stands mirrored on an Arabic page: the newest month is leftmost', async () => {
    const screen = await shown({ lang: 'ar' });
    const lefts = screen.parts('month').map((month) => month.getBoundingClientRect().left);
    expect([...lefts].sort((one, other) => other - one)).to.deep.equal(lefts);
    const bars = screen.all('.picture rect.in').map((bar) => bar.getBoundingClientRect());
    const columns = screen.parts('month').map((month) => month.getBoundingClientRect());
    for (const [index, bar] of bars.entries()) {
      expect(bar.left).to.be.greaterThan(columns[index]!.left);
      expect(bar.right).to.be.lessThan(columns[index]!.right);
    }
    expect(screen.text).to.include('المصروفات');
    await expect(screen.element).to.be.accessible();
  });

  it('says that there is nothing to add up where no bank is connected', async () => {
    const screen = await mount({ banks: [] });
    await screen.until('it says so', () => screen.text.includes('Nothing to add up yet'));
    expect(screen.isBusy).to.equal(false);
    await expect(screen.element).to.be.accessible();
  });

  it('shows one month alone where no more was asked for, and compares it with nothing', async () => {
    const screen = await mount({ attributes: { from: firstOfThisMonth() } });
    await screen.until('the sums show', () => screen.part('chart') !== null && !screen.find('.reading'));
    expect(screen.parts('month').length).to.equal(1);
    expect(screen.text).not.to.match(/(less|more) than/);
    await expect(screen.element).to.be.accessible();
  });

  it('adds up the account chosen in a lean-accounts, and all when nothing is chosen', async () => {
    stack = await startStack();
    stack.simulator.linkEntity({ customerId: stack.customerId, bankIdentifier: 'LEANMB1' });
    const provider = await fixture(
      html`<lean-provider proxy=${ownPath(stack)}
        ><lean-accounts id="their-accounts"></lean-accounts
        ><lean-spending for="their-accounts"></lean-spending
      ></lean-provider>`,
    );
    const screen = new Screen(provider.querySelector('lean-spending')!);
    const accounts = new Screen(provider.querySelector('lean-accounts')!);
    await untilAddedUp(screen);
    const all = legend(screen);
    accounts.find('button.choose')!.click();
    await screen.until('one account is added up', () => {
      const now = screen.part('legend') && legend(screen);
      return now !== null && now[1] !== all[1] && !screen.find('.reading');
    });
    expect(screen.element[SELECTION].read().accountId).to.equal(accounts.element.selected);
    accounts.find('button.choose')!.click();
    await screen.until('all are added up again', () => {
      const now = screen.part('legend') && legend(screen);
      return now?.[1] === all[1];
    });
  });

  it('drives a list that follows it: the list shows what was chosen, and all again afterwards', async () => {
    stack = await startStack();
    stack.simulator.linkEntity({ customerId: stack.customerId, bankIdentifier: 'LEANMB1' });
    const provider = await fixture(
      html`<lean-provider proxy=${ownPath(stack)}
        ><lean-spending id="their-spending"></lean-spending
        ><lean-transactions for="their-spending" search="a"></lean-transactions
      ></lean-provider>`,
    );
    const screen = new Screen(provider.querySelector('lean-spending')!);
    const list = provider.querySelector('lean-transactions')!;
    await untilAddedUp(screen);
    screen.find('button.category')!.click();
    await screen.until('the list asks for the category', () => list.category !== null);
    expect(list.category).to.equal(screen.element[SELECTION].read().filter?.category);
    screen.parts('month').at(-2)!.click();
    await screen.until('the list asks for the month', () => list.from !== null);
    expect([list.from, list.to]).to.deep.equal(
      Object.values(screen.element[SELECTION].read().filter ?? {}).slice(1),
    );
    screen.find('.chosen button')!.click();
    await screen.element.updateComplete;
    screen.find('.chosen button')!.click();
    await screen.until('the list asks for nothing more', () => list.from === null && list.category === null);
    expect(list.search).to.equal('a');
  });

  it('lets go of what the customer takes away in a list that follows it', async () => {
    stack = await startStack();
    stack.simulator.linkEntity({ customerId: stack.customerId, bankIdentifier: 'LEANMB1' });
    const provider = await fixture(
      html`<lean-provider proxy=${ownPath(stack)}
        ><lean-spending id="released-spending"></lean-spending
        ><lean-transactions for="released-spending"></lean-transactions
      ></lean-provider>`,
    );
    const screen = new Screen(provider.querySelector('lean-spending')!);
    const list = new Screen(provider.querySelector('lean-transactions')!);
    const chosen = () => screen.element[SELECTION].read().filter;
    await untilAddedUp(screen);
    screen.find('button.category')!.click();
    await screen.element.updateComplete;
    screen.parts('month').at(-2)!.click();
    await list.until('the list shows both as chips', () => list.parts('chip').length === 2);
    const { from, to } = list.element;
    list.parts('chip').at(-1)!.click();
    await screen.until('the category is no longer marked', () => screen.parts('selected').length === 1);
    expect(chosen()).to.deep.equal({ category: null, from, to });
    expect([list.element.category, list.element.from]).to.deep.equal([null, from]);
    list.parts('chip')[0]!.click();
    await screen.until('nothing is marked any more', () => screen.parts('selected').length === 0);
    expect(chosen()).to.equal(null);
    await list.element.updateComplete;
    expect([list.element.from, list.element.to]).to.deep.equal([null, null]);
  });

  it('never adds currencies up: one at a time is shown, the customer chooses which', async () => {
    stack = await startStack();
    const path = ownPath(stack);
    stack.simulator.linkEntity({ customerId: stack.customerId, bankIdentifier: 'LEANMB1' });
    stack.use(
      http.get(`${location.origin}${path}/accounts/:id/transactions`, async ({ request }) => {
        const url = request.url.replace(path, PROXY_PATH);
        const answer = await stack.proxy.fetch(new Request(url, { headers: request.headers }));
        const text = await answer.text();
        let count = 0;
        const mixed = text.replace(/"currency":\s*"AED"/g, (found) => {
          count += 1;
          return count % 3 === 0 ? '"currency":"USD"' : found;
        });
        return new Response(mixed, {
          status: answer.status,
          headers: { 'content-type': 'application/json' },
        });
      }),
    );
    const provider = await fixture(
      html`<lean-provider proxy=${path}><lean-spending></lean-spending></lean-provider>`,
    );
    const screen = new Screen(provider.querySelector('lean-spending')!);
    await untilAddedUp(screen);
    expect(screen.all('.currencies button').map(readable)).to.deep.equal(['AED', 'USD']);
    expect(screen.text).not.to.match(/USD [\d−]/);
    const dirhams = legend(screen);
    await screen.press('USD');
    expect(screen.text).not.to.match(/AED [\d−]/);
    expect(legend(screen)).not.to.deep.equal(dirhams);
    expect([1, 2, 3].map((column) => sum(rowsOf(screen, 0), column))).to.deep.equal(legend(screen));
    await expect(screen.element).to.be.accessible();
  });

  it('says what is not counted: pending rows, and transfers between the customer’s own accounts', async () => {
    const screen = await shown();
    expect(screen.texts('notes')[0]).to.match(/pending transactions? (is|are) counted once/);
    expect(screen.texts('notes')[0]).to.match(/transfers? between your own accounts/);
  });

  it('says that it failed when nothing can be read, with a next step', async () => {
    stack = await startStack();
    const path = ownPath(stack);
    stack.use(http.all(`${location.origin}${path}/entities`, () => new Response('no', { status: 403 })));
    const provider = await fixture(
      html`<lean-provider proxy=${path}><lean-spending></lean-spending></lean-provider>`,
    );
    const screen = new Screen(provider.querySelector('lean-spending')!);
    await screen.until('it says so', () => screen.text.includes('You do not have access to this'));
    expect(screen.part('error')).not.to.equal(null);
    expect(screen.isBusy).to.equal(false);
    await expect(screen.element).to.be.accessible();
  });

  it('draws nothing as if it were on its way where a bank has failed or waits for the customer', async () => {
    for (const [scenario, sign] of [
      ['reconnect-otp', 'Reconnect'],
      ['rate-limit', 'asked too often'],
    ]) {
      const screen = await mount({ scenario });
      await screen.until('the notice shows', () => screen.text.includes(sign!));
      await screen.until('nothing is drawn as on its way', () => screen.part('skeleton') === null);
      expect(screen.isBusy).to.equal(false);
      expect(readable(screen.find('[role=status]'))).not.to.include('Adding up');
      await expect(screen.element).to.be.accessible();
      screen.element.remove();
      stack.stop();
    }
  });

  it('does not promise older rows beside those of the bank that answered', async () => {
    const screen = await mount({ scenario: 'one-bank-down', banks: ['LEANMB1', 'FALAJ_RETAIL_UAE'] });
    await screen.until('what was read is added up', () => screen.part('chart') !== null);
    await screen.until('reading has ended', () => screen.find('.reading') === null);
    expect(screen.parts('notice').length).to.equal(1);
  });

  it('shows as many months as fingers can tell apart, and the same ones when the column narrows', async () => {
    const screen = await shown();
    const last = () => readable(screen.find('.month:last-child .unseen')).split(':')[0];
    await screen.press('Earlier months');
    const before = last();
    for (const [width, count] of [
      [360, 6],
      [320, 4],
      [800, 12],
    ] as const) {
      screen.element.style.inlineSize = `${String(width)}px`;
      await screen.until('as many months show as fit', () => screen.parts('month').length === count);
      expect(last()).to.equal(before);
      for (const month of screen.parts('month')) {
        const box = month.getBoundingClientRect();
        expect(Math.min(box.width, box.height)).to.be.at.least(40);
        const [label] = month.querySelectorAll('.label');
        expect(label!.scrollWidth).to.be.at.most(box.width);
      }
    }
  });

  it('shows the same months when it is put back after a while off the page', async () => {
    const screen = await shown();
    const { element } = screen;
    const last = () => readable(screen.find('.month:last-child .unseen')).split(':')[0];
    element.style.inlineSize = '360px';
    await screen.until('six months', () => screen.parts('month').length === 6);
    await screen.press('Earlier months');
    const before = last();
    const place = element.parentElement!;
    element.remove();
    for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
    place.append(element);
    await screen.until('the same months', () => screen.parts('month').length === 6 && last() === before);
  });

  it('holds seven digits in the tables behind the pictures in a column of 360 px, in both languages', async () => {
    for (const lang of ['en', 'ar']) {
      const screen = await shown({ lang });
      screen.element.style.inlineSize = '360px';
      for (const details of screen.all('details') as HTMLDetailsElement[]) details.open = true;
      for (const cell of screen.all('td .figures')) cell.textContent = '−1,234,567.89';
      for (const table of screen.all('.scroll')) {
        expect(table.clientWidth).to.be.within(300, 360);
        expect(table.scrollWidth, readable(table.querySelector('caption'))).to.equal(table.clientWidth);
      }
      screen.element.remove();
      stack.stop();
    }
  });

  it('gives a reference only where support could look one up: not where no call reached anybody', async () => {
    for (const [answer, words, hasReference] of [
      [() => new Response('no', { status: 403 }), 'You do not have access to this', true],
      [() => HttpResponse.error(), 'Try again', false],
    ] as const) {
      stack = await startStack();
      const path = ownPath(stack);
      stack.use(http.all(`${location.origin}${path}/entities`, answer));
      const provider = await fixture(
        html`<lean-provider proxy=${path}><lean-spending></lean-spending></lean-provider>`,
      );
      const screen = new Screen(provider.querySelector('lean-spending')!);
      await screen.until('it says that it failed', () => screen.text.includes(words));
      expect(screen.part('reference') !== null).to.equal(hasReference);
      expect(screen.text).not.to.match(/network_failed/);
      provider.remove();
      stack.stop();
    }
  });

  it('says that it failed when what was read cannot be added up, and tries again when asked to', async () => {
    const { add } = FlowSum.prototype;
    FlowSum.prototype.add = () => {
      throw new RangeError('broken');
    };
    try {
      const screen = await mount({});
      await screen.until('it says so', () => screen.part('error') !== null);
      expect(screen.isBusy).to.equal(false);
      expect(screen.part('skeleton')).to.equal(null);
      FlowSum.prototype.add = add;
      await screen.press('Try again');
      await untilAddedUp(screen);
      expect(screen.part('error')).to.equal(null);
    } finally {
      FlowSum.prototype.add = add;
    }
  });

  it('is accessible with everything open and chosen', async () => {
    const screen = await shown({ banks: ['LEANMB1', 'FALAJ_RETAIL_UAE'] });
    for (const details of screen.all('details') as HTMLDetailsElement[]) details.open = true;
    await screen.press('Show all');
    screen.find('button.category')!.click();
    await screen.element.updateComplete;
    await expect(screen.element).to.be.accessible();
  });
});

function firstOfThisMonth(): string {
  return `${dayAt(Date.now(), 'Asia/Dubai').slice(0, 7)}-01`;
}
