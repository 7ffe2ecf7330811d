/**
 * Load in an open loop: requests come at their rate whether or not earlier ones were answered.
 *
 *     node --import tsx test/proxy/campaigns/load.ts [seconds] [requests per second]
 *
 * Once with a healthy Lean, once with a tenth of its answers failing. Lean is a stand-in in this process with a fixed
 * delay; every customer's data holds a canary, and no answer may hold another's.
 */
import { join } from 'node:path';
import { listen } from '../../../src/cli/listen.js';
import { createFakeLean, json, type FakeLean } from '../support/fake-lean.js';
import { report, startProxyProcess, withFolder } from './child.js';

const [seconds = 60, rate = 300] = process.argv.slice(2).map(Number);
const CUSTOMERS = 1000;
const DELAY_MS = 30;
const TRIES = 3;

interface Outcome {
  milliseconds: number;
  succeeded: boolean;
  foreign: boolean;
}

const user = (index: number) => `user-${String(index).padStart(4, '0')}`;

function routesOf(index: number): string[] {
  const own = user(index);
  return [
    '/entities',
    `/accounts?entity_id=entity-${own}`,
    `/accounts/account-${own}/balances?entity_id=entity-${own}`,
    `/accounts/account-${own}/transactions?entity_id=entity-${own}&page=0&size=100`,
  ];
}

async function ask(origin: string, index: number, route: string): Promise<Outcome> {
  const startedAt = performance.now();
  for (let tries = 1; ; tries += 1) {
    const { status, text, retryAfter } = await attempt(origin + '/api/lean' + route, user(index));
    const named = [...text.matchAll(/user-\d{4}/g)].map(([name]) => name);
    const foreign = named.some((name) => name !== user(index));
    if (status === 200 || tries === TRIES) {
      return { milliseconds: performance.now() - startedAt, succeeded: status === 200, foreign };
    }
    // As the elements do: after a wait, with jitter.
    await new Promise((resolve) => setTimeout(resolve, retryAfter * 1000 * (0.5 + Math.random())));
  }
}

async function attempt(
  url: string,
  who: string,
): Promise<{ status: number; text: string; retryAfter: number }> {
  try {
    const response = await fetch(url, { headers: { 'x-user': who } });
    const retryAfter = Math.min(Number(response.headers.get('retry-after') ?? 1), 5);
    return { status: response.status, text: await response.text(), retryAfter };
  } catch (error) {
    // A kept-alive connection may be closed just as it is used again; anything more shows in the numbers.
    if (!(error instanceof TypeError)) throw error;
    return { status: 0, text: '', retryAfter: 0.1 };
  }
}

async function drive(origin: string): Promise<Outcome[]> {
  const running: Promise<Outcome>[] = [];
  const startedAt = performance.now();
  const total = seconds * rate;
  while (running.length < total) {
    const due = Math.min(total, Math.floor(((performance.now() - startedAt) / 1000) * rate));
    while (running.length < due) {
      const index = Math.floor(Math.random() * CUSTOMERS);
      const routes = routesOf(index);
      running.push(ask(origin, index, routes[Math.floor(Math.random() * routes.length)] ?? '/entities'));
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return Promise.all(running);
}

function prepare(lean: FakeLean): void {
  for (let index = 0; index < CUSTOMERS; index += 1) {
    lean.link(`customer-of-${user(index)}`, `entity-${user(index)}`, [`account-${user(index)}`]);
  }
  lean.on(/transactions$/, (call) => {
    const [, own] = /account-(user-\d{4})/.exec(call.path) ?? [];
    const ids = { entity_id: `entity-${own}`, account_id: `account-${own}` };
    const amount = { amount: 12.5, currency: 'AED' };
    const transactions = Array.from({ length: 100 }, (_, row) => ({
      ...ids,
      transaction_id: `t${row}`,
      amount,
    }));
    return json({ status: 'OK', data: { transactions } });
  });
}

async function run(faultShare: number): Promise<void> {
  const lean = createFakeLean();
  prepare(lean);
  let isFaulty = false;
  const upstream = await listen(0);
  upstream.serve(async (request) => {
    await new Promise((resolve) => setTimeout(resolve, DELAY_MS));
    const fails = isFaulty && !request.url.endsWith('/oauth2/token') && Math.random() < faultShare;
    return fails ? json({ status: 'INTERNAL_SERVER_ERROR' }, 503) : lean.fetch(request);
  });
  await withFolder(async (folder) => {
    const proxy = await startProxyProcess(upstream.origin, join(folder, 'store'));
    try {
      for (let index = 0; index < CUSTOMERS; index += 20) {
        const batch = Array.from({ length: 20 }, (_, offset) => index + offset);
        await Promise.all(
          batch.map(async (each) => {
            const headers = { 'x-user': user(each), 'content-type': 'application/json' };
            const init = { method: 'POST', headers, body: '{"method":"connect"}' };
            await (await fetch(`${proxy.origin}/api/lean/link-session`, init)).text();
            // Visitors come back: what the backend learns once is learned.
            for (const route of routesOf(each)) await ask(proxy.origin, each, route);
          }),
        );
      }
      isFaulty = true;
      const before = lean.calls.length;
      const outcomes = await drive(proxy.origin);
      summarise(faultShare, outcomes, lean.calls.length - before);
    } finally {
      await proxy.kill();
      await upstream.close();
    }
  });
}

function summarise(faultShare: number, outcomes: readonly Outcome[], callsServed: number): void {
  const times = outcomes.map(({ milliseconds }) => milliseconds - DELAY_MS).sort((one, other) => one - other);
  const at = (share: number) => Math.round(times[Math.floor((times.length - 1) * share)] ?? NaN);
  const succeeded = outcomes.filter((outcome) => outcome.succeeded).length / outcomes.length;
  const foreign = outcomes.filter((outcome) => outcome.foreign).length;
  // Calls that failed never reached the stand-in.
  const callsPerAnswer = callsServed / (1 - faultShare) / outcomes.length;
  const isHeld =
    foreign === 0 &&
    (faultShare === 0 ? succeeded === 1 && at(0.99) < 60 : succeeded >= 0.995 && callsPerAnswer <= 1.3);
  report(
    `${outcomes.length} requests at ${rate}/s, ${CUSTOMERS} customers, ${faultShare * 100} % of Lean's answers fail`,
    {
      'p50 above the upstream delay, ms': at(0.5),
      'p99 above the upstream delay, ms': at(0.99),
      succeeded: `${(succeeded * 100).toFixed(3)} %`,
      'calls to Lean per answer': callsPerAnswer.toFixed(3),
      "answers with another customer's canary": foreign,
    },
    isHeld,
  );
}

await run(0);
await run(0.1);
