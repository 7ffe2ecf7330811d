import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { isReset, reset, resettingBody } from './broken-connections.js';

/** The only address we bind to: the simulator and the demo are for one machine. */
const LOOPBACK = '127.0.0.1';

type FetchHandler = (request: Request) => Response | Promise<Response>;

/** A bound port whose handler may be given later, since a handler often needs to know its own origin. */
export interface Listener {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly origin: string;
  /** Answers every request from now on; until then 503 is sent. A `ConnectionReset` of the simulator's resets the socket. */
  serve(handler: FetchHandler): void;
  /** Stops listening and drops open connections. */
  close(): Promise<void>;
}

const notReady: FetchHandler = () => new Response('Starting.', { status: 503 });

/** Binds a loopback port (0: any free one). Rejects when the port is taken or not allowed. */
export async function listen(port: number): Promise<Listener> {
  let handler = notReady;
  const respond = getRequestListener(
    async (request, { outgoing }) => {
      try {
        return resettingBody(await handler(request), outgoing.socket);
      } catch (thrown) {
        if (isReset(thrown)) reset(outgoing.socket);
        throw thrown;
      }
    },
    {
      overrideGlobalObjects: false,
      errorHandler: (thrown) => (isReset(thrown) ? undefined : new Response(null, { status: 500 })),
    },
  );
  const server = createServer((incoming, outgoing) => void respond(incoming, outgoing));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    origin: `http://${LOOPBACK}:${address.port}`,
    serve(next) {
      handler = next;
    },
    close() {
      return new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      });
    },
  };
}
