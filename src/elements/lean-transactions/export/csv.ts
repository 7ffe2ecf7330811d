import { inSlices } from '../../shared/slices.js';

/** One column of a CSV file. */
export interface CsvColumn<Row> {
  title: string;
  /** What stands in a row's cell; null leaves it empty. */
  value: (row: Row) => string | null;
  /** Its cells are numbers, to be added up by a spreadsheet: canonical decimal text, never localized. */
  isNumber?: boolean;
}

export interface CsvOptions {
  /** Ends the work: the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Told how many rows are written, now and then. */
  progress?: (rows: number) => void;
}

/** Tells spreadsheets, Excel above all, that the bytes are UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** RFC 4180 ends records so. */
const RECORD_END = '\r\n';

const STEP_ROWS = 128;

const NUMBER = /^-?\d+(\.\d+)?$/;

/** How a spreadsheet recognises a formula, also behind spaces and in full-width characters of East Asian input. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** A spreadsheet that separates by semicolons or tabs, as Arabic systems are set to, begins a cell behind one. */
const INNER_FORMULA = /([;\t] *)(?=[=+\-@＝＋－＠])/gu;

const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/**
 * Rows as a CSV file by RFC 4180, in UTF-8 with a byte order mark; written in slices of background work.
 *
 * The text of a bank must not become a formula on somebody's computer: a cell that begins with `=`, `+`, `-`, `@`,
 * tab or a line end gets an apostrophe in front, which spreadsheets show as text, and so does what would begin a cell
 * for a spreadsheet with another separator. Cells of number columns are the exception: `-12.5` stays as it is when it is a plain number, and is treated like any text when it is not.
 */
export async function writeCsv<Row>(
  rows: Iterable<Row>,
  columns: readonly CsvColumn<Row>[],
  { signal = new AbortController().signal, progress }: CsvOptions = {},
): Promise<Blob> {
  const file = await inSlices(csvSteps(rows, columns, progress), signal);
  if (file) return file;
  signal.throwIfAborted();
  throw new Error('The file was not written to its end.');
}

/** The steps of `writeCsv`. */
export function* csvSteps<Row>(
  rows: Iterable<Row>,
  columns: readonly CsvColumn<Row>[],
  progress?: (rows: number) => void,
): Generator<void, Blob> {
  const parts = [BYTE_ORDER_MARK, record(columns.map(({ title }) => cell(title, false)))];
  let part = '';
  let count = 0;
  for (const row of rows) {
    part += record(columns.map(({ value, isNumber }) => cell(value(row) ?? '', isNumber ?? false)));
    count += 1;
    if (count % STEP_ROWS !== 0) continue;
    parts.push(part);
    part = '';
    progress?.(count);
    yield;
  }
  progress?.(count);
  return new Blob([...parts, part], { type: 'text/csv;charset=utf-8' });
}

function record(cells: readonly string[]): string {
  return cells.join(',') + RECORD_END;
}

function cell(text: string, isNumber: boolean): string {
  if (isNumber && NUMBER.test(text)) return text;
  const harmless = (FORMULA.test(text) ? `'${text}` : text).replace(INNER_FORMULA, "$1'");
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
