import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CATEGORIES } from '../../src/domain/category.js';
import { ERROR_CODES } from '../../src/domain/error-codes.js';
import { CONNECT_STATUSES } from '../../src/domain/link.js';
import { ar } from '../../src/i18n/ar.js';
import { plural, type Count } from '../../src/i18n/count.js';
import { en } from '../../src/i18n/en.js';
import { formatsOf } from '../../src/i18n/formats.js';
import { completeMessages } from '../../src/i18n/messages.js';

/** One of each Arabic plural form. */
const counts = [0, 1, 2, 3, 11, 100].map((value) => formatsOf('ar', 'latn').count(value));

/** Stands for any word a message takes: a count, or a text. */
const words = counts.map((count) => ({ ...count, text: '٢', toString: () => '٢' }));

/** Every text of a language by its path; functions are called with each plural form. */
function textsOf(messages: object, path = ''): [path: string, text: string][] {
  return Object.entries(messages).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const here = `${path}.${key}`;
    if (typeof value === 'string') return [[here, value]];
    if (typeof value === 'function') {
      const message = value as (...given: unknown[]) => string;
      return words.map((word) => [here, message(...Array<unknown>(message.length).fill(word))]);
    }
    return textsOf(value as object, here);
  });
}

describe('the messages', () => {
  it('have the same shape in Arabic as in English', () => {
    const paths = (messages: object) =>
      textsOf(messages)
        .map(([path]) => path)
        .sort();
    assert.deepEqual(paths(ar), paths(en));
  });

  it('are nowhere empty but where a status has no next step', () => {
    for (const messages of [en, ar]) {
      const empty = textsOf(messages).filter(([path, text]) => text === '' && !path.endsWith('.step'));
      assert.deepEqual(empty, []);
    }
  });

  it('hold no English in Arabic beside the host name to allow and the name of a file’s form', () => {
    const latin = textsOf(ar).filter(([, text]) =>
      /[a-z]/i.test(text.replace(/cdn\.leantech\.me|\bCSV\b/, '')),
    );
    assert.deepEqual(latin, []);
  });

  it('never raise their voice', () => {
    for (const messages of [en, ar]) {
      const loud = textsOf(messages).filter(([, text]) => /[!！]|oops/i.test(text));
      assert.deepEqual(loud, []);
    }
  });

  it('name every category, error and connect status in both languages', () => {
    for (const messages of [en, ar]) {
      assert.deepEqual(Object.keys(messages.categories).sort(), [...CATEGORIES].sort());
      assert.deepEqual(Object.keys(messages.errors).sort(), Object.keys(ERROR_CODES).sort());
      assert.deepEqual(Object.keys(messages.connect.statuses).sort(), [...CONNECT_STATUSES].sort());
    }
  });

  it('tell of an error in words and never by its code', () => {
    for (const messages of [en, ar]) {
      for (const [code, { title, text }] of Object.entries(messages.errors)) {
        assert.ok(title.length > 8 && text.length > 20, code);
        if (code.includes('_')) assert.ok(!`${title} ${text}`.includes(code), code);
      }
    }
  });

  it('count in all six Arabic forms', () => {
    assert.deepEqual(
      counts.map((count) => ar.accounts.loaded(count)),
      ['لا حسابات', 'حساب واحد', 'حسابان', '3 حسابات', '11 حسابًا', '100 حساب'],
    );
  });

  it('count in English with the number in the reader’s digits', () => {
    const { count } = formatsOf('en', 'arab');
    assert.equal(en.accounts.loaded(count(1)), '١ account');
    assert.equal(en.accounts.loaded(count(1284)), '١٬٢٨٤ accounts');
  });

  it('keep names of unknown direction from reordering the words around them', () => {
    assert.equal(ar.reconnect.elsewhere('Falaj Bank'), 'يطلب \u2068Falaj Bank\u2069 التأكد من هويتك.');
  });

  it('fall back to English for each message that a language lacks', () => {
    const french = completeMessages(en, { common: { retry: 'Réessayer' } });
    assert.equal(french.common.retry, 'Réessayer');
    assert.equal(french.common.copy, 'Copy');
    assert.equal(french.accounts.label, 'Accounts');
  });

  it('use the form "other" where a language leaves one out', () => {
    const count: Count = { value: 2, text: '2', form: 'two' };
    assert.equal(plural(count, { one: '# row', other: '# rows' }), '2 rows');
  });
});
