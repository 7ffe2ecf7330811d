import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Balancer {
  origin: string;
  /** How many requests each backend got. */
  served: readonly number[];
  close(): void;
}

/** Hands each request to the next backend in turn, whoever asks: no session sticks anywhere. */
export async function startBalancer(backends: readonly string[]): Promise<Balancer> {
  const served = backends.map(() => 0);
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    const index = turn % backends.length;
    turn += 1;
    served[index] = (served[index] ?? 0) + 1;
    const { method, headers, url } = incoming;
    const onward = request(`${backends[index]}${url}`, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.once('error', () => outgoing.writeHead(502).end());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    served,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
