import type { QueryClient } from '@tanstack/query-core';

/**
 * Waits for what is read anew; not longer than until reading pauses, since a browser that is offline may be so for
 * hours, and says so on the screen meanwhile.
 */
export async function untilPaused(queries: QueryClient, reading: Promise<unknown>): Promise<void> {
  const cache = queries.getQueryCache();
  let stop = (): void => undefined;
  const paused = new Promise<void>((resolve) => {
    const look = (): void => {
      if (cache.findAll({ fetchStatus: 'paused' }).length > 0) resolve();
    };
    stop = cache.subscribe(look);
    look();
  });
  try {
    await Promise.race([reading, paused]);
  } finally {
    stop();
  }
}
