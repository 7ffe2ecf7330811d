import type { Account } from '../../domain/account.js';
import type { Answer } from '../../domain/answer.js';
import { decodeAccountsAnswer, onePerId } from '../../wire/accounts.js';
import type { Requester } from '../request.js';
import { callData } from './call.js';
import { readResult } from './results.js';

/** No customer has more pages of accounts at one bank; a backend that says so is not believed. */
const MOST_PAGES = 50;

/** `GET /accounts`: the accounts of one bank, all pages of them. */
export async function readAccounts(
  request: Requester,
  entityId: string,
  signal?: AbortSignal,
): Promise<Answer<Account[]>> {
  return withFurtherPages(await readPage(request, entityId, 0, signal), { request, entityId, signal });
}

/** The result of such a call that came back as pending, with the pages that follow it. */
export async function readAccountsResult(
  request: Requester,
  resultsId: string,
  entityId: string,
  signal?: AbortSignal,
): Promise<Answer<Account[]>> {
  const first = await readResult(request, decodeAccountsAnswer, resultsId, { entityId }, signal);
  return withFurtherPages(first, { request, entityId, signal });
}

interface Reading {
  request: Requester;
  entityId: string;
  signal: AbortSignal | undefined;
}

async function withFurtherPages(
  first: Answer<Account[]>,
  { request, entityId, signal }: Reading,
): Promise<Answer<Account[]>> {
  if (first.status !== 'ok') return first;
  let accounts = first.data;
  for (let page = 1; page < Math.min(first.pages ?? 1, MOST_PAGES); page += 1) {
    const next = await readPage(request, entityId, page, signal);
    // A part of a bank's accounts would pass for all of them. A result holds one page: the whole is asked for again.
    if (next.status === 'pending') return { status: 'pending', resultsId: null };
    if (next.status !== 'ok') return next;
    const more = onePerId([...accounts, ...next.data]);
    // A backend that knows no pages answers the first one again.
    if (more.length === accounts.length) break;
    accounts = more;
  }
  return { ...first, data: accounts };
}

async function readPage(
  request: Requester,
  entityId: string,
  page: number,
  signal: AbortSignal | undefined,
): Promise<Answer<Account[]>> {
  const query = { entity_id: entityId, ...(page > 0 && { page: String(page) }) };
  const { answer } = await callData({
    request,
    call: { method: 'GET', pattern: '/accounts', path: 'accounts', query },
    subject: { entityId },
    decode: decodeAccountsAnswer,
    signal,
  });
  return answer;
}
