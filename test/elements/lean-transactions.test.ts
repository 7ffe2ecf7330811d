import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/lean-accounts.js';
import '../../src/define/lean-transactions.js';
import { addDays } from '../../src/domain/calendar.js';
import type { LeanError, Transaction } from '../../src/domain/index.js';
import type { LeanAccounts } from '../../src/elements/lean-accounts/lean-accounts.js';
import type { LeanTransactions } from '../../src/elements/lean-transactions/lean-transactions.js';
import { heardEvents, nextEvent, within } from '../support/events.js';
import { ownPath } from '../support/own-path.js';
import { sampleAccount, sampleTransaction } from '../support/samples.js';
import { readable, Screen } from '../support/screen.js';
import { startStack, type Stack, type StackOptions } from '../support/stack.js';

const EVENTS = ['lean-transactions-load', 'lean-transactions-error', 'lean-filter-change'];

type Screened = Screen<LeanTransactions>;

/** The element with transactions of the page's own. */
async function given(transactions: Transaction[], more: Partial<LeanTransactions> = {}): Promise<Screened> {
  const element = await fixture<LeanTransactions>(html`<lean-transactions></lean-transactions>`);
  Object.assign(element, { transactions, ...more });
  const screen: Screened = new Screen(element);
  await wholeList(screen);
  return screen;
}

/** The rows found stand in the document by themselves, as those of any list that is short enough do in the end. */
async function wholeList(screen: Screened): Promise<void> {
  await screen.element.updateComplete;
  await screen.until('every row is in the document', () => {
    const list = screen.part('list');
    if (!list || list.hidden) return screen.part('skeleton') === null;
    const complete = list.querySelector('.pool-complete')?.clientHeight ?? 0;
    const isWhole = screen.part('count') !== null;
    return isWhole && complete > 0 && Math.abs(list.clientHeight - complete) < 4;
  });
}

/** One transaction a day, newest first. */
function daily(count: number): Transaction[] {
  return Array.from({ length: count }, (_, day) =>
    sampleTransaction({
      transactionId: `daily-${String(day)}`,
      merchantName: `Shop ${String(day)}`,
      bookedAt: addDays('2026-11-21', -day),
    }),
  );
}

function backgroundTask(): Promise<unknown> {
  const { scheduler } = globalThis as unknown as {
    scheduler: { postTask(work: () => void, options: { priority: string }): Promise<unknown> };
  };
  return scheduler.postTask(() => undefined, { priority: 'background' });
}

async function search(screen: Screened, words: string): Promise<void> {
  const input = screen.find('input[type=search]') as HTMLInputElement;
  input.value = words;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await wholeList(screen);
}

