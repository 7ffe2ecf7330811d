/**
 * Fifty customers try to read each other: every route, every kind of id, at five places of a request.
 *
 *     npm run test:ownership [-- --quick] [-- --seed 7]
 *
 * Every id and every body of a customer holds that customer's canary; an answer may hold nobody else's.
 */
import { createBackend, post, type Backend } from '../support/backend.js';
import { createFakeLean, json } from '../support/fake-lean.js';
import { atLeast, isQuick, none, random, report, seed } from './report.js';

const WANTED = isQuick ? 1000 : 10_000;
const CUSTOMERS = 50;
const canary = (index: number) => `canary-${String(index).padStart(2, '0')}`;
/** `client-…` and the like are no canaries. */
const CANARY = /canary-\d\d/g;

interface Ids {
  entity: string;
  account: string;
  result: string;
  refresh: string;
  reconnect: string;
}
type Kind = keyof Ids;

const BY_ROUTE: { kinds: Kind[]; make: (ids: Ids) => [string, RequestInit?] }[] = [
  { kinds: ['entity'], make: ({ entity }) => [`/accounts?entity_id=${entity}`] },
  {
    kinds: ['entity', 'account'],
    make: ({ entity, account }) => [`/accounts/${account}/balances?entity_id=${entity}`],
  },
  {
    kinds: ['entity', 'account'],
    make: ({ entity, account }) => [`/accounts/${account}/transactions?entity_id=${entity}`],
  },
  { kinds: ['entity'], make: ({ entity }) => [`/identity?entity_id=${entity}`] },
  { kinds: ['result'], make: ({ result }) => [`/results/${result}`] },
  { kinds: ['refresh'], make: ({ refresh }) => [`/refreshes/${refresh}`] },
  { kinds: ['entity'], make: ({ entity }) => ['/refreshes', post({ entity_id: entity })] },
  { kinds: ['entity'], make: ({ entity }) => [`/entities/${entity}`, { method: 'DELETE' }] },
  {
    kinds: ['reconnect'],
    make: ({ reconnect }) => ['/link-session', post({ method: 'reconnect', reconnect_id: reconnect })],
  },
  { kinds: [], make: () => ['/entities'] },
];

/** Where else in a request an attacker may put what is not theirs. */
const PLACES: ((request: [string, RequestInit?], foreign: Ids, victim: string) => [string, RequestInit?])[] =
  [
    (request) => request,
    ([route, init], foreign, victim) => [
      `${route}${route.includes('?') ? '&' : '?'}customer_id=${victim}&app_user_id=${victim}&account_id=${foreign.account}`,
      init,
    ],
    ([route, init], foreign) => [
      `${route}${route.includes('?') ? '&' : '?'}entity_id=${foreign.entity}`,
      init,
    ],
    ([route, init = {}], foreign, victim) => {
      const headers = new Headers(init.headers);
      for (const name of ['customer-id', 'x-customer-id', 'x-forwarded-user', 'lean-customer-id'])
        headers.set(name, victim);
      headers.set('x-entity-id', foreign.entity);
      return [route, { ...init, headers }];
    },
    ([route, init], foreign, victim) => {
      if (typeof init?.body !== 'string') return [route, init];
      const body = JSON.parse(init.body) as object;
      return [
        route,
        post({ ...body, customer_id: victim, app_user_id: victim, account_id: foreign.account }),
      ];
    },
  ];

