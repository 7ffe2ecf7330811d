import { applyEdits, walkJson, type Edit } from './json-text.js';
import type { SealKind, Seals } from './seal.js';

/** The members of Lean's bodies that hold ids by which data can be asked for. */
const SEALED_MEMBERS: ReadonlyMap<string, SealKind> = new Map([
  ['entity_id', 'entity'],
  ['account_id', 'account'],
  ['results_id', 'result'],
  ['refresh_id', 'refresh'],
]);
/** These are what `Lean.reconnect` takes, so that there Lean's own id must reach the page. */
const OPEN_FOR_RECONNECT: ReadonlySet<SealKind> = new Set(['result', 'refresh']);

/** Lean's ids are UUIDs of 36 characters. */
const SHORTEST_QUOTED = 16;

/** Ids of a question: Lean's messages may quote them. */
export type AskedIds = Readonly<Partial<Record<SealKind, string | undefined>>>;

export interface SealingSubject {
  appUserId: string;
  /** Lean's `status` of the body. */
  status: string | null;
  asked: AskedIds;
}

/** A body of Lean's with its ids sealed in place; every other byte stays as it was. */
export async function sealBody(
  text: string,
  seals: Seals,
  { appUserId, status, asked }: SealingSubject,
): Promise<string> {
  const isOpen = (kind: SealKind) => status === 'RECONNECT_REQUIRED' && OPEN_FOR_RECONNECT.has(kind);
  let sealed = await sealMembers(text, seals, appUserId, (key) => {
    const kind = SEALED_MEMBERS.get(key);
    return kind === undefined || isOpen(kind) ? undefined : kind;
  });
  for (const [kind, id] of Object.entries(asked) as [SealKind, string | undefined][]) {
    if (id !== undefined && !isOpen(kind)) sealed = await sealQuoted(sealed, seals, appUserId, kind, id);
  }
  return sealed;
}

/** An id that is quoted in a text, as in "There is no entity …": Lean's messages name what they are about. */
async function sealQuoted(
  text: string,
  seals: Seals,
  appUserId: string,
  kind: SealKind,
  id: string,
): Promise<string> {
  // An id of a letter or two could be part of anything.
  if (id.length < SHORTEST_QUOTED || !text.includes(id)) return text;
  return text.replaceAll(id, await seals.seal(appUserId, kind, id));
}

/** A list of entities with the ids of its items sealed in place. */
export async function sealEntities(text: string, seals: Seals, appUserId: string): Promise<string> {
  return sealMembers(text, seals, appUserId, (key, path) => {
    if (key === 'id' && path.length === 2) return 'entity';
    return SEALED_MEMBERS.get(key);
  });
}

async function sealMembers(
  text: string,
  seals: Seals,
  appUserId: string,
  kindOf: (key: string, path: readonly (string | number)[]) => SealKind | undefined,
): Promise<string> {
  const found: { start: number; end: number; token: string; kind: SealKind; id: string }[] = [];
  walkJson(text, {
    string(key, id, start, end, path) {
      const kind = kindOf(key, path);
      if (kind !== undefined && id !== '') found.push({ start, end, token: `${kind} ${id}`, kind, id });
    },
  });
  // A page of a hundred rows names two ids a hundred times.
  const sealed = new Map<string, string>();
  for (const { token, kind, id } of found) {
    if (!sealed.has(token)) sealed.set(token, JSON.stringify(await seals.seal(appUserId, kind, id)));
  }
  const edits: Edit[] = found.map(({ start, end, token }) => ({ start, end, text: sealed.get(token) ?? '' }));
  return applyEdits(text, edits);
}