describe('lean-transactions with transactions of the page’s own', () => {
  const two = () => [
    sampleTransaction(),
    sampleTransaction({
      transactionId: 'transaction-2',
      merchantName: null,
      description: 'SALARY NOVEMBER',
      money: { amount: '18500', currency: 'AED' },
      direction: 'credit',
      category: 'SALARY_AND_REVENUE',
      bookedAt: '2026-11-20',
    }),
  ];

  it('shows who, what for and how much, under the day', async () => {
    const screen = await given(two());
    expect(screen.texts('day').map((day) => day.replace(/AED.*/, ''))).to.deep.equal([
      'Saturday, 21 November',
      'Friday, 20 November',
    ]);
    expect(screen.texts('description')).to.deep.equal(['Carrefour', 'SALARY NOVEMBER']);
    expect(screen.texts('amount')).to.deep.equal(['AED −312.40', 'AED +18,500.00']);
    expect(screen.text).to.include('Groceries').and.include('Salary and income');
    await expect(screen.element).to.be.accessible();
  });

  it('adds up each day per currency, without what was rejected', async () => {
    const screen = await given([
      sampleTransaction({ transactionId: 'a', money: { amount: '-0.1', currency: 'AED' } }),
      sampleTransaction({ transactionId: 'b', money: { amount: '-0.2', currency: 'AED' } }),
      sampleTransaction({ transactionId: 'c', money: { amount: '5', currency: 'SAR' }, direction: 'credit' }),
      sampleTransaction({ transactionId: 'd', status: 'rejected' }),
    ]);
    expect(screen.texts('day-total')).to.deep.equal(['AED −0.30 SAR +5.00']);
  });

  it('says that a transaction is pending or rejected', async () => {
    const screen = await given([
      sampleTransaction({ transactionId: 'a', status: 'pending' }),
      sampleTransaction({ transactionId: 'b', status: 'rejected' }),
    ]);
    expect(readable(screen.part('pending'))).to.include('21 November · Groceries');
    expect(screen.texts('day')[0]).to.include('Pending');
    expect(readable(screen.part('rejected'))).to.include('rejected · Groceries');
    screen.element.groupBy = 'none';
    await wholeList(screen);
    expect(readable(screen.part('pending'))).to.include('21 November · pending · Groceries');
  });

  it('reads the day in the bank’s zone, wherever the browser is', async () => {
    const screen = await given([sampleTransaction({ bookedAt: '2026-11-20T20:30:00Z' })]);
    expect(screen.texts('day')[0]).to.include('Saturday, 21 November');
  });

  it('draws what lacks fields without inventing any', async () => {
    const bare = sampleTransaction({
      description: null,
      merchantName: null,
      reference: null,
      money: null,
      direction: null,
      bookedAt: null,
      category: null,
      type: null,
    });
    const screen = await given([bare]);
    expect(screen.texts('description')).to.deep.equal(['No description']);
    expect(screen.texts('amount')).to.deep.equal(['Amount not given']);
    expect(screen.texts('day')).to.deep.equal(['Day not given']);
  });

  it('keeps hostile texts as text', async () => {
    const screen = await given([
      sampleTransaction({ merchantName: '<b>x</b>\u202efdp\u0000 ' + 'y'.repeat(500) }),
    ]);
    expect(screen.find('b')).to.equal(null);
    expect(screen.texts('description')[0]).to.match(/^<b>x<\/b> fdp y+…$/);
  });

  it('opens a row with every field it has, and closes it again', async () => {
    const screen = await given(two());
    const told = nextEvent('lean-transaction-select', screen.element);
    screen.parts('row')[0]?.querySelector('button')?.click();
    expect((await told).detail.transactionId).to.equal('transaction-1');
    await screen.until('the details show', () => screen.find('dl') !== null);
    const details = readable(screen.part('details'));
    for (const text of [
      'Description POS 4021 CARREFOUR MALL OF THE EMIRATES',
      'Merchant Carrefour',
      'Amount AED −312.40',
      'Status Booked',
      'Booked 21 November 2026 at 1:30',
      'Value date 21 November 2026',
      'Category Groceries',
      'Type Purchase',
      'Reference REF-77',
      'Transaction number transaction-1',
    ]) {
      expect(details).to.include(text);
    }
    await expect(screen.element).to.be.accessible();
    screen.parts('row')[0]?.querySelector('button')?.click();
    await screen.element.updateComplete;
    expect(screen.part('details')).to.equal(null);
  });

  it('leaves a row closed when the page shows the details itself', async () => {
    const screen = await given(two());
    screen.element.addEventListener('lean-transaction-select', (event) => {
      event.preventDefault();
    });
    screen.parts('row')[0]?.querySelector('button')?.click();
    await screen.element.updateComplete;
    expect(screen.part('details')).to.equal(null);
  });

  it('says that there is nothing when there is nothing', async () => {
    const screen = await given([]);
    expect(screen.text).to.include('No transactions');
    expect(screen.find('input')).to.equal(null);
    await expect(screen.element).to.be.accessible();
  });

  it('shows the day in each row where days are not headings', async () => {
    const screen = await given(two(), { groupBy: 'none' });
    expect(screen.parts('day')).to.deep.equal([]);
    expect(readable(screen.parts('row')[0])).to.include('21 November · Groceries');
  });

  it('listens to nothing of the page once it has left, whatever is set on it then', async () => {
    const heard = new Set<string>();
    const add = window.addEventListener;
    window.addEventListener = (type: string, ...more: unknown[]) => {
      heard.add(type);
      Reflect.apply(add, window, [type, ...more]);
    };
    try {
      const { element } = await given(daily(40));
      element.remove();
      heard.clear();
      element.search = 'shop 1';
      element.transactions = daily(30);
      await element.updateComplete;
      expect([...heard]).to.deep.equal([]);
    } finally {
      window.addEventListener = add;
    }
  });

  it('listens to nothing of the page once it has left, however much of it was made ready', async () => {
    const { addEventListener: add, removeEventListener: remove } = window;
    const { now } = performance;
    let listening = 0;
    let time = 0;
    window.addEventListener = (type: string, ...more: unknown[]) => {
      if (type === 'scroll') listening += 1;
      Reflect.apply(add, window, [type, ...more]);
    };
    window.removeEventListener = (type: string, ...more: unknown[]) => {
      if (type === 'scroll') listening -= 1;
      Reflect.apply(remove, window, [type, ...more]);
    };
    // Each slice is over after its first step.
    performance.now = () => (time += 100);
    try {
      let most = 0;
      for (let slices = 0; slices < 40; slices += 1) {
        const element = document.createElement('lean-transactions');
        document.body.append(element);
        for (let slice = 0; slice < slices; slice += 1) await backgroundTask();
        most = Math.max(most, listening);
        element.remove();
        await backgroundTask();
        await backgroundTask();
        expect(listening, `after ${String(slices)} slices`).to.equal(0);
      }
      expect(most, 'made ready').to.be.greaterThan(0);
    } finally {
      Object.assign(window, { addEventListener: add, removeEventListener: remove });
      performance.now = now;
    }
  });

  it('shows what was set on it off the page when it comes back', async () => {
    const screen = await given(daily(40));
    const { parentElement } = screen.element;
    screen.element.remove();
    screen.element.search = 'shop 13';
    await screen.element.updateComplete;
    parentElement?.append(screen.element);
    await wholeList(screen);
    expect(screen.parts('row').length).to.equal(1);
  });

  it('gives back the list it was given, also when it keeps columns instead', async () => {
    const list = daily(60);
    const screen = await given(list);
    expect(screen.element.transactions).to.equal(list);
    screen.element.transactions = null;
    await screen.element.updateComplete;
    expect(screen.element.transactions).to.equal(null);
    screen.element.transactions = list;
    await wholeList(screen);
    expect(screen.parts('row').length).to.equal(60);
  });

  it('shows one row for two that have the same id, and counts and sums it once', async () => {
    const screen = await given(
      ['1', '2'].map((digit) =>
        sampleTransaction({
          transactionId: 'd',
          merchantName: `Shop ${digit}`,
          bookedAt: `2026-11-1${digit}`,
          money: { amount: `-${digit}`, currency: 'AED' },
        }),
      ),
    );
    expect(screen.texts('description')).to.deep.equal(['Shop 2']);
    expect(screen.texts('count')[0]).to.match(/^1 /);
    expect(screen.texts('day-total').length).to.equal(1);
    expect(screen.texts('day-total')[0]).to.contain('2.00');
  });

  it('tells the page nothing of what the page itself brought', async () => {
    const element = await fixture<LeanTransactions>(
      html`<lean-transactions .transactions=${two()}></lean-transactions>`,
    );
    const heard = heardEvents(element, EVENTS);
    element.transactions = two();
    await element.updateComplete;
    element.transactions = two().slice(1);
    const screen = new Screen(element);
    await screen.until('the other list', () => screen.parts('row').length === 1);
    expect(heard).to.deep.equal([]);
  });

  it('shows the account, the bank or the followed choice that is asked for', async () => {
    const screen = await given([
      sampleTransaction({ transactionId: 'a', accountId: '1', entityId: 'x', merchantName: 'One' }),
      sampleTransaction({ transactionId: 'b', accountId: '2', entityId: 'x', merchantName: 'Two' }),
      sampleTransaction({ transactionId: 'c', accountId: '3', entityId: 'y', merchantName: 'Three' }),
    ]);
    const { element } = screen;
    const shown = async (properties: Partial<LeanTransactions>): Promise<string[]> => {
      Object.assign(element, { accountId: null, entityId: null, for: null, ...properties });
      await element.updateComplete;
      return screen.texts('description').sort();
    };
    expect(await shown({})).to.deep.equal(['One', 'Three', 'Two']);
    expect(await shown({ accountId: '2' })).to.deep.equal(['Two']);
    expect(await shown({ entityId: 'x' })).to.deep.equal(['One', 'Two']);
    expect(await shown({ accountId: 'nobody’s' })).to.deep.equal([]);
    const accounts = await fixture<HTMLElementTagNameMap['lean-accounts']>(
      html`<lean-accounts
        id="chosen"
        .accounts=${[sampleAccount({ accountId: '3' })]}
        selected="3"
      ></lean-accounts>`,
    );
    expect(await shown({ for: 'chosen' })).to.deep.equal(['Three']);
    accounts.selected = null;
    await screen.until('all accounts', () => screen.parts('row').length === 3);
  });

  it('keeps what can be read of a list that is not all transactions, and says what of it cannot', async () => {
    const { warn } = console;
    const warnings: string[] = [];
    console.warn = (text: string) => warnings.push(text);
    const list = [{}, null, 'x', { transactionId: 'q', description: 'Bare', money: 5 }, sampleTransaction()];
    const screen = await given(list as never);
    expect(screen.texts('description').sort()).to.deep.equal(['Bare', 'Carrefour']);
    await screen.until('the warning', () => warnings.length === 1);
    console.warn = warn;
    expect(warnings[0]).to.contain('invalid_type').and.to.contain('"3 of 5"').and.to.contain('transactionId');
  });

  it('says what went wrong where a row below the screen cannot be read, and keeps no export waiting', async () => {
    const list = daily(60);
    Object.defineProperty(list[50], 'money', {
      get() {
        throw new RangeError('broken');
      },
    });
    const element = await fixture<LeanTransactions>(html`<lean-transactions></lean-transactions>`);
    const told = nextEvent('lean-transactions-error', element);
    element.transactions = list;
    const failure = await element.exportCsv().catch((reason: unknown) => reason);
    expect((failure as LeanError).code).to.equal('unexpected');
    expect((await told).detail.code).to.equal('unexpected');
  });

  it('says that something is no list at all, and shows the next that is one', async () => {
    const element = await fixture<LeanTransactions>(html`<lean-transactions></lean-transactions>`);
    const told = nextEvent('lean-transactions-error', element);
    element.transactions = 'str' as never;
    expect((await told).detail.code).to.equal('invalid_type');
    const screen = new Screen(element);
    expect(screen.text).to.contain('not set up');
    element.transactions = two();
    await screen.until('the rows', () => screen.parts('row').length === 2);
  });
});

