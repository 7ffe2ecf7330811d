/** Bodies that come late, in pieces, or not whole; the pauses are real ones, since who waits for them is real. */

/** The connection broke; `fetch` rejects with the same kind of error. */
export class ConnectionReset extends TypeError {
  readonly code = 'ECONNRESET';

  constructor() {
    super('The simulator broke the connection, as its scenario says.');
    this.name = 'ConnectionReset';
  }
}

/** Waits; fails as `fetch` does when the caller gives up meanwhile. Infinite waits end in no other way. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const giveUp = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    signal?.addEventListener('abort', giveUp, { once: true });
    const timer = Number.isFinite(milliseconds)
      ? setTimeout(() => {
          signal?.removeEventListener('abort', giveUp);
          resolve();
        }, milliseconds)
      : undefined;
  });
}

/** The first `count` bytes, then a broken connection. */
export function brokenAfter(bytes: Uint8Array, count: number): ReadableStream<Uint8Array> {
  let isSent = false;
  return new ReadableStream({
    pull(controller) {
      if (isSent) controller.error(new ConnectionReset());
      else controller.enqueue(bytes.slice(0, count));
      isSent = true;
    },
  });
}

/** All bytes, `size` at a time, with a pause before each piece. */
export function inPieces(bytes: Uint8Array, size: number, pauseMs: number): ReadableStream<Uint8Array> {
  let sent = 0;
  let isCancelled = false;
  return new ReadableStream({
    async pull(controller) {
      await pause(pauseMs);
      if (isCancelled) return;
      controller.enqueue(bytes.slice(sent, sent + size));
      sent += size;
      if (sent >= bytes.length) controller.close();
    },
    cancel() {
      isCancelled = true;
    },
  });
}
