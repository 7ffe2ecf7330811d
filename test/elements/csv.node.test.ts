import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  CSV_FIELDS,
  csvColumns,
  type CsvWords,
} from '../../src/elements/lean-transactions/export/columns.js';
import { csvSteps, writeCsv, type CsvColumn } from '../../src/elements/lean-transactions/export/csv.js';
import { anyText, transaction } from '../domain/support/transactions.js';

type Row = readonly (string | null)[];

function columns(count: number, numbers: readonly number[] = []): CsvColumn<Row>[] {
  return Array.from({ length: count }, (_, at) => ({
    title: `Column ${at}`,
    value: (row) => row[at] ?? null,
    isNumber: numbers.includes(at),
  }));
}

async function fileOf(rows: readonly Row[], chosen: readonly CsvColumn<Row>[]): Promise<string> {
  const bytes = new Uint8Array(await (await writeCsv(rows, chosen)).arrayBuffer());
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

/** Reads RFC 4180 and nothing more: it throws at a bare quote, a bare line end, or records of different lengths. */
function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const record: string[] = [];
    for (;;) {
      let value = '';
      if (text[at] === '"') {
        for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
          if (at >= text.length) throw new Error('A quote is not closed.');
          if (text[at] === '"') at += 1;
          value += text[at] ?? '';
        }
        at += 1;
      } else {
        for (; at < text.length && !/[,\r\n"]/.test(text[at]!); at += 1) value += text[at] ?? '';
      }
      record.push(value);
      if (text[at] !== ',') break;
      at += 1;
    }
    if (text.slice(at, at + 2) !== '\r\n') throw new Error(`No record ends at ${at}.`);
    at += 2;
    records.push(record);
  }
  if (records.some((record) => record.length !== records[0]?.length))
    throw new Error('Records differ in length.');
  return records;
}

async function cellOf(text: string | null, isNumber = false): Promise<string> {
  const [, record] = parseCsv(await fileOf([[text]], columns(1, isNumber ? [0] : [])));
  return record![0]!;
}

const golden: [text: string, line: string][] = [
  ['plain', 'plain'],
  ['مقهى دبي', 'مقهى دبي'],
  ['one, two', '"one, two"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\nlines', '"two\nlines"'],
  [' padded', '" padded"'],
  ['=1+1', "'=1+1"],
  ['+971 50', "'+971 50"],
  ['-12.5', "'-12.5"],
  ['@sum', "'@sum"],
  ['\tx', "'\tx"],
  ['\rx', '"\'\rx"'],
  [' =1', "' =1"],
  ['＝1', "'＝1"],
  ['=HYPERLINK("a","b")', '"\'=HYPERLINK(""a"",""b"")"'],
  ['1-2', '1-2'],
  ['Cafe;=HYPERLINK(1)', "Cafe;'=HYPERLINK(1)"],
  ['a; -1\t@b;c', "a; '-1\t'@b;c"],
  ['', ''],
];

test('writes cells as RFC 4180 says, with formulas made harmless', async () => {
  for (const [text, line] of golden) {
    assert.equal(
      await fileOf([[text]], columns(1)),
      `\ufeffColumn 0\r\n${line}\r\n`.slice(1),
      JSON.stringify(text),
    );
  }
});

test('keeps plain numbers of number columns, and only these', async () => {
  for (const number of ['-12.5', '0', '15035.85', '9007199254740993.27']) {
    assert.equal(await cellOf(number, true), number);
  }
  for (const text of ['-1+1', '-', '=1', '-1e5', '+5', '-1 ']) {
    assert.equal(await cellOf(text, true), `'${text}`);
  }
});

test('leaves the cell of a missing value empty', async () => {
  assert.equal(await cellOf(null), '');
});

test('gives every text back when it is read again', async () => {
  const anyCell = fc.oneof(fc.constantFrom(null, ...golden.map(([text]) => text)), anyText, fc.string());
  const anyRows = fc.array(fc.tuple(anyCell, anyCell, anyCell), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(anyRows, async (rows) => {
      const [, ...records] = parseCsv(await fileOf(rows, columns(3)));
      const expected = rows.map((row) => row.map((text) => wellFormed(text ?? '')));
      records.forEach((record, index) => {
        record.forEach((text, at) => {
          const sent = expected[index]![at]!;
          assert.equal(text.replaceAll("'", ''), sent.replaceAll("'", ''));
          assert.ok(!/^[=+\-@\t\r\n]|[;\t] *[=+\-@]/.test(text), JSON.stringify(text));
        });
      });
      assert.equal(records.length, rows.length);
    }),
    { numRuns: 300 },
  );
});

test('makes titles harmless, too', async () => {
  const [record] = parseCsv(await fileOf([], [{ title: '=x', value: () => null }]));
  assert.deepEqual(record, ["'=x"]);
});

test('tells its progress up to the last row', async () => {
  const told: number[] = [];
  const rows = Array.from({ length: 1000 }, (_, index) => [String(index)]);
  await writeCsv(rows, columns(1), { progress: (count) => void told.push(count) });
  assert.equal(told.at(-1), 1000);
  assert.ok(told.length > 5);
});

test('works in many small steps', () => {
  const rows = Array.from({ length: 2000 }, () => ['x']);
  let steps = 0;
  for (const _ of csvSteps(rows, columns(1))) steps += 1;
  assert.ok(steps >= 10);
});

test('stops when it is cancelled, and says so', async () => {
  const controller = new AbortController();
  let read = 0;
  function* endless(): Generator<Row> {
    for (;;) {
      read += 1;
      yield ['x'];
    }
  }
  const progress = (): void => {
    controller.abort();
  };
  await assert.rejects(writeCsv(endless(), columns(1), { signal: controller.signal, progress }), {
    name: 'AbortError',
  });
  assert.ok(read < 1_000_000);
});

const words: CsvWords = {
  titles: Object.fromEntries(CSV_FIELDS.map((field) => [field, field])) as CsvWords['titles'],
  day: ({ bookedAt }) => bookedAt?.slice(0, 10) ?? null,
  valueDay: ({ valueAt }) => valueAt?.slice(0, 10) ?? null,
  direction: ({ direction }) => direction,
  status: ({ status }) => status,
  category: ({ category }) => category,
  account: ({ accountId }) => accountId,
};

test('writes the chosen fields of transactions, in the chosen order', async () => {
  const rows = [transaction({ description: '=cmd', reference: 'FT1' })];
  const file = await writeCsv(rows, csvColumns(['amount', 'currency', 'day', 'description'], words));
  assert.equal(
    (await file.text()).replace('\ufeff', ''),
    "amount,currency,day,description\r\n-12.5,AED,2026-11-20,'=cmd\r\n",
  );
  assert.equal(file.type, 'text/csv;charset=utf-8');
});

test('has a value for every field it offers', async () => {
  const full = transaction({ merchantName: 'M', reference: 'R', valueAt: '2026-11-21' });
  const [, record] = parseCsv(
    (await (await writeCsv([full], csvColumns(CSV_FIELDS, words))).text()).replace('\ufeff', ''),
  );
  assert.ok(record!.every((text) => text !== ''));
});

/** Half of a character cannot be written as UTF-8; its sign of absence is. */
function wellFormed(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(`.${text}`)).slice(1);
}