describe('lean-transactions filters', () => {
  const mixed = () => [
    sampleTransaction({
      transactionId: 'a',
      merchantName: 'أسواق التميمي',
      money: { amount: '-312.4', currency: 'SAR' },
    }),
    sampleTransaction({ transactionId: 'b', merchantName: 'Noon', category: 'RETAIL', status: 'pending' }),
    sampleTransaction({
      transactionId: 'c',
      merchantName: 'Salary',
      category: 'SALARY_AND_REVENUE',
      direction: 'credit',
      money: { amount: '18500', currency: 'AED' },
    }),
  ];

  it('find by words as they are typed, with count and sums, and tell the page', async () => {
    const screen = await given(mixed());
    const told = nextEvent('lean-filter-change', screen.element);
    await search(screen, 'NOON');
    expect((await told).detail.filter.search).to.equal('NOON');
    expect(screen.texts('description')).to.deep.equal(['Noon']);
    expect(screen.texts('result')).to.deep.equal(['1 result · AED −312.40 pending']);
    expect(screen.announced).to.equal('1 result');
    expect(screen.element.search).to.equal('NOON');
  });

  it('find Arabic whichever way its letters are typed', async () => {
    const screen = await given(mixed());
    await search(screen, 'اسواق التميمى');
    expect(screen.texts('description')).to.deep.equal(['أسواق التميمي']);
  });

  it('can be set by attribute, fire nothing then, and are taken away as chips', async () => {
    const screen = await given(mixed());
    const heard = heardEvents(screen.element, EVENTS);
    screen.element.setAttribute('category', 'retail');
    screen.element.setAttribute('booking-status', 'pending');
    await screen.element.updateComplete;
    expect(heard).to.deep.equal([]);
    expect(screen.texts('description')).to.deep.equal(['Noon']);
    const told = nextEvent('lean-filter-change', screen.element);
    await screen.press('Remove the filter Shopping');
    const { filter } = (await told).detail;
    expect(filter.categories).to.deep.equal([]);
    expect(filter.bookingStatus).to.equal('pending');
  });

  it('bound the size of an amount whatever its sign', async () => {
    const screen = await given(mixed(), { minAmount: '1,000' });
    expect(screen.texts('description')).to.deep.equal(['Salary']);
  });

  it('are chosen in the panel', async () => {
    const screen = await given(mixed());
    await screen.press('Filter');
    await screen.until('the fields show', () => screen.all('select').length === 5);
    const direction = screen.all('select')[2] as HTMLSelectElement;
    direction.value = 'credit';
    direction.dispatchEvent(new Event('change'));
    await screen.element.updateComplete;
    expect(screen.texts('description')).to.deep.equal(['Salary']);
    expect(screen.element.direction).to.equal('credit');
    await expect(screen.element).to.be.accessible();
  });

  it('that let nothing through say so, and are cleared in one press', async () => {
    const screen = await given(mixed());
    await search(screen, 'nowhere');
    expect(screen.text).to.include('Nothing matches');
    await screen.press('Clear all');
    expect(screen.parts('row').length).to.equal(3);
  });

  it('are left out with no-filters, while attributes still filter', async () => {
    const screen = await given(mixed(), { noFilters: true, direction: 'credit' });
    expect(screen.part('toolbar')).to.equal(null);
    expect(screen.texts('description')).to.deep.equal(['Salary']);
  });
});

