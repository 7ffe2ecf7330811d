/**
 * How many data requests a second the simulator answers over HTTP, as a process of its own: it must never be what a
 * test waits for.
 *
 *     npm run bench:simulator [-- seconds]
 *
 * Ends with 1 below 500 a second, or when an answer was not good.
 */
import { Agent, request } from 'node:http';
import { SOURCE, startServer } from '../support/processes.js';

const PROMISED = 500;
const CONNECTIONS = 16;
const WARM_UP_S = 2;
const seconds = Number(process.argv[2] ?? 8);

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

interface Got {
  status: number;
  text: string;
}

function ask(url: string, headers: Record<string, string>, body?: string): Promise<Got> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const outgoing = request(url, { agent, method, headers }, (incoming) => {
      let text = '';
      incoming.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, text }));
      incoming.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

const server = await startServer([...SOURCE, 'simulate']);
try {
  const form = 'client_id=simulator&client_secret=simulator&grant_type=client_credentials&scope=api';
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  const token = JSON.parse((await ask(`${server.origin}/oauth2/token`, type, form)).text) as {
    access_token: string;
  };
  const headers = { authorization: `Bearer ${token.access_token}`, 'content-type': 'application/json' };
  const post = async (path: string, body: object) =>
    JSON.parse((await ask(server.origin + path, headers, JSON.stringify(body))).text) as Record<
      string,
      string
    >;

  const paths: string[] = [];
  for (let customer = 0; customer < 20; customer += 1) {
    const { customer_id = '' } = await post('/customers/v1', { app_user_id: `user-${String(customer)}` });
    const { id = '' } = await post(`/_simulator/customers/${customer_id}/entities`, {});
    const accounts = await ask(`${server.origin}/data/v2/accounts?entity_id=${id}`, headers);
    const { data } = JSON.parse(accounts.text) as { data: { accounts: [{ account_id: string }] } };
    const account = `/data/v2/accounts/${data.accounts[0].account_id}`;
    // The mix of a page that shows a bank: most are pages of rows.
    paths.push(
      `/customers/v1/${customer_id}/entities`,
      `/data/v2/accounts?entity_id=${id}`,
      `${account}/balances?entity_id=${id}`,
      ...[0, 1, 2, 3].map((page) => `${account}/transactions?entity_id=${id}&size=50&page=${String(page)}`),
    );
  }

  let next = 0;
  let bad = 0;
  /** Every connection asks again as soon as it is answered. Gives the times of all answers, in milliseconds. */
  async function run(forSeconds: number): Promise<number[]> {
    const until = performance.now() + forSeconds * 1000;
    const times: number[] = [];
    const worker = async () => {
      while (performance.now() < until) {
        const path = paths[next % paths.length] ?? '';
        next += 1;
        const began = performance.now();
        const { status, text } = await ask(server.origin + path, headers);
        times.push(performance.now() - began);
        if (status !== 200 || text.length < 100) bad += 1;
      }
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, worker));
    return times;
  }

  await run(WARM_UP_S);
  const times = (await run(seconds)).sort((one, other) => one - other);
  const perSecond = Math.round(times.length / seconds);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? NaN).toFixed(1);
  console.log(
    `${String(perSecond)} data requests a second (promised ${String(PROMISED)}), ` +
      `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, ${String(bad)} not good, ${String(CONNECTIONS)} connections`,
  );
  if (perSecond < PROMISED || bad > 0) process.exitCode = 1;
} finally {
  agent.destroy();
  await server.stop();
}
