import { passOn, pendingAnswer, type Answer } from './answer.js';
import { ProblemError } from './problem.js';
import { checkId } from './query.js';
import { sealBody, type AskedIds } from './seal-body.js';
import type { SealKind } from './seal.js';
import type { Call } from './services.js';
import { isLastPage, readAccounts } from './learn.js';
import type { OwnedEntity } from './ownership.js';
import type { LeanAnswer } from './upstream.js';

/** No customer has more pages of accounts at one bank. */
const MOST_PAGES = 50;

/** Not yours and not there are one answer, byte for byte. */
export function notFound(): ProblemError {
  return new ProblemError('not_found');
}

/** The id behind what the browser sent, opened where ids are sealed. */
export async function openId(call: Call, kind: SealKind, text: string | undefined): Promise<string> {
  const sent = checkId(text, `${kind} id`);
  const id = await call.seals.open(call.user.appUserId, kind, sent);
  if (id === null) throw notFound();
  return id;
}

/** The session's customer at Lean; refused as not found where there is none, since then nothing is theirs. */
export async function customerOf(call: Call): Promise<string> {
  const customerId = await call.customers.find(call.user.appUserId);
  if (customerId === null) throw notFound();
  return customerId;
}

/** The entity, checked to be one of the session's customer's. */
export async function ownedEntity(call: Call, sent: string): Promise<OwnedEntity> {
  const entityId = await openId(call, 'entity', sent);
  const customerId = await customerOf(call);
  if (!(await call.ownership.ownsEntity(customerId, entityId))) throw notFound();
  return { customerId, entityId };
}

/**
 * The account, checked to be one of the entity's: named by Lean in an earlier answer, or in one asked for now. When
 * the accounts cannot be read, that is the answer to whatever was asked about one of them.
 */
export async function ownedAccount(
  call: Call,
  owner: OwnedEntity,
): Promise<{ accountId: string } | { instead: Answer }> {
  const accountId = await openId(call, 'account', call.params['accountId']);
  const isKnown = async () =>
    (await call.ownership.entityOf('account', accountId, owner.customerId)) === owner.entityId;
  if (await isKnown()) return { accountId };
  if (call.ownership.readAccountsLately(owner.entityId)) throw notFound();
  let page = 0;
  let { answer, status } = await readAccounts(call, owner, page);
  while (status === 'OK') {
    if (await isKnown()) return { accountId };
    if (isLastPage(answer) || page >= MOST_PAGES) throw notFound();
    page += 1;
    ({ answer, status } = await readAccounts(call, owner, page));
  }
  // Its results would be accounts, not what was asked for: the same call is to be made again instead.
  if (status === 'PENDING' || status === 'PROCESSING_STARTED') {
    return { instead: pendingAnswer(call.config.clock()) };
  }
  return { instead: await sealedAnswer(call, answer, status, { entity: owner.entityId }) };
}

/** Lean's answer for the browser, its ids sealed where that is switched on. */
export async function sealedAnswer(
  call: Call,
  answer: LeanAnswer,
  status: string | null,
  asked: AskedIds,
): Promise<Answer> {
  if (!call.config.sealIds || answer.text === '') return passOn(answer, status);
  const subject = { appUserId: call.user.appUserId, status, asked };
  return passOn(answer, status, await sealBody(answer.text, call.seals, subject));
}
