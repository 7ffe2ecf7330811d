/** How amounts, numbers and names stand on screen in both directions: measured letter by letter, not believed. */
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/lean-accounts.js';
import '../../src/define/lean-provider.js';
import '../../src/define/lean-transactions.js';
import type { LeanAccounts } from '../../src/elements/lean-accounts/lean-accounts.js';
import type { LeanTransactions } from '../../src/elements/lean-transactions/lean-transactions.js';
import { canDraw, currencyTextOf, lookForSigns, NEW_SIGNS } from '../../src/i18n/currency-text.js';
import { sampleAccount, sampleBalance, sampleTransaction } from '../support/samples.js';
import { readable, Screen } from '../support/screen.js';

/** The letters of an element from left to right, as they are painted. */
function seen(element: Element): string {
  const letters: { letter: string; left: number }[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? '';
    for (let at = 0; at < text.length; at += 1) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const { left, width } = range.getBoundingClientRect();
      if (width > 0) letters.push({ letter: text.charAt(at), left });
    }
  }
  return letters
    .sort((one, other) => one.left - other.left)
    .map(({ letter }) => letter)
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

async function show(lang: string, settings: Record<string, string> = {}) {
  const page = await fixture<HTMLElement>(html`
    <div lang=${lang} style="width: 900px; font: 16px sans-serif">
      <lean-provider><lean-accounts></lean-accounts><lean-transactions></lean-transactions></lean-provider>
    </div>
  `);
  const provider = page.querySelector('lean-provider')!;
  for (const [name, value] of Object.entries(settings)) provider.setAttribute(name, value);
  const accounts = new Screen(page.querySelector<LeanAccounts>('lean-accounts')!);
  const list = new Screen(page.querySelector<LeanTransactions>('lean-transactions')!);
  return { page, accounts, list };
}

async function rows(lang: string, descriptions: string[], settings: Record<string, string> = {}) {
  const { list } = await show(lang, settings);
  list.element.transactions = descriptions.map((description, index) =>
    sampleTransaction({
      transactionId: String(index),
      description,
      merchantName: description,
      bookedAt: `2026-11-2${String(9 - index)}T09:30:00Z`,
    }),
  );
  await list.until('the rows are there', () => list.parts('description').length === descriptions.length);
  return list;
}

const reversed = (text: string): string => Array.from(text).reverse().join('');

describe('a text of either direction', () => {
  const LATIN = ['POS 4021 CARREFOUR (DUBAI)', 'Carrefour - كارفور', 'IKEA 24/7!', 'AED 5.00 off, Souq.com?'];
  const ARABIC = ['شراء (دبي)', 'كارفور - Carrefour', 'تحويل إلى سالم، رقم 77'];

  for (const lang of ['en', 'ar']) {
    it(`keeps its own order in the rows of a page in ${lang}`, async () => {
      const list = await rows(lang, LATIN);
      const [pos, mixed, slash, price] = list.parts('description').map(seen);
      expect(pos).to.equal('POS 4021 CARREFOUR (DUBAI)');
      // Its first strong letter is Latin, so the Arabic word stands at its right end, itself from right to left.
      expect(mixed).to.equal(`Carrefour - ${reversed('كارفور')}`);
      expect(slash).to.equal('IKEA 24/7!');
      expect(price).to.equal('AED 5.00 off, Souq.com?');
    });

    it(`runs from the right where it begins in Arabic, on a page in ${lang}`, async () => {
      const list = await rows(lang, ARABIC);
      const [brackets, mixed, number] = list.parts('description').map(seen);
      // Painted order: the closing bracket is leftmost; both are the ones of the text, mirrored by the browser.
      expect(brackets).to.equal(reversed('شراء (دبي)'));
      expect(mixed).to.equal(`Carrefour - ${reversed('كارفور')}`);
      expect(number).to.equal(`77 ${reversed('تحويل إلى سالم، رقم')}`);
    });
  }
});

describe('an amount', () => {
  for (const lang of ['en', 'ar']) {
    it(`has its sign before its digits on a page in ${lang}`, async () => {
      const list = await rows(lang, ['Carrefour']);
      expect(seen(list.part('amount')!)).to.equal('AED −312.40');
    });
  }

  it('has its sign before its digits in Arabic digits as well', async () => {
    const list = await rows('ar', ['Carrefour'], { numerals: 'arab' });
    expect(seen(list.part('amount')!)).to.equal('AED −٣١٢٫٤٠');
  });

  it('has the currency’s name behind it in English and left of it in Arabic', async () => {
    for (const [lang, words] of [
      ['en', '−312.40 UAE dirhams'],
      ['ar', `${reversed('درهم إماراتي')} −312.40`],
    ] as const) {
      const list = await rows(lang, ['Carrefour'], { 'currency-display': 'name' });
      await list.until('the name has come', () => !readable(list.part('amount')).includes('AED'));
      expect(seen(list.part('amount')!)).to.equal(words);
    }
  });

  it('is announced with its code whatever is shown', async () => {
    const { accounts } = await show('en', { 'currency-display': 'symbol' });
    accounts.element.accounts = [sampleAccount({ balance: sampleBalance('5', 'EUR') })];
    await accounts.until('the sign has come', () => readable(accounts.part('amount')).includes('€'));
    const unit = accounts.part('amount')!.querySelector('.currency');
    expect([unit?.getAttribute('role'), unit?.getAttribute('aria-label')]).to.deep.equal(['img', 'EUR']);
  });
});

describe('an IBAN', () => {
  for (const lang of ['en', 'ar']) {
    it(`reads from left to right on a page in ${lang}, masked and whole`, async () => {
      const { accounts } = await show(lang);
      accounts.element.accounts = [sampleAccount()];
      await accounts.until('the account is there', () => accounts.part('account-number') !== null);
      expect(seen(accounts.part('account-number')!)).to.match(/^AE07 [• ]+4567$/);
      accounts.find('.digits button')!.click();
      await accounts.until('the number is shown', () =>
        seen(accounts.part('account-number')!).includes('0331'),
      );
      expect(seen(accounts.part('account-number')!)).to.equal('AE07 0331 2345 6789 0124 567');
    });
  }
});

describe('the new signs of dirham and riyal', () => {
  const money = (currency: string) => ({ amount: '1', currency });
  const { measureText } = CanvasRenderingContext2D.prototype;
  afterEach(() => {
    CanvasRenderingContext2D.prototype.measureText = measureText;
  });

  it('are told from characters that a font does not have', () => {
    expect(canDraw('W', '100px sans-serif')).to.equal(true);
    expect(canDraw('\u20ce', '100px sans-serif')).to.equal(false);
  });

  it('give way to the code where the page cannot draw them', async () => {
    CanvasRenderingContext2D.prototype.measureText = () => ({ width: 60 }) as TextMetrics;
    await lookForSigns();
    const text = currencyTextOf('en-AE', 'symbol');
    expect(['AED', 'SAR', 'KWD', '?'].map((code) => text(money(code)).currency)).to.deep.equal([
      'AED',
      'SAR',
      'KWD',
      '?',
    ]);
  });

  it('are written where a font of the page has them', async () => {
    const signs = Object.values(NEW_SIGNS);
    CanvasRenderingContext2D.prototype.measureText = (character: string) =>
      ({ width: signs.includes(character) ? 71 : 60 }) as TextMetrics;
    await lookForSigns();
    const text = currencyTextOf('ar-AE', 'symbol');
    expect(text(money('AED')).currency).to.equal('\u20c3');
    expect(text(money('SAR')).currency).to.equal('\u20c1');
  });
});
