/**
 * Ten thousand deliveries to a backend that is killed five times: three in ten are copies, two in ten change places,
 * one in ten comes up to three hours late, one in twenty was tampered with.
 *
 *     npm run test:webhooks [-- --quick] [-- --seed 7]
 *
 * As Lean does, whatever is not answered with 200 is sent again a minute later, by a clock of its own. The host acts on
 * each event it is told of and writes each act down where no kill can take it back; in the end the acts are counted,
 * event by event.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lmdbStorage } from '../../../src/proxy/index.js';
import { sha256Hex } from '../../../src/proxy/bytes.js';
import { startProxyProcess, withFolder, type ServerProcess } from './child.js';
import { arrivalsOf, type Arrival, type Newest } from './deliveries.js';
import { atMost, isQuick, none, report, seed } from './report.js';

const DELIVERIES = isQuick ? 1500 : 10_000;
const KILLS = 5;
const AT_ONCE = 16;
const RETRY_MS = 60_000;

interface Sending {
  accepted: number;
  again: number;
  kills: number;
  inFlightAtKills: number;
  milliseconds: number[];
}

async function deliver(origin: string, { body, header, at }: Arrival): Promise<number> {
  const headers = { 'content-type': 'application/json', 'lean-signature': header, 'x-clock': String(at) };
  try {
    const response = await fetch(`${origin}/api/lean/webhooks`, { method: 'POST', body, headers });
    await response.text();
    return response.status;
  } catch (error) {
    // The backend was just killed.
    if (error instanceof TypeError) return 0;
    throw error;
  }
}

/**
 * Sends everything until it is answered for good, sixteen at once. On the way the backend is killed, now as soon as the
 * host has acted and the backend cannot have noted it yet, now as soon as something was answered.
 */
async function send(arrivals: readonly Arrival[], start: () => Promise<ServerProcess>): Promise<Sending> {
  const queue = [...arrivals];
  const sending: Sending = { accepted: 0, again: 0, kills: 0, inFlightAtKills: 0, milliseconds: [] };
  let proxy = await start();
  let sent = 0;
  let open = 0;
  let killing: Promise<void> | undefined;

  function kill(): void {
    killing ??= (async () => {
      sending.kills += 1;
      sending.inFlightAtKills += open;
      await proxy.kill();
      proxy = await start();
      killing = undefined;
    })();
  }
  const isKillDue = () =>
    sending.kills < KILLS && sent >= ((sending.kills + 1) * arrivals.length) / (KILLS + 1);
  const watch = () =>
    proxy.child.on('message', () => {
      if (isKillDue() && sending.kills % 2 === 0) kill();
    });
  watch();

  async function work(): Promise<void> {
    for (;;) {
      if (killing !== undefined) {
        await killing;
        continue;
      }
      if (proxy.child.listenerCount('message') === 0) watch();
      const arrival = queue.shift();
      if (arrival === undefined) return;
      sent += 1;
      open += 1;
      const startedAt = performance.now();
      const status = await deliver(proxy.origin, arrival);
      open -= 1;
      if (status === 200) {
        sending.milliseconds.push(performance.now() - startedAt);
        if (isKillDue() && sending.kills % 2 === 1) kill();
      }
      if (status === 200 && !arrival.isGenuine) sending.accepted += 1;
      if (status === 200 || (status === 401 && !arrival.isGenuine)) continue;
      sending.again += 1;
      putBack(queue, { ...arrival, at: arrival.at + RETRY_MS });
    }
  }
  // What came back while the others were ending is sent in another round.
  while (queue.length > 0) await Promise.all(Array.from({ length: AT_ONCE }, work));
  await proxy.kill();
  return sending;
}

/** Into its place by its time. */
function putBack(queue: Arrival[], arrival: Arrival): void {
  const place = queue.findIndex(({ at }) => at > arrival.at);
  queue.splice(place === -1 ? queue.length : place, 0, arrival);
}

/** What the host did, by event. */
function actsIn(ledger: string): { acted: Map<string, number>; recognised: number } {
  const acted = new Map<string, number>();
  let recognised = 0;
  const lines = existsSync(ledger) ? readFileSync(ledger, 'utf8').split('\n') : [];
  for (const line of lines) {
    const [verb = '', id = ''] = line.split(' ');
    if (verb === 'acted') acted.set(id, (acted.get(id) ?? 0) + 1);
    if (verb === 'recognised') recognised += 1;
  }
  return { acted, recognised };
}

/** The banks whose stored state is not that of their newest event. */
async function countWrongStates(path: string, newest: ReadonlyMap<string, Newest>): Promise<number> {
  const storage = lmdbStorage({ path, clock: () => 0 });
  const keys = await storage.list('lean/');
  let wrong = 0;
  for (const [entityId, { timestamp, status }] of newest) {
    const hash = await sha256Hex(entityId);
    const facts = keys.filter((key) => key.includes(`/fact/${hash}/`));
    const value = new TextDecoder().decode(await storage.get(facts.at(-1) ?? ''));
    const isNewest = facts.at(-1)?.includes(String(Date.parse(timestamp))) ?? false;
    if (!isNewest || !value.includes(status === 'FINISHED' ? 'READY' : status)) wrong += 1;
  }
  await storage.close?.();
  return wrong;
}

await withFolder(async (folder) => {
  const [path, ledger] = [join(folder, 'store'), join(folder, 'ledger')];
  const { arrivals, eventIds, newest, shares } = arrivalsOf(DELIVERIES);
  // Nobody is at that address: a webhook must not need Lean.
  const settings = { upstream: 'http://127.0.0.1:9', store: { lmdb: path }, ledger, isClocked: true };
  const sending = await send(arrivals, () => startProxyProcess(settings));
  const { acted, recognised } = actsIn(ledger);
  const wrong = await countWrongStates(path, newest);
  const times = sending.milliseconds.sort((one, other) => one - other);
  report(`${arrivals.length} deliveries of ${eventIds.length} events, seed ${seed}`, [
    { name: 'copies', value: shares.copies },
    { name: 'moved up to five minutes from their place', value: shares.moved },
    { name: 'came after an event that happened later', value: shares.overtaken },
    { name: 'late, up to 180 minutes', value: shares.late },
    { name: 'tampered with', value: shares.tampered },
    { name: 'kills, with so many deliveries in hand', value: `${sending.kills}, ${sending.inFlightAtKills}` },
    { name: 'sent again because not answered with 200', value: sending.again },
    { name: 'told again after a kill, and recognised', value: recognised },
    none('kills that did not happen', KILLS - sending.kills),
    none('events lost', eventIds.filter((id) => !acted.has(id)).length),
    none('events applied twice', [...acted.values()].filter((times) => times > 1).length),
    none('tampered and accepted', sending.accepted),
    none('applied and never sent', [...acted.keys()].filter((id) => !eventIds.includes(id)).length),
    none('banks not in the state of their newest event', wrong),
    // The short form runs beside other tests, where only the order of magnitude tells.
    atMost(
      'p99 of an answer, 16 at once, ms',
      times[Math.floor(times.length * 0.99)] ?? NaN,
      isQuick ? 2000 : 200,
    ),
  ]);
});
