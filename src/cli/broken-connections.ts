import type { Socket } from 'node:net';
import { ConnectionReset } from '../simulator/fault-streams.js';
import { FAULT_HEADER } from '../simulator/faults.js';

/** What was written before a break must leave first, or the client would never see the half that came. */
const FLUSH_MS = 20;

/** True for the break that a scenario of the simulator asks for. */
export function isReset(thrown: unknown): boolean {
  return thrown instanceof ConnectionReset;
}

/** Ends a connection as a dead peer does: with a TCP reset instead of an answer. */
export function reset(socket: Socket | null): void {
  socket?.resetAndDestroy();
}

/**
 * The same answer, whose body resets the socket where it would fail: the server's own way out is a text in the body
 * and a stack trace on the console.
 */
export function resettingBody(response: Response, socket: Socket | null): Response {
  if (response.body === null || !response.headers.has(FAULT_HEADER)) return response;
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (thrown) {
        if (!isReset(thrown)) throw thrown;
        await new Promise((resolve) => setTimeout(resolve, FLUSH_MS));
        reset(socket);
        controller.close();
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return new Response(body, response);
}
