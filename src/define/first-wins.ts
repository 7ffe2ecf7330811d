import { version } from './version.js';

/** What all copies of this package on one page know about each other. */
interface Page {
  /** Which version defined a tag. */
  versions: Map<string, string>;
  /** The note is printed once for the page, not once for each tag. */
  isNoted: boolean;
}

const key = Symbol.for('lean-elements.defined.v1');

function page(): Page {
  const holder = globalThis as { [key]?: Page };
  return (holder[key] ??= { versions: new Map(), isNoted: false });
}

/** Remembers that this copy of the package defined a tag. */
export function recordDefinition(tag: string): void {
  page().versions.set(tag, version);
}

/**
 * Says once in the console that another version came first: a tag cannot be defined twice, so the first copy on the
 * page keeps it. Two copies of one version are no difference that anybody could see, and stay quiet.
 */
export function noteEarlierDefinition(tag: string): void {
  const { versions, isNoted } = page();
  const earlier = versions.get(tag);
  if (isNoted || earlier === version) return;
  page().isNoted = true;
  const first = earlier === undefined ? 'another script' : `lean-elements ${earlier}`;
  console.warn(`<${tag}> was already defined by ${first}, which stays; this is lean-elements ${version}.`);
}
