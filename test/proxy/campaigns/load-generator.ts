/**
 * Visitors: `load-generator.ts <settings as JSON>`, a process of its own. Requests come at their rate whether or not
 * earlier ones were answered, and a time counts from when the request should have been sent, so that a stall is felt
 * by all who came during it. Prints one line when it is ready and sends its outcome through its channel.
 */
import { Agent, request, type IncomingMessage } from 'node:http';
import { once } from 'node:events';

export interface LoadSettings {
  origin: string;
  customers: number;
  rate: number;
  seconds: number;
  /** How often a visitor tries, the first time included. */
  tries: number;
}

export interface LoadOutcome {
  answers: number;
  succeeded: number;
  /** Answers that were no success at the first try. */
  firstFailures: number;
  /** Answers with another customer's canary. */
  foreign: number;
  /** Own canaries seen: none would mean that nobody looked. */
  own: number;
  /** Milliseconds from when the request was due to its last byte, ascending. */
  times: number[];
  /** How late requests were sent at worst: when large, this process was the bottleneck. */
  latestStartMs: number;
}

const settings = JSON.parse(process.argv[2] ?? '{}') as LoadSettings;
const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
const user = (index: number) => `user-${String(index).padStart(4, '0')}`;

function routesOf(own: string): string[] {
  return [
    '/entities',
    `/accounts?entity_id=entity-${own}`,
    `/accounts/account-${own}/balances?entity_id=entity-${own}`,
    `/accounts/account-${own}/transactions?entity_id=entity-${own}&page=0&size=100`,
  ];
}

interface Answer {
  status: number;
  text: string;
  retryAfter: number;
}

async function attempt(path: string, who: string, body?: string): Promise<Answer> {
  const headers: Record<string, string> = { 'x-user': who };
  if (body !== undefined) headers['content-type'] = 'application/json';
  const method = body === undefined ? 'GET' : 'POST';
  try {
    const sent = request(`${settings.origin}/api/lean${path}`, { agent, headers, method });
    sent.end(body);
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    const pieces: Buffer[] = [];
    for await (const piece of response) pieces.push(piece as Buffer);
    return {
      status: response.statusCode ?? 0,
      text: Buffer.concat(pieces).toString('latin1'),
      retryAfter: Math.min(Number(response.headers['retry-after'] ?? 1), 5),
    };
  } catch (error) {
    // A kept-alive connection may be closed just as it is used again; it counts as a failed try.
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return { status: 0, text: '', retryAfter: 0.1 };
  }
}

const outcome: LoadOutcome = {
  answers: 0,
  succeeded: 0,
  firstFailures: 0,
  foreign: 0,
  own: 0,
  times: [],
  latestStartMs: 0,
};

async function visit(index: number, dueAt: number): Promise<void> {
  const who = user(index);
  const routes = routesOf(who);
  const route = routes[Math.floor(Math.random() * routes.length)] ?? '/entities';
  outcome.latestStartMs = Math.max(outcome.latestStartMs, performance.now() - dueAt);
  for (let tries = 1; ; tries += 1) {
    const { status, text, retryAfter } = await attempt(route, who);
    for (const [name] of text.matchAll(/user-\d{4}/g)) {
      if (name === who) outcome.own += 1;
      else outcome.foreign += 1;
    }
    if (tries === 1 && status !== 200) outcome.firstFailures += 1;
    if (status === 200 || tries === settings.tries) {
      outcome.answers += 1;
      if (status === 200) outcome.succeeded += 1;
      outcome.times.push(performance.now() - dueAt);
      return;
    }
    // As the elements do: after the wait that was asked for, with jitter.
    await new Promise((resolve) => setTimeout(resolve, retryAfter * 1000 * (0.5 + Math.random())));
  }
}

/** Visitors come back: each has connected before and has looked at everything once. */
async function warmUp(): Promise<void> {
  const waiting = Array.from({ length: settings.customers }, (_, index) => user(index));
  const work = async () => {
    for (let who = waiting.pop(); who !== undefined; who = waiting.pop()) {
      const session = await attempt('/link-session', who, '{"method":"connect"}');
      if (session.status !== 200) throw new Error(`The backend answered ${session.status} to a link session`);
      for (const route of routesOf(who)) {
        const { status } = await attempt(route, who);
        if (status !== 200) throw new Error(`The backend answered ${status} to ${route}`);
      }
    }
  };
  await Promise.all(Array.from({ length: 20 }, work));
}

async function drive(): Promise<void> {
  const visits: Promise<void>[] = [];
  const startedAt = performance.now();
  const total = settings.seconds * settings.rate;
  while (visits.length < total) {
    const due = Math.min(total, Math.floor(((performance.now() - startedAt) / 1000) * settings.rate));
    while (visits.length < due) {
      const dueAt = startedAt + (visits.length / settings.rate) * 1000;
      visits.push(visit(Math.floor(Math.random() * settings.customers), dueAt));
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(visits);
}

process.on('disconnect', () => process.exit(0));
await warmUp();
process.on('message', () => {
  void drive().then(() => {
    outcome.times.sort((one, other) => one - other);
    process.send?.(outcome);
  });
});
console.log('ready');
