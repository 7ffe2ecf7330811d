import { RefreshRequestSchema } from '../../wire/contract.js';
import { customerOf, notFound, openId, ownedEntity, sealedAnswer } from '../access.js';
import type { Answer } from '../answer.js';
import { takeCostly } from '../costly.js';
import { factOfRefresh, refreshIn } from '../refresh-facts.js';
import { dataCalls } from '../lean-calls.js';
import { ProblemError } from '../problem.js';
import { readJson } from '../request-body.js';
import type { Call } from '../services.js';
import { statusOf, textOf } from '../fields.js';
import { refuseForeign } from '../unfit-answer.js';

/** A refresh this young is the answer to a wish for another one: the bank is not woken twice, and Lean counts. */
const SMALLEST_AGE_MS = 60_000;

/** Asks the bank anew. v1 has no such thing. */
export async function startRefresh(call: Call): Promise<Answer> {
  const { startRefresh: start } = dataCalls(call.config.lean.apiVersion);
  if (start === null) throw new ProblemError('not_supported');
  const { entity_id: sent } = await readJson(call.request, RefreshRequestSchema);
  const owner = await ownedEntity(call, sent);
  const begun = call.refreshesBegun.get(owner.entityId);
  if (begun !== undefined && begun.until > call.config.clock()) return begun.answer;
  await takeCostly(call);
  const answer = await call.upstream.call(start(owner.entityId));
  const status = statusOf(answer.value);
  const answered = await sealedAnswer(call, answer, status, { entity: owner.entityId });
  const refreshId = textOf(answer.value, 'refresh_id');
  const reconnectId = textOf(answer.value, 'reconnect_id') ?? refreshId;
  if (status === 'RECONNECT_REQUIRED' && reconnectId !== null) {
    await call.ownership.record('reconnect', reconnectId, owner);
  } else if (answer.status < 300 && refreshId !== null) {
    await call.ownership.record('refresh', refreshId, owner);
    const timestamp = textOf(answer.value, 'timestamp');
    await call.statuses.learn(owner.entityId, { status: 'PENDING', refreshId, timestamp });
    const until = call.config.clock() + SMALLEST_AGE_MS;
    call.refreshesBegun.set(owner.entityId, { answer: answered, until });
  }
  return answered;
}

/** How far a refresh is. */
export async function readRefresh(call: Call): Promise<Answer> {
  const { refresh } = dataCalls(call.config.lean.apiVersion);
  if (refresh === null) throw new ProblemError('not_supported');
  const refreshId = await openId(call, 'refresh', call.params['refreshId']);
  const customerId = await customerOf(call);
  const entityId = await call.ownership.entityOf('refresh', refreshId, customerId);
  if (entityId === null || !(await call.ownership.ownsEntity(customerId, entityId))) throw notFound();
  const answer = await call.upstream.call(refresh(refreshId));
  refuseForeign(call.config, answer, [answer.value, refreshIn(answer.value)], {
    entity_id: entityId,
    refresh_id: refreshId,
    customer_id: customerId,
  });
  const fact = answer.status === 200 ? factOfRefresh(refreshIn(answer.value)) : null;
  if (fact?.status === 'FAILED') call.refreshesBegun.delete(entityId);
  if (fact !== null) await call.statuses.learnAsked(entityId, { ...fact, refreshId });
  return sealedAnswer(call, answer, statusOf(answer.value), { entity: entityId, refresh: refreshId });
}
