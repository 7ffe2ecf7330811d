/**
 * Serves the source as it would be without a defence. Nothing on the disk changes: a test page whose modules lie
 * below `/without-3/` gets every file as it is, but those of defence 3 with its edit.
 */
import { removalsOf, without, type Defence } from './defence.js';

/** What is used of the test server's view of a request. */
interface Asked {
  path: string;
  url: string;
  body: unknown;
}

const PREFIX = /^\/without-(\d+)(?=\/)/;
/** Beside the file's own name, so that the server keeps the edited text apart from the real one. */
const EDITED = 'without-defence';

export function prefixOf(defence: number): string {
  return `/without-${String(defence)}`;
}

/** Takes the prefix off; to come before all other middleware. */
export function takePrefixOff(defences: readonly Defence[]) {
  return (asked: Asked, next: () => Promise<void>): Promise<void> => {
    const number = PREFIX.exec(asked.path)?.[1];
    if (number === undefined) return next();
    const url = urlOf(asked);
    url.pathname = url.pathname.replace(PREFIX, '');
    if (isEdited(defences[Number(number)], url.pathname)) url.searchParams.set(EDITED, number);
    asked.url = url.pathname + url.search;
    return next();
  };
}

/** Takes the defence out of the text; to come before all other plugins. */
export function takeDefenceOut(defences: readonly Defence[]) {
  return {
    name: 'without-defence',
    transform(asked: Asked): string | undefined {
      const defence = defences[Number(urlOf(asked).searchParams.get(EDITED) ?? 'none')];
      if (defence === undefined) return undefined;
      return removalsOf(defence)
        .filter(({ file }) => `/${file}` === asked.path)
        .reduce((text, removal) => without(removal, text), String(asked.body));
    },
  };
}

function isEdited(defence: Defence | undefined, path: string): boolean {
  return defence !== undefined && removalsOf(defence).some(({ file }) => `/${file}` === path);
}

/** As it is now: the server's own `URL` stays what was asked for. */
function urlOf({ url }: Asked): URL {
  return new URL(url, 'http://localhost');
}
