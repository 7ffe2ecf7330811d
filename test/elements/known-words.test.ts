/** What a page writes that nobody can read: told once by its code, read as the default, and never misread. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { configure } from '../../src/index.js';
import { sampleTransaction } from '../support/samples.js';

describe('Words that nobody knows', () => {
  const { warn } = console;
  let warnings: string[];

  beforeEach(() => {
    warnings = [];
    console.warn = (text: unknown) => warnings.push(String(text));
  });
  afterEach(() => {
    console.warn = warn;
  });

  const told = (...words: string[]): Promise<void> =>
    waitUntil(
      () => warnings.some((text) => words.every((word) => text.includes(word))),
      `${words.join(' ')} was not told, but: ${warnings.join(' / ')}`,
    );

  for (const [name, word, property, code, isRead] of [
    ['from', 'yesterday', 'from', 'invalid_date', null],
    ['to', '2026-02-30', 'to', 'invalid_date', null],
    ['direction', 'in', 'direction', 'invalid_type', null],
    ['booking-status', 'x', 'bookingStatus', 'invalid_type', null],
    ['category', 'NOPE', 'category', 'invalid_type', null],
    ['category', 'retail nopes', 'category', 'invalid_type', 'RETAIL'],
    ['min-amount', 'abc', 'minAmount', 'invalid_type', null],
    ['max-amount', '1,5', 'maxAmount', 'invalid_type', null],
    ['mode', 'foo', 'mode', 'invalid_type', 'scroll'],
    ['group-by', 'month', 'groupBy', 'invalid_type', 'day'],
    ['sort', 'bogus', 'sort', 'invalid_type', 'newest'],
    ['page-size', 'abc', 'pageSize', 'invalid_type', 25],
    ['page-size', '1.5', 'pageSize', 'invalid_type', 25],
    ['page-size', '-3', 'pageSize', 'invalid_type', 25],
  ] as const) {
    it(`are told of ${name}="${word}" on lean-transactions, which is then ${String(isRead)}`, async () => {
      const element = document.createElement('lean-transactions');
      element.transactions = [sampleTransaction()];
      element.setAttribute(name, word);
      document.body.append(element);
      await element.updateComplete;
      await told(code, '<lean-transactions>', name, `"${word}"`);
      expect(element[property]).to.equal(isRead);
      element.remove();
    });
  }

  it('are told once, however often they are written', async () => {
    for (const word of ['sideways', 'sideways', 'upwards']) {
      const element = await fixture<HTMLElementTagNameMap['lean-transactions']>(
        html`<lean-transactions direction=${word} .transactions=${[]}></lean-transactions>`,
      );
      await element.updateComplete;
    }
    await told('"upwards"');
    expect(warnings.filter((text) => text.includes('"sideways"')).length).to.equal(1);
  });

  it('are not what is taken away, or can be read in more than one way of writing', async () => {
    const element = await fixture<HTMLElementTagNameMap['lean-transactions']>(html`
      <lean-transactions
        mode="pages"
        page-size="10"
        category="retail, TRANSPORT"
        from=" 2026-01-31 "
        min-amount="1,234.50"
        .transactions=${[]}
      ></lean-transactions>
    `);
    expect([element.category, element.minAmount]).to.deep.equal(['retail, TRANSPORT', '1,234.50']);
    for (const name of ['mode', 'page-size', 'category', 'min-amount']) element.removeAttribute(name);
    const accounts = await fixture<HTMLElementTagNameMap['lean-accounts']>(
      html`<lean-accounts selection="none" .accounts=${[]}></lean-accounts>`,
    );
    accounts.removeAttribute('selection');
    await Promise.all([element.updateComplete, accounts.updateComplete]);
    expect([element.mode, element.pageSize, accounts.selection]).to.deep.equal(['scroll', 25, 'single']);
    await fixture(html`<lean-accounts selection="some" .accounts=${[]}></lean-accounts>`);
    await told('<lean-accounts>', 'selection', 'single or none');
    await fixture(html`<lean-spending from="soon"></lean-spending>`);
    await told('invalid_date', '<lean-spending>', '"soon"');
    expect(warnings.length).to.equal(2);
  });

  it('are told of a provider once each, and left to the page’s default', async () => {
    const provider = await fixture<HTMLElementTagNameMap['lean-provider']>(html`
      <lean-provider region="SA" numerals="roman" time-zone="Asia/Nowhere" credentials="omit"></lean-provider>
    `);
    provider.proxy = '/elsewhere';
    await provider.updateComplete;
    await told('invalid_type', '<lean-provider>', 'region "SA"', 'ae or sa');
    await told('numerals "roman"');
    await told('time-zone "Asia/Nowhere"');
    await told('credentials "omit"');
    expect(warnings.length).to.equal(4);
  });

  it('are told of configure(), which then changes nothing', async () => {
    configure({ region: 'sa' });
    for (const settings of [{ proxy: 5 }, { region: 'zz' }, { bogus: 1 }, null]) configure(settings as never);
    await told('invalid_type', 'configure()', 'proxy "5"');
    await told('region "zz"');
    await told('no setting "bogus"');
    await told('settings (null)');
    const amounts = await fixture<HTMLElementTagNameMap['lean-transactions']>(
      html`<lean-transactions .transactions=${[sampleTransaction()]}></lean-transactions>`,
    );
    await amounts.updateComplete;
    configure({ region: null });
    expect(warnings.length).to.equal(4);
  });
});
