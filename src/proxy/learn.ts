import { openEnvelope } from '../wire/envelope.js';
import { dataCalls } from './lean-calls.js';
import type { Call } from './services.js';
import { memberOf, statusOf, textOf } from './fields.js';
import type { OwnedEntity } from './ownership.js';
import { refuseForeign } from './unfit-answer.js';
import type { LeanAnswer } from './upstream.js';

const NO_CONTEXT = { route: null, httpStatus: null, correlationId: null };

/** What a data answer must be about. */
export interface Question extends OwnedEntity {
  accountId?: string;
}

/**
 * Reads a data answer before it is passed on: refuses one about another entity or account than was asked, and
 * remembers the ids in it that the customer may come back with. Resolves with Lean's `status`.
 */
export async function learnAnswer(
  call: Call,
  question: Question,
  answer: LeanAnswer,
): Promise<string | null> {
  const status = statusOf(answer.value);
  if (answer.status !== 200 && answer.status !== 202) return status;
  const content = memberOf(answer.value, 'payload') ?? memberOf(answer.value, 'data');
  refuseForeign(call.config, answer, rowsOf(content), {
    entity_id: question.entityId,
    account_id: question.accountId,
    customer_id: question.customerId,
  });
  await rememberIds(call, question, answer, content);
  return status;
}

/** A page of an entity's accounts, read from Lean and learned; one reading for all who need it at one time. */
export function readAccounts(
  call: Call,
  owner: OwnedEntity,
  page: number,
): Promise<{ answer: LeanAnswer; status: string | null }> {
  return call.accountReadings.run(`${owner.entityId} ${page}`, async () => {
    const question = dataCalls(call.config.lean.apiVersion).accounts(owner.entityId, page);
    const answer = await call.upstream.call(question);
    return { answer, status: await learnAnswer(call, owner, answer) };
  });
}

async function rememberIds(
  call: Call,
  owner: OwnedEntity,
  answer: LeanAnswer,
  content: unknown,
): Promise<void> {
  const { ownership } = call;
  const opened = openEnvelope(answer.value, NO_CONTEXT, (body) => body);
  if (opened.status === 'pending' || opened.status === 'reconnect-required') {
    if (opened.resultsId !== null) await ownership.record('result', opened.resultsId, owner);
  }
  if (opened.status === 'reconnect-required' && opened.reconnectId !== null) {
    await ownership.record('reconnect', opened.reconnectId, owner);
  }
  const accounts = memberOf(content, 'accounts');
  if (opened.status !== 'ok' || !Array.isArray(accounts)) return;
  for (const account of accounts as unknown[]) {
    const accountId = textOf(account, 'account_id');
    if (accountId !== null) await ownership.record('account', accountId, owner);
  }
  if (isLastPage(answer)) ownership.noteAccountsRead(owner.entityId);
}

/** Whether no page comes after this one; an answer without pages is whole. */
export function isLastPage({ value }: LeanAnswer): boolean {
  const page = memberOf(memberOf(value, 'data'), 'page');
  const [number, pages] = [memberOf(page, 'number'), memberOf(page, 'total_pages')];
  return typeof number !== 'number' || typeof pages !== 'number' || number + 1 >= pages;
}

/** The content itself and the items of its lists: where Lean names entity and account. */
function rowsOf(content: unknown): unknown[] {
  if (typeof content !== 'object' || content === null) return [];
  const lists = Object.values(content).filter((member) => Array.isArray(member)) as unknown[][];
  return [content, ...lists.flat()];
}