describe('lean-transactions while it is scrolled', () => {
  it('has every row of a list that is short enough in the document, each once', async () => {
    const screen = await given(daily(400));
    const names = screen.texts('description');
    expect(names.length).to.equal(400);
    expect(new Set(names).size).to.equal(400);
    expect(names.at(-1)).to.equal('Shop 399');
  });

  it('keeps few nodes for a list of thousands, and shows any of them', async () => {
    const element = await fixture<LeanTransactions>(html`<lean-transactions></lean-transactions>`);
    element.transactions = daily(3000);
    await element.updateComplete;
    const screen: Screened = new Screen(element);
    await screen.until('the last row comes', () => {
      window.scrollTo(0, document.documentElement.scrollHeight);
      return screen.texts('description').includes('Shop 2999');
    });
    expect(screen.parts('row').length).to.be.lessThan(60);
    const last = screen.parts('row').find((row) => row.textContent.includes('Shop 2999'));
    expect(last?.getAttribute('aria-posinset')).to.equal('3000');
    expect(last?.getAttribute('aria-setsize')).to.equal('3000');
    window.scrollTo(0, 0);
  });

  it('lets the headings of days stick', async () => {
    const screen = await given(daily(40));
    const day = screen.parts('day')[20];
    expect(day && getComputedStyle(day).position).to.equal('sticky');
  });
});

