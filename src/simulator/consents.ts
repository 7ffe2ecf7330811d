/** Consents of an entity as `/customers/v1/…/entities` shows them (facts §3.11). */
import { DAY_MS } from './ledger/calendar.js';
import { flagsOf, type Permission, type PermissionFlags } from './permissions.js';
import type { SimulatorRegion } from './regions.js';
import { digitsOf, uuidOf } from './random.js';
import type { ConsentFate } from './scenarios.js';

/** Lean's defaults where the page names no dates: a day of access, a year of history (facts §2.3). */
const DEFAULT_ACCESS_MS = DAY_MS;
const DEFAULT_HISTORY_MS = 365 * DAY_MS;

/** A consent; times are epoch milliseconds. */
export interface Consent {
  id: string;
  bankConsentId: string;
  permissions: PermissionFlags;
  createdAt: number;
  createdText: string;
  updatedText: string;
  expiresAt: number;
  historyFrom: number;
  isRevoked: boolean;
}

/** What the customer agreed to; dates as the page sent them. */
export interface ConsentTerms {
  permissions: readonly string[];
  accessFrom?: string;
  accessTo?: string;
}

/** Opens a consent now. Unreadable dates count as not given, for the SDK refuses them before it comes this far. */
export function createConsent(
  terms: ConsentTerms,
  withheld: readonly Permission[],
  parts: { id: string; createdText: string; now: number; region: SimulatorRegion },
): Consent {
  const { id, createdText, now, region } = parts;
  return {
    id,
    // UAE banks name a consent with a UUID, Saudi ones with a number.
    bankConsentId: region === 'ae' ? uuidOf(`bank|${id}`) : digitsOf(`bank|${id}`, 6).replace(/^0/, '1'),
    permissions: flagsOf(terms.permissions, withheld),
    createdAt: now,
    createdText,
    updatedText: createdText,
    expiresAt: momentOf(terms.accessTo, 'end') ?? now + DEFAULT_ACCESS_MS,
    historyFrom: momentOf(terms.accessFrom, 'start') ?? now - DEFAULT_HISTORY_MS,
    isRevoked: false,
  };
}

/** A date without a time means that whole day, in UTC. */
function momentOf(text: string | undefined, edge: 'start' | 'end'): number | null {
  if (text === undefined) return null;
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const moment = Date.parse(isDate ? `${text}T${edge === 'start' ? '00:00:00.000' : '23:59:59.999'}Z` : text);
  return Number.isNaN(moment) ? null : moment;
}

/** What a scenario makes of a consent: another end in epoch milliseconds (null: none is named), or a refusal. */
export interface ConsentTurn {
  endsAt?: number | null;
  isRejected: boolean;
}

/** The turn of a scenario that begins now. */
export function turnOf({ endsInS, isRejected = false }: ConsentFate, now: number): ConsentTurn {
  if (endsInS === undefined) return { isRejected };
  return { isRejected, endsAt: endsInS === null ? null : now + endsInS * 1000 };
}

/** A consent's end as things stand; null where none is named. */
function endOf({ expiresAt }: Consent, turn: ConsentTurn | null): number | null {
  return turn?.endsAt === undefined ? expiresAt : turn.endsAt;
}

/** True while data may be read under the consent. */
export function isInForce(consent: Consent | undefined, turn: ConsentTurn | null, now: number): boolean {
  if (consent === undefined || consent.isRevoked || turn?.isRejected) return false;
  const end = endOf(consent, turn);
  return end === null || now < end;
}

/** An account as a consent names it. */
export interface ConsentAccount {
  scheme_name: string;
  identification: string;
  name: string | null;
  secondary_identification: null;
}

/** The wire form; an expired consent shows as `REVOKED`, as in Lean's samples. */
export function consentItem(
  consent: Consent,
  turn: ConsentTurn | null,
  accounts: readonly ConsentAccount[],
  now: number,
) {
  const end = endOf(consent, turn);
  const ends = end === null ? null : new Date(end).toISOString();
  const stopped = turn?.isRejected ? 'REJECTED' : 'REVOKED';
  return {
    id: consent.id,
    bank_consent_id: consent.bankConsentId,
    bank_identifier: null,
    consent_type: null,
    consent_status: isInForce(consent, turn, now) ? 'ACTIVE' : stopped,
    standard_consent_status: null,
    permissions: consent.permissions,
    creation_date_time: consent.createdText,
    status_update_date_time: consent.updatedText,
    expiration_date_time: ends,
    transaction_from_date_time: new Date(consent.historyFrom).toISOString(),
    transaction_to_date_time: ends,
    accounts,
  };
}
