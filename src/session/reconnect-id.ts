import { LeanError } from '../domain/error.js';
import { bankReconnectId, refusedCalls } from './refused-calls.js';
import type { Services } from './services.js';

/** What a backend answers to a reconnect id that it no longer knows, or that has run out (30 days at Lean). */
const REFUSALS: readonly string[] = ['not_found', 'bad_request', 'conflict', 'forbidden'];

/** Tells whether a link session was refused for its reconnect id, so that a fresh one may help. */
export function isIdRefused(thrown: unknown): boolean {
  return thrown instanceof LeanError && REFUSALS.includes(thrown.code);
}

/**
 * A reconnect id that lives: the calls Lean refused are made once more, and each refusal brings one. Null when none
 * is refused any more, or none names an id.
 */
export async function freshReconnectId(services: Services, entityId: string): Promise<string | null> {
  const refused = refusedCalls(services, entityId);
  const lists = refused.filter(({ isList }) => isList);
  const again = lists.length > 0 ? lists : refused;
  await Promise.all(again.map(({ query }) => query.fetch()));
  const ids = refusedCalls(services, entityId).filter(({ query }) =>
    again.some((asked) => asked.query === query),
  );
  services.reconnectIds.delete(entityId);
  const found = ids.find(({ reconnectId }) => reconnectId !== null);
  return found ? bankReconnectId(services, entityId, found.reconnectId) : null;
}
