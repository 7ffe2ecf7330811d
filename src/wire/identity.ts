import * as v from 'valibot';
import type { Answer } from '../domain/answer.js';
import type { Identity } from '../domain/identity.js';
import type { AnswerContext } from './context.js';
import { openEnvelope } from './envelope.js';
import { readItems, text, word } from './fields.js';

/** v2's address, in the order in which people read one. */
const ADDRESS_PARTS = [
  'apartment_or_villa_number',
  'building_number',
  'building_name',
  'address_line',
  'street',
  'street_address',
  'area',
  'po_box',
  'town_name',
  'region',
  'post_code',
  'country',
] as const;

const AddressSchema = v.object(
  Object.fromEntries(ADDRESS_PARTS.map((name) => [name, text])) as Record<
    (typeof ADDRESS_PARTS)[number],
    typeof text
  >,
);

/** Who the bank says a person is: v1's whole payload, or one of v2's `identities`. */
export const IdentitySchema = v.object({
  full_legal_name: text,
  full_name: text,
  name: text,
  national_id: text,
  national_identity_number: text,
  birth_date: text,
  gender: text,
  email_address: text,
  mobile_number: text,
  phone: text,
  address: v.fallback(v.nullable(v.union([v.string(), AddressSchema])), null),
  party_type: text,
  account_role: text,
});
type WireIdentity = v.InferOutput<typeof IdentitySchema>;

/** Reads the answer of `GET /identity` of either generation; v1 knows one person. */
export function decodeIdentityAnswer(body: unknown, context: AnswerContext): Answer<Identity[]> {
  return openEnvelope(body, context, (content) => {
    const sent = content['identities'];
    if (sent === undefined || sent === null) return readItems([content], IdentitySchema, decodeIdentity);
    return Array.isArray(sent) ? readItems(sent, IdentitySchema, decodeIdentity) : null;
  });
}

/** A person of whom nothing at all is known is none. */
function decodeIdentity(sent: WireIdentity): Identity | null {
  const identity: Identity = {
    fullName: sent.full_legal_name ?? sent.full_name ?? sent.name,
    nationalId: sent.national_id ?? sent.national_identity_number,
    birthDate: sent.birth_date,
    gender: sent.gender,
    emailAddress: sent.email_address,
    mobileNumber: sent.mobile_number ?? sent.phone,
    address: addressLine(sent.address),
    partyType: word(sent.party_type),
    accountRole: word(sent.account_role),
  };
  return Object.values(identity).every((field) => field === null) ? null : identity;
}

/** Banks say the same thing in several parts of an address; what one part says already is not said again. */
function addressLine(sent: WireIdentity['address']): string | null {
  if (sent === null) return null;
  const parts = typeof sent === 'string' ? [sent] : ADDRESS_PARTS.map((name) => sent[name]);
  const said = [...new Set(parts.map((part) => part?.trim() ?? ''))].filter((part) => part !== '');
  const needed = said.filter((part) => !said.some((other) => other !== part && says(other, part)));
  return needed.length === 0 ? null : needed.join(', ');
}

/** Tells whether a text holds all words of another in a row. A bare number may mean a house, a flat or a box. */
function says(text: string, part: string): boolean {
  return /\p{L}/u.test(part) && spaced(text).includes(spaced(part));
}

function spaced(text: string): string {
  return ` ${text.toLowerCase().replace(/[\s,،]+/g, ' ')} `;
}