describe('lean-transactions rows', () => {
  const focusedText = (screen: Screened): string =>
    readable(screen.element.shadowRoot?.activeElement?.querySelector('.name'));

  function key(screen: Screened, name: string): void {
    const target = screen.element.shadowRoot?.activeElement ?? screen.element;
    target.dispatchEvent(
      new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, composed: true }),
    );
  }

  it('are reached by arrows, Home, End and pages of keys, with one stop for the Tab key', async () => {
    const element = await fixture<LeanTransactions>(html`<lean-transactions></lean-transactions>`);
    element.transactions = daily(2000);
    await element.updateComplete;
    const screen: Screened = new Screen(element);
    await screen.until('all are handed over', () => screen.texts('count')[0]?.startsWith('2,000') ?? false);
    screen.find('.row > .line')!.focus();
    key(screen, 'ArrowDown');
    expect(focusedText(screen)).to.equal('Shop 1');
    expect(screen.all('.row > .line[tabindex="0"]').length).to.equal(1);
    key(screen, 'End');
    expect(focusedText(screen)).to.equal('Shop 1999');
    key(screen, 'PageUp');
    key(screen, 'ArrowUp');
    expect(focusedText(screen)).to.match(/^Shop 19[6-9]\d$/);
    key(screen, 'Home');
    expect(focusedText(screen)).to.equal('Shop 0');
    window.scrollTo(0, 0);
  });

  it('keep the focus and stay in their place when newer rows come', async () => {
    const screen = await given(daily(300));
    const button = screen.all('.row > .line')[120]!;
    button.focus();
    button.scrollIntoView({ block: 'center' });
    await new Promise((done) => requestAnimationFrame(done));
    const { top } = button.getBoundingClientRect();
    screen.element.transactions = [
      sampleTransaction({ transactionId: 'new', merchantName: 'Newest', bookedAt: '2026-11-22' }),
      ...daily(300),
    ];
    await wholeList(screen);
    await screen.until('the new row is there', () => screen.texts('description')[0] === 'Newest');
    expect(focusedText(screen)).to.equal('Shop 120');
    const after = screen.element.shadowRoot?.activeElement?.getBoundingClientRect().top ?? 0;
    expect(Math.abs(after - top)).to.be.lessThan(2);
    window.scrollTo(0, 0);
  });

  it('give the focus to the next one when the page takes theirs away', async () => {
    for (const count of [10, 300]) {
      const screen = await given(daily(count));
      screen.all('.row > .line')[3]!.focus();
      const name = focusedText(screen);
      const next = readable(screen.all('.row > .line')[4]!.querySelector('.name'));
      screen.element.transactions = daily(count).filter(({ merchantName }) => merchantName !== name);
      await screen.until(
        'it is gone',
        () => !screen.text.includes(`${name} `) && focusedText(screen) !== name,
      );
      expect(focusedText(screen)).to.equal(next);
      expect(screen.all('.row > .line').filter(({ tabIndex }) => tabIndex === 0).length).to.equal(1);
    }
  });

  it('tell which of them is open, one at a time', async () => {
    const screen = await given(daily(3));
    const openAfter = async (place: number): Promise<(string | null)[]> => {
      screen.all('.row > .line')[place]?.click();
      await screen.element.updateComplete;
      return screen.all('.row > .line').map((line) => line.getAttribute('aria-expanded'));
    };
    expect(await openAfter(0)).to.deep.equal(['true', 'false', 'false']);
    expect(await openAfter(2)).to.deep.equal(['false', 'false', 'true']);
    expect(await openAfter(2)).to.deep.equal(['false', 'false', 'false']);
  });

  it('show details that the page brings instead of ours', async () => {
    const screen = await given(daily(3));
    screen.element.addEventListener('lean-transaction-select', ({ detail }) => {
      const own = document.createElement('p');
      own.slot = 'details';
      own.textContent = `Ours: ${detail.transactionId}`;
      screen.element.append(own);
    });
    screen.all('.row > .line')[1]?.click();
    await screen.until('the page’s details show', () => screen.find('slot[name=details]') !== null);
    const slot = screen.find('slot[name=details]') as HTMLSlotElement;
    expect(slot.assignedElements().map(readable)).to.deep.equal(['Ours: daily-1']);
    expect(screen.parts('row')[1]?.contains(slot)).to.equal(true);
  });

  it('that are pending stand apart, with their day, and in no other sum', async () => {
    const screen = await given([
      sampleTransaction({ transactionId: 'p', status: 'pending', bookedAt: '2026-11-20' }),
      sampleTransaction({ transactionId: 'b' }),
    ]);
    expect(screen.texts('day')).to.deep.equal(['PendingAED −312.40', 'Saturday, 21 NovemberAED −312.40']);
    expect(readable(screen.part('pending'))).to.include('20 November · Groceries');
  });
});

