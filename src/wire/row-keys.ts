/** Gives each row of one page a key that no other row of it has, and that stays the same when the page is read again. */
export type RowKeys = (sentId: string | null, content: () => string) => string;

/**
 * Keys for the rows of one page. A row keeps its own id, and one without an id gets a key made of what it says;
 * whatever comes a second time is counted: rows are kept, never merged.
 */
export function createRowKeys(pageNumber: number): RowKeys {
  const seen = new Map<string, number>();
  return (sentId, content) => {
    const base = sentId ?? `row-${fingerprint(content())}${pageNumber === 0 ? '' : `-${String(pageNumber)}`}`;
    const before = seen.get(base) ?? 0;
    seen.set(base, before + 1);
    return before === 0 ? base : `${base}~${String(before)}`;
  };
}

const FNV_PRIME = 0x01000193;
const FNV_OFFSET = 0x811c9dc5;

/** 64 bits of FNV-1a over the text and over its reverse: two texts of one page practically never share them. */
function fingerprint(text: string): string {
  let forward = FNV_OFFSET;
  let backward = FNV_OFFSET;
  for (let index = 0, last = text.length - 1; index <= last; index += 1) {
    forward = Math.imul(forward ^ text.charCodeAt(index), FNV_PRIME);
    backward = Math.imul(backward ^ text.charCodeAt(last - index), FNV_PRIME);
  }
  return (forward >>> 0).toString(36) + (backward >>> 0).toString(36);
}
