/** What stands between a data call and its data: consent, permission, bank, session, sync, scenario. In that order. */
import type { Answer, Answers } from './answers.js';
import type { Banks } from './banks.js';
import type { SimulatorClock } from './clock.js';
import { distort } from './distortions.js';
import { isConsentOver, permissionsOf, type Entities, type Entity } from './entities.js';
import type { Envelopes, Produce, Withheld } from './envelopes.js';
import type { GranularCode } from './failures.js';
import type { FaultName } from './faults.js';
import type { Identifiers } from './identifiers.js';
import type { Permission } from './permissions.js';
import type { Results } from './results.js';
import type { ScenarioEffects } from './scenarios.js';

/** A data call whose parameters are in order. */
export interface DataCall {
  entity: Entity;
  permission: Permission;
  /** What is asked, apart from who asks: path and parameters. */
  key: string;
  /** Accounts and identity come first in a sync. */
  comesFirst: boolean;
  isAsync: boolean;
  meta: string | null;
  envelopes: Envelopes;
  /** v1 names the reconnect apart from the results. */
  hasOwnReconnectId: boolean;
  produce: () => Produce;
}

/** Decides what data calls get. */
export interface Gate {
  answer(call: DataCall): Answer;
  /** The refusal of a call, whatever it is about; null when the scenario lets it through. */
  refusalOf(entity: Entity, key: string): Answer | null;
  /** What the network does to this try of a call, if anything. */
  faultOf(entity: Entity, key: string): FaultName | null;
  /** Forgets how often calls were made. */
  forgetTries(customerId: string): void;
}

/** With `async=true` Lean needs a moment. */
const ASYNC_S = 1;

/** The sandbox logs the OTP user out after ten idle minutes (facts §6). */
const IDLE_SESSION_MS = 10 * 60_000;

interface Tries {
  count: number;
  firstAt: number;
}

export function createGate(parts: {
  clock: SimulatorClock;
  identifiers: Identifiers;
  answers: Answers;
  banks: Banks;
  entities: Entities;
  results: Results;
  effectsOf: (customerId: string) => ScenarioEffects;
}): Gate {
  const { clock, identifiers, answers, results } = parts;
  const tries = new Map<string, Map<string, Tries>>();

  function triesOf({ customerId, id }: Entity, key: string): Tries {
    const ofCustomer = tries.get(customerId) ?? new Map<string, Tries>();
    tries.set(customerId, ofCustomer);
    const known = ofCustomer.get(`${id}|${key}`) ?? { count: 0, firstAt: clock.now() };
    ofCustomer.set(`${id}|${key}`, known);
    return known;
  }

  function refusalOf(entity: Entity, key: string): Answer | null {
    const { refuses } = parts.effectsOf(entity.customerId);
    if (!refuses) return null;
    const { firstAt } = triesOf(entity, key);
    if (refuses.forS !== undefined && clock.now() - firstAt >= refuses.forS * 1000) return null;
    const answer = answers.error(refuses.status, { withResultsId: true });
    const { retryAfter } = refuses;
    if (retryAfter === undefined) return answer;
    const text =
      typeof retryAfter === 'string'
        ? retryAfter
        : new Date(clock.now() + retryAfter.dateInS * 1000).toUTCString();
    return { ...answer, headers: { 'retry-after': text } };
  }

  function failureOf(call: DataCall, effects: ScenarioEffects): GranularCode | null {
    const { entity } = call;
    const { active, enabled } = parts.banks.availability(entity.bankIdentifier);
    if (!active.data) return 'DISABLED_BY_LEAN';
    if (!enabled.data) return 'DISABLED_BY_CLIENT';
    const isWithheld = effects.withholds?.includes(call.permission) ?? false;
    if (isWithheld || !permissionsOf(entity)[call.permission]) return 'USER_PERMISSIONS_NOT_GRANTED';
    if (!effects.fails) return null;
    const isSecond = parts.entities.ofCustomer(entity.customerId)[1] === entity;
    return effects.fails.secondBankOnly && !isSecond ? null : effects.fails.code;
  }

  function good(call: DataCall, resultsId: string): Answer {
    const answer = call.envelopes.ok(call.produce(), { resultsId, meta: call.meta });
    const { distorts } = parts.effectsOf(call.entity.customerId);
    return distorts ? { ...answer, body: distort(distorts, answer.body) } : answer;
  }

  function withheld(call: DataCall, status: Withheld['status'], granularCode?: GranularCode): Answer {
    const resultsId = identifiers.next('results');
    return call.envelopes.withheld({ status, resultsId, ...(granularCode && { granularCode }) }, call);
  }

  /** A promise: `PENDING` until `readyAt`, or a reconnect when that is null. */
  function promised(call: DataCall, readyAt: number | null): Answer {
    const result = results.promise({
      entity: call.entity,
      callKey: `${call.entity.id}|${call.key}`,
      readyAt,
      produce: (resultsId) => good(call, resultsId),
      ...(call.hasOwnReconnectId && { reconnectIdOf: (resultsId) => identifiers.of('reconnect', resultsId) }),
    });
    const status = readyAt === null ? 'RECONNECT_REQUIRED' : 'PENDING';
    const { id: resultsId, reconnectId } = result;
    return call.envelopes.withheld({ status, resultsId, ...(reconnectId !== null && { reconnectId }) }, call);
  }

  function endIdleSession(entity: Entity, effects: ScenarioEffects): void {
    if (effects.endsSession && clock.now() - entity.lastUsedAt > IDLE_SESSION_MS) entity.isSessionOver = true;
  }

  return {
    refusalOf,
    answer(call) {
      const { entity } = call;
      const effects = parts.effectsOf(entity.customerId);
      const refused = refusalOf(entity, call.key);
      if (refused) return refused;
      if (isConsentOver(entity, clock.now())) return withheld(call, 'CONSENT_EXPIRED');
      const failure = failureOf(call, effects);
      if (failure) return withheld(call, 'FAILED', failure);
      endIdleSession(entity, effects);
      if (entity.isSessionOver) return promised(call, null);
      entity.lastUsedAt = clock.now();
      const readyAt = call.comesFirst ? entity.accountsReadyAt : entity.dataReadyAt;
      if (clock.now() < readyAt) return promised(call, readyAt);
      if (call.isAsync) return promised(call, clock.now() + ASYNC_S * 1000);
      if (effects.pendsFor !== undefined && !results.ofCall(`${entity.id}|${call.key}`)?.isReady) {
        return promised(call, clock.now() + effects.pendsFor * 1000);
      }
      return good(call, identifiers.next('results'));
    },
    faultOf(entity, key) {
      const { fault } = parts.effectsOf(entity.customerId);
      if (!fault) return null;
      const made = triesOf(entity, key);
      made.count += 1;
      const isSpent = fault.times !== undefined && made.count > fault.times;
      const isOver = fault.forS !== undefined && clock.now() - made.firstAt >= fault.forS * 1000;
      return isSpent || isOver ? null : fault.name;
    },
    forgetTries(customerId) {
      tries.delete(customerId);
    },
  };
}