describe('lean-transactions order, days and export', () => {
  it('put rows in the order asked for, without headings where days are torn apart', async () => {
    const sums = ['-5', '-40', '-1'].map((amount, day) =>
      sampleTransaction({
        transactionId: amount,
        merchantName: `Shop ${amount}`,
        money: { amount, currency: 'AED' },
        bookedAt: addDays('2026-11-21', -day),
      }),
    );
    const screen = await given(sums, { sort: 'largest' });
    expect(screen.texts('description')).to.deep.equal(['Shop -40', 'Shop -5', 'Shop -1']);
    expect(screen.parts('day')).to.deep.equal([]);
    screen.element.sort = 'oldest';
    await wholeList(screen);
    expect(screen.texts('description')).to.deep.equal(['Shop -1', 'Shop -40', 'Shop -5']);
    expect(screen.parts('day').length).to.equal(3);
  });

  it('show the days of a preset, and take them away as a chip', async () => {
    const screen = await given(daily(400));
    await screen.press('Filter');
    await screen.until('the fields show', () => screen.all('select').length > 0);
    const days = screen.all('select')[0] as HTMLSelectElement;
    days.value = 'last-month';
    const told = nextEvent('lean-filter-change', screen.element);
    days.dispatchEvent(new Event('change'));
    const { filter } = (await told).detail;
    await wholeList(screen);
    const shown = screen.texts('day').length;
    expect(filter.from?.slice(8)).to.equal('01');
    expect(shown).to.equal(new Date(filter.to ?? '').getUTCDate());
    await screen.press('Remove the filter Last month');
    await wholeList(screen);
    expect(screen.parts('row').length).to.equal(400);
  });

  it('give up an export of what is still read when the element leaves the page', async () => {
    const { fetch } = window;
    window.fetch = () => new Promise(() => undefined);
    try {
      const provider = await fixture(
        html`<lean-provider proxy="/never-answered"><lean-transactions></lean-transactions></lean-provider>`,
      );
      const screen = new Screen(provider.querySelector('lean-transactions')!);
      const outcome = screen.element.exportCsv().then(
        () => 'a file',
        (error: unknown) => (error as LeanError).code,
      );
      await screen.until('the list waits for rows', () => screen.find('.pool') !== null);
      screen.element.remove();
      expect(await within(outcome, 'the export to end')).to.equal('unexpected');
    } finally {
      window.fetch = fetch;
    }
  });

  it('give all that is shown as a file, however little of it is on screen', async () => {
    const element = await fixture<LeanTransactions>(
      html`<lean-transactions search="shop 13"></lean-transactions>`,
    );
    element.transactions = daily(1500);
    const text = await (await element.exportCsv()).text();
    const lines = text.trim().split('\r\n');
    expect(lines[0]).to.include('Booked,Value date,Description,Merchant');
    expect(lines.length - 1).to.equal(
      daily(1500).filter(({ merchantName }) => merchantName?.includes('13')).length,
    );
    expect(lines[1]).to.include('Shop 13,REF-77,-312.4,AED');
  });

  it('ask the page before the customer’s export, with the columns chosen', async () => {
    const screen = await given(daily(3));
    await screen.press('Export');
    await screen.until('the columns show', () => screen.all('.column input').length === 13);
    (screen.all('.column input')[0] as HTMLInputElement).click();
    const told = nextEvent('lean-export-start', screen.element);
    screen.element.addEventListener('lean-export-start', (event) => {
      event.preventDefault();
    });
    await screen.press('Download CSV');
    const { columns, filter } = (await told).detail;
    expect(columns.length).to.equal(12);
    expect(columns).not.to.include('day');
    expect(filter.search).to.equal('');
    expect(screen.text).not.to.include('downloaded');
    await expect(screen.element).to.be.accessible();
  });
});

