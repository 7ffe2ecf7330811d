/**
 * Who shows the full notice of a bank that asks for a reconnect. Several elements may read the same bank; the first
 * in the document has the notice, the others one line that leads there.
 */
export interface ReconnectBoard {
  /** Says that an element shows a bank which needs the customer. */
  show(entityId: string, member: HTMLElement): void;
  /** Says that it no longer does: the bank is well again, or the element left the page. */
  hide(entityId: string, member: HTMLElement): void;
  /** The element with the notice. */
  ownerOf(entityId: string): HTMLElement | null;
  /**
   * A flow for the bank is under way. Each question whether it is well again may bring another reconnect id, which is
   * nothing to tell until the flow has ended.
   */
  hold(entityId: string | null): void;
  release(entityId: string | null): void;
  /** True exactly once for each bank and reconnect id: the caller then fires `lean-reconnect-required`. */
  announceOnce(entityId: string, reconnectId: string | null): boolean;
  /** The host takes over: nobody draws this notice. */
  withdraw(entityId: string, reconnectId: string | null): void;
  isWithdrawn(entityId: string, reconnectId: string | null): boolean;
  subscribe(listener: () => void): () => void;
}

/** Builds an empty board. */
export function createReconnectBoard(): ReconnectBoard {
  const members = new Map<string, HTMLElement[]>();
  const announced = new Set<string>();
  const withdrawn = new Set<string>();
  const held = new Set<string>();
  const listeners = new Set<() => void>();
  const keyOf = (entityId: string, reconnectId: string | null): string =>
    JSON.stringify([entityId, reconnectId]);
  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };

  return {
    show(entityId, member) {
      const list = members.get(entityId) ?? [];
      if (list.includes(member)) return;
      members.set(entityId, [...list, member]);
      tell();
    },
    hide(entityId, member) {
      const list = members.get(entityId) ?? [];
      if (!list.includes(member)) return;
      const rest = list.filter((other) => other !== member);
      if (rest.length === 0) members.delete(entityId);
      else members.set(entityId, rest);
      tell();
    },
    ownerOf: (entityId) => firstInDocument(members.get(entityId) ?? []),
    hold(entityId) {
      if (entityId !== null) held.add(entityId);
    },
    release(entityId) {
      if (entityId !== null && held.delete(entityId)) tell();
    },
    announceOnce(entityId, reconnectId) {
      const key = keyOf(entityId, reconnectId);
      if (held.has(entityId) || announced.has(key)) return false;
      announced.add(key);
      return true;
    },
    withdraw(entityId, reconnectId) {
      withdrawn.add(keyOf(entityId, reconnectId));
      tell();
    },
    isWithdrawn: (entityId, reconnectId) => withdrawn.has(keyOf(entityId, reconnectId)),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Which element hears of a bank first is chance; the notice stands where a reader meets it first. */
function firstInDocument(list: readonly HTMLElement[]): HTMLElement | null {
  return list.reduce<HTMLElement | null>((first, element) => {
    const isEarlier =
      first !== null && (first.compareDocumentPosition(element) & first.DOCUMENT_POSITION_PRECEDING) !== 0;
    return first === null || isEarlier ? element : first;
  }, null);
}
