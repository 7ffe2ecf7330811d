import { ProblemError } from './problem.js';

/** Long enough for any id or seal, short enough to be harmless. */
const ID_LENGTH = 512;

function refuse(name: string): never {
  throw new ProblemError('bad_request', {
    detail: `${name} is missing, given twice or not of the right form`,
  });
}

/** An id from a path or a query: opaque, but of sane length and without control characters. */
export function checkId(id: string | undefined, name: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is refused
  if (id === undefined || id === '' || id.length > ID_LENGTH || /[\u0000-\u001f\u007f]/.test(id))
    refuse(name);
  return id;
}

/** Reads query parameters that may be given once; unknown ones are left unread and never passed on. */
export class Query {
  constructor(private readonly parameters: URLSearchParams) {}

  private once(name: string): string | undefined {
    const values = this.parameters.getAll(name);
    if (values.length > 1) refuse(name);
    // An empty parameter is one that a form left open.
    return values[0] === '' ? undefined : values[0];
  }

  id(name: string): string {
    return checkId(this.once(name), name);
  }

  /** A calendar date `YYYY-MM-DD` that exists. */
  date(name: string): string | undefined {
    const text = this.once(name);
    if (text === undefined) return undefined;
    const date = new Date(`${text}T00:00:00Z`);
    const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || !exists) refuse(name);
    return text;
  }

  whole(name: string, smallest: number, largest: number): number | undefined {
    const text = this.once(name);
    if (text === undefined) return undefined;
    if (!/^\d{1,9}$/.test(text) || Number(text) < smallest || Number(text) > largest) refuse(name);
    return Number(text);
  }

  flag(name: string): boolean | undefined {
    const text = this.once(name);
    if (text !== undefined && text !== 'true' && text !== 'false') refuse(name);
    return text === undefined ? undefined : text === 'true';
  }
}