async function createCustomers(sealIds: boolean): Promise<{ backend: Backend; ids: Ids[] }> {
  const fake = createFakeLean();
  // The routes that cost money are limited per minute; here a minute passes with each question.
  let now = Date.parse('2026-11-23T10:00:00Z');
  const clock = () => (now += 60_000);
  const backend = createBackend({
    fake,
    clock,
    identity: true,
    sealIds,
    sealKeys: ['a key of sixteen or more'],
  });
  const seal = (user: string, kind: 'entity' | 'account' | 'result' | 'refresh', id: string) =>
    backend.proxy.seal({ appUserId: user }, kind, id);
  fake.on(/results\/(.*)/, ({ path }) =>
    json({ status: 'OK', data: { full_name: CANARY.exec(path)?.[0] ?? path } }),
  );
  fake.on(/GET .*refreshes\/(.*)/, ({ path }) =>
    json({ refresh_id: path.split('/').at(-1), status: 'FINISHED' }),
  );
  fake.on(/POST .*refreshes$/, ({ body }) =>
    json({ refresh_id: `refresh-${body.match(CANARY)?.[0]}`, status: 'OK' }),
  );
  fake.on(/identity$/, ({ query }) => json({ status: 'OK', data: { full_name: query.get('entity_id') } }));
  const all: Ids[] = [];
  for (let index = 0; index < CUSTOMERS; index += 1) {
    const user = canary(index);
    const [entity, account] = [`entity-${user}`, `account-${user}`];
    await backend.link(user, entity, [account]);
    const entitySeal = await seal(user, 'entity', entity);
    let said: object | null = { status: 'RECONNECT_REQUIRED', results_id: `reconnect-${user}`, data: null };
    fake.on(/v2\/accounts$/, ({ query }) =>
      said !== null && query.get('entity_id') === entity ? json(said) : undefined,
    );
    await backend.ask(user, `/accounts?entity_id=${entitySeal}`);
    said = { status: 'PENDING', results_id: `result-${user}`, data: null };
    await backend.ask(user, `/accounts?entity_id=${entitySeal}`);
    said = null;
    await backend.ask(user, `/accounts?entity_id=${entitySeal}`);
    await backend.ask(user, '/refreshes', post({ entity_id: entitySeal }));
    all.push({
      entity: entitySeal,
      account: await seal(user, 'account', account),
      result: await seal(user, 'result', `result-${user}`),
      refresh: await seal(user, 'refresh', `refresh-${user}`),
      reconnect: `reconnect-${user}`,
    });
  }
  return { backend, ids: all };
}

async function attack(
  sealIds: boolean,
): Promise<{ attempts: number; foreign: number; unlike: number; served: number }> {
  const { backend, ids } = await createCustomers(sealIds);
  const found = { attempts: 0, foreign: 0, unlike: 0, served: 0 };
  const madeUp: Ids = {
    entity: 'made-up',
    account: 'made-up',
    result: 'made-up',
    refresh: 'made-up',
    reconnect: 'made-up',
  };
  for (const [index, own] of ids.entries()) {
    for (const { make } of BY_ROUTE.slice(0, 6)) {
      const response = await backend.ask(canary(index), ...make(own));
      if (response.status === 200) found.served += 1;
    }
  }
  while (found.attempts < WANTED / 2) {
    const attacker = Math.floor(random() * CUSTOMERS);
    const victim = (attacker + 1 + Math.floor(random() * (CUSTOMERS - 1))) % CUSTOMERS;
    const [own, foreign] = [ids[attacker], ids[victim]];
    if (own === undefined || foreign === undefined) throw new Error('There is no such customer');
    for (const { kinds, make } of BY_ROUTE) {
      // All of the victim's ids, and each kind mixed among the attacker's own.
      const mixes =
        kinds.length < 2 ? [foreign] : [foreign, ...kinds.map((kind) => ({ ...own, [kind]: foreign[kind] }))];
      for (const mix of mixes) {
        for (const place of PLACES) {
          const request = place(make(mix), foreign, canary(victim));
          const response = await backend.ask(canary(attacker), ...request);
          const text = await response.text();
          found.attempts += 1;
          if ((text.match(CANARY) ?? []).some((name) => name !== canary(attacker))) found.foreign += 1;
          if (kinds.length === 0) continue;
          const swap = (ours: string, theirs: string) => (ours === theirs ? 'made-up' : ours);
          const notThere = Object.fromEntries(
            (Object.keys(mix) as Kind[]).map((kind) => [kind, swap(mix[kind], foreign[kind])]),
          ) as unknown as Ids;
          const other = await backend.ask(canary(attacker), ...place(make(notThere), madeUp, 'made-up'));
          if (other.status !== response.status || (await other.text()) !== text) found.unlike += 1;
        }
      }
    }
  }
  return found;
}

for (const sealIds of [false, true]) {
  const { attempts, foreign, unlike, served } = await attack(sealIds);
  report(
    `${CUSTOMERS} customers against each other, ids ${sealIds ? 'sealed' : 'as Lean has them'}, seed ${seed}`,
    [
      atLeast('attempts', attempts, WANTED / 2),
      none('answers with foreign bytes', foreign),
      none('answers that differ from those to a made-up id', unlike),
      // A backend that refuses everything would pass the rest.
      atLeast('own reads served before', served, CUSTOMERS * 6),
    ],
  );
}
