/** All parts of one simulator, put together; its routes and its own interface act on them. */
import { createAnswers, type Answers } from './answers.js';
import { createBanks, type Banks } from './banks.js';
import { createClock, type Scheduler } from './clock.js';
import { createCustomers, type Customers } from './customers.js';
import { createDataSets, type DataSets } from './data-sets.js';
import { createEntities, entityItem, type Entities, type Entity, type EntityItem } from './entities.js';
import { createGate, type Gate } from './gate.js';
import { createHoldings, type Holdings } from './holdings.js';
import { createIdentifiers, type Identifiers } from './identifiers.js';
import { createLifecycle, type Lifecycle } from './lifecycle.js';
import type { LeanSimulatorOptions } from './options.js';
import { createRefreshes, type Refreshes } from './refreshes.js';
import { regions, type RegionFacts, type SimulatorRegion } from './regions.js';
import { createResults, type Results } from './results.js';
import { DEFAULT_SCENARIO, effectsOf, isScenario } from './scenarios.js';
import { createTokens, type Tokens } from './tokens.js';
import { createWebhooks, type Webhooks } from './webhooks.js';

/** What every route may use. */
export interface World {
  region: SimulatorRegion;
  facts: RegionFacts;
  clientId: string;
  clientSecret: string;
  appToken: string;
  baseUrl: string | null;
  clock: Scheduler;
  identifiers: Identifiers;
  answers: Answers;
  tokens: Tokens;
  banks: Banks;
  customers: Customers;
  entities: Entities;
  holdings: Holdings;
  webhooks: Webhooks;
  refreshes: Refreshes;
  results: Results;
  lifecycle: Lifecycle;
  gate: Gate;
  dataSets: DataSets;
  /** Name of the scenario a customer meets. */
  scenarioOf(customerId: string): string;
  /** Throws a `RangeError` for a name that is in no list. */
  setScenario(customerId: string, name: string): void;
  /** An entity in Lean's JSON. */
  entityItem(entity: Entity): EntityItem;
}

export function createWorld(options: LeanSimulatorOptions): World {
  const seed = String(options.seed ?? 1);
  const region = options.region ?? 'ae';
  const facts = regions[region];
  const clientId = options.clientId ?? 'simulator';
  const clientSecret = options.clientSecret ?? 'simulator';
  const usual = options.scenario ?? DEFAULT_SCENARIO;
  effectsOf(usual); // An unknown name must fail here, not at the first call.

  const scenarioNames = new Map<string, string>();
  const scenarioOf = (customerId: string): string => scenarioNames.get(customerId) ?? usual;
  const effects = (customerId: string) => effectsOf(scenarioOf(customerId));

  const clock = createClock(options.clock ?? Date.now);
  const now = () => clock.now();
  const identifiers = createIdentifiers(seed, clock);
  const answers = createAnswers(identifiers);
  const tokens = createTokens({
    secret: `${seed}|${clientSecret}`,
    applicationId: clientId,
    region: facts,
    clock,
    identifiers,
  });
  const banks = createBanks(region);
  const customers = createCustomers(identifiers);
  const entities = createEntities();
  const holdings = createHoldings({ seed, region: facts, banks, effectsOf: effects });
  const webhooks = createWebhooks({
    url: options.webhookUrl,
    secret: options.webhookSecret ?? 'simulator',
    answerWithinMs: (options.webhookTimeoutSeconds ?? 10) * 1000,
    clock,
    identifiers,
    // Looked up at each call, so that a fetch that is replaced later (msw) is met.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
  });
  const refreshes = createRefreshes({
    region,
    utcOffsetMinutes: facts.utcOffsetMinutes,
    banks,
    customers,
    holdings,
    identifiers,
    webhooks,
    now,
    effectsOf: effects,
  });
  const results = createResults({ clock, identifiers, webhooks });
  const lifecycle = createLifecycle({
    region,
    clock,
    identifiers,
    banks,
    customers,
    entities,
    refreshes,
    results,
    webhooks,
    logoOrigin: options.baseUrl ?? 'https://cdn.leantech.me',
    effectsOf: effects,
  });
  const gate = createGate({ clock, identifiers, answers, banks, entities, results, effectsOf: effects });
  const dataSets = createDataSets({ seed, region: facts, holdings, banks, now, effectsOf: effects });

  return {
    region,
    facts,
    clientId,
    clientSecret,
    appToken: options.appToken ?? clientId,
    baseUrl: options.baseUrl ?? null,
    clock,
    identifiers,
    answers,
    tokens,
    banks,
    customers,
    entities,
    holdings,
    webhooks,
    refreshes,
    results,
    lifecycle,
    gate,
    dataSets,
    scenarioOf,
    setScenario(customerId, name) {
      if (!isScenario(name)) effectsOf(name);
      scenarioNames.set(customerId, name);
      gate.forgetTries(customerId);
      lifecycle.startScenario(customerId);
    },
    entityItem: (entity) => entityItem(entity, { holdings, banks, now: now() }),
  };
}
