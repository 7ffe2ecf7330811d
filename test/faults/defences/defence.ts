/** A fault, what holds it off, and the tests that must notice when that is gone. */

/** One place of the source, as it stands and as it would stand without the defence. */
export interface Removal {
  /** Below the project's folder: `src/link/loader.ts`. */
  file: string;
  /** What stands there; it must occur exactly once. */
  from: string;
  /** What would stand there instead: the smallest edit that takes the defence away and still parses. */
  to: string;
}

export interface Defence extends Removal {
  /** Its letter and number in the catalogue of faults: `K3`. */
  fault: string;
  /** What holds the fault off, in a few words; the closing table shows it. */
  what: string;
  /** More places to be edited at the same time, where two lines hold one fault and either would do. */
  also?: readonly Removal[];
  /** A test file that runs in the browser. */
  test: string;
  /** A piece of the title of a test, or of its `describe`, as it is written in that file. Not a pattern. */
  named: string;
}

/** Everything that is edited when a defence is removed. */
export function removalsOf({ file, from, to, also = [] }: Defence): readonly Removal[] {
  return [{ file, from, to }, ...also];
}

/** A text without the defence. Throws unless what is to go occurs exactly once. */
export function without({ file, from, to }: Removal, text: string): string {
  const [before, after, ...more] = text.split(from);
  if (before === undefined || after === undefined || more.length > 0) {
    const found = String(text.split(from).length - 1);
    throw new Error(`${file} has this ${found} times instead of once: ${from}`);
  }
  return before + to + after;
}
