/** Reading and checking the parameters of data calls; what is wrong is answered as Lean words it. */
import type { Answer, Answers } from './answers.js';
import { parseDate } from './ledger/calendar.js';

/** A refusal on its way out of a handler. */
export class Refused extends Error {
  constructor(readonly answer: Answer) {
    super('The request was refused.');
    this.name = 'Refused';
  }
}

/** Reads fields of a query or a JSON body. All methods throw `Refused` for what is not in order. */
export interface Parameters {
  required(field: string): string;
  optional(field: string): string | null;
  /** A required UUID. */
  id(field: string): string;
  whole(field: string, range: { least: number; most: number; usual: number }): number;
  flag(field: string): boolean;
  /** A `YYYY-MM-DD` as a day number, not after `latest`. */
  day(field: string, latest: number): number | null;
  /** Every value of a field, commas split. */
  list(field: string): string[];
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Reads from `value`, which tells a field's raw value or `undefined`. */
export function createParameters(
  answers: Answers,
  value: (field: string) => unknown,
  values: (field: string) => string[] = () => [],
): Parameters {
  function refuse(field: string, given: unknown): never {
    throw new Refused(answers.invalid(field, typeof given === 'string' ? given : JSON.stringify(given)));
  }

  function optional(field: string): string | null {
    const given = value(field);
    if (given === undefined || given === null || given === '') return null;
    if (typeof given === 'string') return given;
    if (typeof given === 'number' || typeof given === 'boolean') return String(given);
    return refuse(field, given);
  }

  function required(field: string): string {
    const given = optional(field);
    if (given === null) throw new Refused(answers.missing(field));
    return given;
  }

  return {
    required,
    optional,
    id(field) {
      const given = required(field);
      return UUID.test(given) ? given : refuse(field, given);
    },
    whole(field, { least, most, usual }) {
      const given = optional(field);
      if (given === null) return usual;
      const number = Number(given);
      return /^\d+$/.test(given) && number >= least && number <= most ? number : refuse(field, given);
    },
    flag(field) {
      const given = optional(field) ?? 'false';
      return given === 'true' ? true : given === 'false' ? false : refuse(field, given);
    },
    day(field, latest) {
      const given = optional(field);
      if (given === null) return null;
      const day = parseDate(given);
      return day !== null && day <= latest ? day : refuse(field, given);
    },
    list: (field) => values(field).flatMap((given) => given.split(',').filter(Boolean)),
  };
}

/** A page of a list: `page` from 0, `size` 1 to 100, 50 unless told (facts §3.2). */
export function readPage(parameters: Parameters): { page: number; size: number } {
  return {
    page: parameters.whole('page', { least: 0, most: Number.MAX_SAFE_INTEGER, usual: 0 }),
    size: parameters.whole('size', { least: 1, most: 100, usual: 50 }),
  };
}

/** A page of customers or entities, whose parameters are called differently. */
export function readListPage(parameters: Parameters): { page: number; size: number } {
  return {
    page: parameters.whole('page_number', { least: 0, most: Number.MAX_SAFE_INTEGER, usual: 0 }),
    size: parameters.whole('page_size', { least: 1, most: 100, usual: 100 }),
  };
}

/** `page` of an answer. */
export function pageItem(page: number, size: number, total: number) {
  return { number: page, size, total_elements: total, total_pages: Math.ceil(total / size), sort: null };
}

/** The items of a page. */
export function pageOf<Item>(items: readonly Item[], { page, size }: { page: number; size: number }): Item[] {
  return items.slice(page * size, (page + 1) * size);
}
