import { listen } from '../../src/cli/listen.js';

/** A port that was free a moment ago, for a server that must be told its own. */
export async function freePort(): Promise<number> {
  const listener = await listen(0);
  await listener.close();
  return Number(new URL(listener.origin).port);
}