describe('lean-transactions pages', () => {
  it('show page-size rows at a time and say which', async () => {
    const screen = await given(daily(60), { mode: 'pages' });
    expect(screen.parts('row').length).to.equal(25);
    expect(readable(screen.part('pages'))).to.include('1 to 25 of 60');
    await screen.press('Page 3');
    await wholeList(screen);
    expect(readable(screen.part('pages'))).to.include('51 to 60 of 60');
    expect(screen.parts('row').length).to.equal(10);
    expect(screen.button('Page 3').getAttribute('aria-current')).to.equal('page');
    expect(screen.button('Next page').disabled).to.equal(true);
    await expect(screen.element).to.be.accessible();
  });

  it('start again at the first when the filter changes', async () => {
    const screen = await given(daily(60), { mode: 'pages', pageSize: 10 });
    await screen.press('Next page');
    await search(screen, 'Shop');
    expect(screen.texts('description')[0]).to.equal('Shop 0');
  });

  it('keep every row reachable, none twice', async () => {
    const screen = await given(daily(47), { mode: 'pages', pageSize: 10 });
    const seen: string[] = [];
    for (let page = 1; page <= 5; page += 1) {
      await screen.press(`Page ${String(page)}`);
      await wholeList(screen);
      seen.push(...screen.texts('description'));
    }
    expect(new Set(seen).size).to.equal(47);
    expect(seen.length).to.equal(47);
  });
});

