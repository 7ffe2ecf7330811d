import type { EntityBank } from '../../wire/contract.js';
import { ownedEntity, sealedAnswer } from '../access.js';
import { jsonAnswer, passOn, type Answer } from '../answer.js';
import { applyEdits, walkJson, type Edit } from '../json-text.js';
import { coreCalls } from '../lean-calls.js';
import { ProblemError } from '../problem.js';
import { sealEntities } from '../seal-body.js';
import type { Call } from '../services.js';
import { isUnknownCustomer, memberOf, statusOf, textOf } from '../fields.js';

/** Lean's list of the customer's entities, each with its bank's look and how far its data is. */
export async function listEntities(call: Call): Promise<Answer> {
  let customerId = await call.customers.find(call.user.appUserId);
  if (customerId === null) return jsonAnswer([]);
  let answer = await call.upstream.call(coreCalls.entities(customerId));
  if (isUnknownCustomer(answer)) {
    call.ownership.forgetEntities(customerId);
    customerId = await call.customers.repair(call.user.appUserId, customerId);
    if (customerId === null) return jsonAnswer([]);
    answer = await call.upstream.call(coreCalls.entities(customerId));
  }
  if (answer.status !== 200) return passOn(answer, statusOf(answer.value));
  call.customers.confirm(customerId);
  call.ownership.learnEntities(customerId, answer);
  const items = answer.value as unknown[];
  const additions = await Promise.all(items.map((item) => additionTo(call, item)));
  const text = addMembers(answer.text, additions);
  const sealed = call.config.sealIds ? await sealEntities(text, call.seals, call.user.appUserId) : text;
  return passOn(answer, null, sealed);
}

/** Ends the customer's connection to a bank at Lean. */
export async function deleteEntity(call: Call): Promise<Answer> {
  const { customerId, entityId } = await ownedEntity(call, call.params['entityId'] ?? '');
  const answer = await call.upstream.call(
    coreCalls.deleteEntity(call.config.lean.region, customerId, entityId),
  );
  // Gone already is what was asked for.
  if (answer.status >= 300 && answer.status !== 404) {
    return sealedAnswer(call, answer, statusOf(answer.value), { entity: entityId });
  }
  call.ownership.forgetEntities(customerId);
  await call.statuses.forget(entityId);
  return { status: 204, headers: {}, body: null };
}

interface Addition {
  bank?: EntityBank;
  data_status?: string;
}

async function additionTo(call: Call, item: unknown): Promise<Addition> {
  const addition: Addition = {};
  const identifier = textOf(item, 'bank_identifier');
  if (identifier !== null && memberOf(item, 'bank') === undefined) {
    const bank = await call.banks.lookOf(identifier);
    if (bank !== undefined) addition.bank = bank;
  }
  const entityId = textOf(item, 'id');
  if (entityId !== null && memberOf(item, 'data_status') === undefined) {
    const status = await call.statuses.of(entityId);
    if (status !== null) addition.data_status = status;
  }
  return addition;
}

/** The list with each item's addition written before its closing brace; all else stays byte for byte. */
function addMembers(text: string, additions: readonly Addition[]): string {
  const edits: Edit[] = [];
  walkJson(text, {
    close(path, end, empty) {
      const [index] = path;
      if (path.length !== 1 || typeof index !== 'number') return;
      const members = JSON.stringify(additions[index] ?? {}).slice(1, -1);
      if (members !== '') edits.push({ start: end, end, text: empty ? members : `,${members}` });
    },
  });
  return applyEdits(text, edits);
}

/** Lean's list of banks. */
export async function listBanks(call: Call): Promise<Answer> {
  const answer = await call.banks.list();
  if (answer.status === 200 && !Array.isArray(answer.value)) {
    throw new ProblemError('upstream_bad_answer', { detail: 'Lean did not answer a list of banks' });
  }
  return passOn(answer, statusOf(answer.value));
}
