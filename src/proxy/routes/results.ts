import { customerOf, notFound, sealedAnswer } from '../access.js';
import type { Answer } from '../answer.js';
import { dataCalls } from '../lean-calls.js';
import { learnAnswer } from '../learn.js';
import { checkId } from '../query.js';
import type { Call } from '../services.js';

/**
 * The answer of an earlier call that was not there yet. A results id that came with `RECONNECT_REQUIRED` is Lean's
 * own also where ids are sealed, so both forms are looked up; only an id that Lean named to this customer is found.
 */
export async function readResults(call: Call): Promise<Answer> {
  const sent = checkId(call.params['resultsId'], 'results id');
  const resultsId = (await call.seals.open(call.user.appUserId, 'result', sent)) ?? sent;
  const customerId = await customerOf(call);
  const entityId = await call.ownership.entityOf('result', resultsId, customerId);
  if (entityId === null || !(await call.ownership.ownsEntity(customerId, entityId))) throw notFound();
  const answer = await call.upstream.call(dataCalls(call.config.lean.apiVersion).results(resultsId));
  const status = await learnAnswer(call, { customerId, entityId }, answer);
  return sealedAnswer(call, answer, status, { entity: entityId, result: resultsId });
}