describe('lean-transactions with a backend', () => {
  let stack: Stack;

  afterEach(() => {
    stack.stop();
  });

  async function mount(options: StackOptions & { banks?: string[]; lang?: string } = {}) {
    stack = await startStack(options);
    for (const bankIdentifier of options.banks ?? []) {
      stack.simulator.linkEntity({ customerId: stack.customerId, bankIdentifier });
    }
    const provider = await fixture(
      html`<lean-provider lang=${options.lang ?? 'en'} proxy=${ownPath(stack)}>
        <lean-transactions for="accounts"></lean-transactions>
        <lean-accounts id="accounts"></lean-accounts>
      </lean-provider>`,
    );
    const accounts = new Screen<LeanAccounts>(provider.querySelector('lean-accounts')!);
    const screen: Screened = new Screen(provider.querySelector('lean-transactions')!);
    return { accounts, screen };
  }

  it('loads, tells of the first rows and of the whole, newest first', async () => {
    const details: { count: number; complete: boolean }[] = [];
    const hear = (event: DocumentEventMap['lean-transactions-load']) => details.push(event.detail);
    document.addEventListener('lean-transactions-load', hear);
    const { screen } = await mount({ banks: ['LEANMB1'] });
    expect(screen.isBusy).to.equal(true);
    await screen.until('all is read', () => details.at(-1)?.complete === true && details.at(-1)?.count !== 0);
    document.removeEventListener('lean-transactions-load', hear);
    expect(details.length).to.be.within(1, 2);
    expect(screen.parts('row').length).to.be.greaterThan(5);
    expect(screen.announced).to.match(/^[\d,]+ transactions$/);
  });

  it('follows the account chosen in the element named in for, and all of them when cleared', async () => {
    const { accounts, screen } = await mount({ banks: ['LEANMB1'] });
    await accounts.until('accounts show', () => accounts.parts('account-name').length > 1);
    await screen.until('all accounts show', () => screen.find('.account') !== null);
    const name = readable(accounts.part('account-name'));
    await accounts.press(name);
    await screen.until('one account shows', () => screen.parts('row').length > 0 && !screen.find('.account'));
    expect(accounts.element.selected).not.to.equal(null);
    await accounts.press(name);
    await screen.until('all accounts show again', () => screen.find('.account') !== null);
  });

  it('leads to the one notice of a bank that asks for the customer', async () => {
    const { accounts, screen } = await mount({ scenario: 'reconnect-otp', banks: ['LEANMB1'] });
    const screens = [accounts, screen];
    await screen.until('one has the notice, the other a line', () =>
      ['Reconnect', 'Show'].every((name) => screens.filter((each) => each.hasButton(name)).length === 1),
    );
    await screens.find((each) => each.hasButton('Show'))?.press('Show');
    const owner = screens.find((each) => each.hasButton('Reconnect'));
    expect(document.activeElement).to.equal(owner?.element);
  });

  it('names the bank that each notice is about', async () => {
    const { screen } = await mount({
      scenario: 'permission-missing',
      banks: ['LEANMB1', 'FALAJ_RETAIL_UAE'],
    });
    await screen.until('both notices show', () => screen.parts('notice').length === 2);
    const told = screen.texts('notice').join();
    for (const name of ['Lean Mock Bank', 'Falaj Bank (sample)']) expect(told).to.include(name);
  });

  it('says why nothing could be read, with a reference, and tells the page', async () => {
    const failed = nextEvent('lean-transactions-error');
    const { screen } = await mount({ scenario: 'http-403', banks: ['LEANMB1'] });
    const { detail } = await failed;
    await screen.until('the notice shows', () => screen.part('reference') !== null);
    expect(readable(screen.part('reference'))).to.include(detail.code);
  });

  it('speaks Arabic on an Arabic page', async () => {
    const { screen } = await mount({ lang: 'ar', banks: ['FALAJ_RETAIL_UAE'] });
    await screen.until('rows show', () => screen.parts('row').length > 0);
    expect(readable(screen.part('title'))).to.equal('المعاملات');
    expect(screen.find('.root')?.dir).to.equal('rtl');
    await expect(screen.element).to.be.accessible();
  });
});
