import { ownedAccount, ownedEntity, sealedAnswer } from '../access.js';
import type { Answer } from '../answer.js';
import { dataCalls, type LeanCall, type TransactionsQuestion } from '../lean-calls.js';
import { learnAnswer, readAccounts, type Question } from '../learn.js';
import { ProblemError } from '../problem.js';
import type { Call } from '../services.js';
import { takeCostly } from '../costly.js';

/** Lean's largest page. */
const LARGEST_SIZE = 100;
const LARGEST_PAGE = 999_999_999;

/** A page of the accounts of one bank, the largest that Lean has: nearly always all of them. */
export async function listAccounts(call: Call): Promise<Answer> {
  const page = call.query.whole('page', 0, LARGEST_PAGE) ?? 0;
  const owner = await ownedEntity(call, call.query.id('entity_id'));
  const { answer, status } = await readAccounts(call, owner, page);
  return sealedAnswer(call, answer, status, { entity: owner.entityId });
}

/** The balances of one account: thirteen with v2, one with v1. */
export async function listBalances(call: Call): Promise<Answer> {
  const owner = await ownedEntity(call, call.query.id('entity_id'));
  const account = await ownedAccount(call, owner);
  if ('instead' in account) return account.instead;
  const question = { ...owner, accountId: account.accountId };
  const calls = dataCalls(call.config.lean.apiVersion);
  return ask(call, question, calls.balances(owner.entityId, account.accountId));
}

/** One page of one account's transactions, oldest first as Lean sends them; with v1 all of them. */
export async function listTransactions(call: Call): Promise<Answer> {
  const asked = transactionsQuery(call);
  const owner = await ownedEntity(call, call.query.id('entity_id'));
  const account = await ownedAccount(call, owner);
  if ('instead' in account) return account.instead;
  const question = { ...owner, accountId: account.accountId };
  return ask(call, question, dataCalls(call.config.lean.apiVersion).transactions({ ...asked, ...question }));
}

/** Who the bank says the customer is; off unless switched on, since Lean may charge for it. */
export async function readIdentity(call: Call): Promise<Answer> {
  if (!call.config.identity) throw new ProblemError('identity_off');
  const owner = await ownedEntity(call, call.query.id('entity_id'));
  await takeCostly(call);
  return ask(call, owner, dataCalls(call.config.lean.apiVersion).identity(owner.entityId));
}

function transactionsQuery({ query }: Call): Omit<TransactionsQuestion, 'entityId' | 'accountId'> {
  const question: Omit<TransactionsQuestion, 'entityId' | 'accountId'> = {};
  const startDate = query.date('start_date');
  const endDate = query.date('end_date');
  const page = query.whole('page', 0, LARGEST_PAGE);
  const size = query.whole('size', 1, LARGEST_SIZE);
  const insights = query.flag('insights');
  if (startDate !== undefined) question.startDate = startDate;
  if (endDate !== undefined) question.endDate = endDate;
  if (page !== undefined) question.page = page;
  if (size !== undefined) question.size = size;
  if (insights !== undefined) question.insights = insights;
  return question;
}

async function ask(call: Call, question: Question, leanCall: LeanCall): Promise<Answer> {
  const answer = await call.upstream.call(leanCall);
  const status = await learnAnswer(call, question, answer);
  return sealedAnswer(call, answer, status, { entity: question.entityId, account: question.accountId });
}
