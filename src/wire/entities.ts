import * as v from 'valibot';
import type { Bank } from '../domain/bank.js';
import type { Consent, DataStatus, Entity } from '../domain/entity.js';
import { answerError, type AnswerContext } from './context.js';
import * as contract from './contract.js';
import { readItems, word } from './fields.js';

/** Words of an entity that is no more (facts: the dated list has `status`, the customer's own has none). */
const GONE: ReadonlySet<string | null> = new Set(['DELETED', 'REMOVED']);

const DATA_STATUSES: Readonly<Record<contract.DataStatus, DataStatus>> = {
  PENDING: 'pending',
  READY: 'ready',
  FAILED: 'failed',
};

const CONSENT_STATUSES: Readonly<Record<string, Consent['status']>> = {
  ACTIVE: 'active',
  AUTHORISED: 'active',
  REVOKED: 'revoked',
  EXPIRED: 'revoked',
  REJECTED: 'rejected',
};

/** The customer's banks of `GET /entities`, without those taken away. Throws `bad_response`. */
export function decodeEntities(body: unknown, context: AnswerContext): Entity[] {
  const entities = readItems(listOf(body, context), contract.EntitySchema, (sent) => sent);
  if (!entities) throw notAsPromised(context);
  return entities.filter(({ status }) => !GONE.has(word(status ?? null))).map(decodeEntity);
}

/** Lean's list of banks of `GET /banks`. Throws `bad_response`. */
export function decodeBanks(body: unknown, context: AnswerContext): Bank[] {
  const banks = readItems(listOf(body, context), contract.BankSchema, decodeBank);
  if (!banks) throw notAsPromised(context);
  return banks;
}

/** The contract promises a bare array; Lean's dated lists wrap theirs in `data`. */
function listOf(body: unknown, context: AnswerContext): unknown[] {
  const wrapped = v.safeParse(v.object({ data: v.array(v.unknown()) }), body);
  const list: unknown = wrapped.success ? wrapped.output.data : body;
  if (!Array.isArray(list)) throw notAsPromised(context);
  return list as unknown[];
}

function notAsPromised(context: AnswerContext): Error {
  return answerError('bad_response', context, 'answered a list that is not built as promised');
}

/** One entity as the rest of the code knows it. */
export function decodeEntity(sent: contract.Entity): Entity {
  const bankIdentifier = sent.bank_identifier ?? null;
  return {
    entityId: sent.id,
    customerId: sent.customer_id ?? null,
    bankIdentifier,
    bank: sent.bank ? decodeBank({ ...sent.bank, identifier: bankIdentifier ?? '' }) : null,
    permissions: grantedOf(sent.permissions),
    consents: sent.consents?.map(decodeConsent) ?? [],
    dataStatus: sent.data_status ? DATA_STATUSES[sent.data_status] : null,
    createdAt: sent.created_at ?? null,
    updatedAt: sent.updated_at ?? null,
  };
}

/** One bank as the rest of the code knows it; the coloured logo is preferred, since it shows on any ground. */
export function decodeBank(sent: contract.Bank): Bank {
  return {
    bankIdentifier: sent.identifier,
    name: sent.name ?? sent.commercial_name ?? sent.identifier,
    arabicName: sent.arabic_name ?? sent.commercial_name_arabic ?? null,
    logo: sent.logo_alt ?? sent.logo ?? null,
    mainColor: sent.main_color ?? null,
    backgroundColor: sent.background_color ?? null,
    countryCode: sent.country_code ?? null,
  };
}

function decodeConsent(sent: contract.Consent): Consent {
  const status = word(sent.consent_status ?? null) ?? word(sent.standard_consent_status ?? null);
  return {
    consentId: sent.id ?? null,
    status: CONSENT_STATUSES[status ?? ''] ?? 'unknown',
    createdAt: sent.creation_date_time ?? null,
    expiresAt: sent.expiration_date_time ?? null,
    transactionsFrom: sent.transaction_from_date_time ?? null,
    transactionsTo: sent.transaction_to_date_time ?? null,
  };
}

/** Permissions come as a table of yes and no, in webhooks as a list. */
function grantedOf(sent: contract.Entity['permissions']): string[] {
  if (!sent) return [];
  if (Array.isArray(sent)) return sent;
  return Object.entries(sent).flatMap(([name, isGranted]) => (isGranted ? [name] : []));
}
