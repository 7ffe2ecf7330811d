import { calendarDay } from '../../domain/calendar.js';
import type { Identity } from '../../domain/identity.js';
import type { Formats, Messages } from '../../i18n/index.js';
import type { IdentityMessages } from '../../i18n/en-identity.js';
import { oneLine, wholeText } from '../shared/text.js';

type FieldName = keyof IdentityMessages['identity']['fields'];

/** One detail of a person, ready to be drawn. */
export interface PersonField {
  name: FieldName;
  label: string;
  value: string;
  /** Numbers, e-mail addresses: read left to right in every language. */
  isLatin: boolean;
}

const MASK = '••••••';
const ORDER: readonly FieldName[] = [
  'nationalId',
  'birthDate',
  'gender',
  'mobileNumber',
  'emailAddress',
  'address',
];
const LATIN: ReadonlySet<FieldName> = new Set(['nationalId', 'mobileNumber', 'emailAddress']);

/** What the bank told of a person beside the name, in the order people expect; what it left out is left out. */
export function personFields(
  person: Identity,
  messages: Messages & IdentityMessages,
  format: Formats,
): PersonField[] {
  const { identity } = messages;
  return ORDER.flatMap((name) => {
    const value = fieldText(name, person, identity, format);
    return value === '' ? [] : [{ name, label: identity.fields[name], value, isLatin: LATIN.has(name) }];
  });
}

function fieldText(
  name: FieldName,
  person: Identity,
  words: IdentityMessages['identity'],
  format: Formats,
): string {
  const sent = person[name];
  if (sent === null) return '';
  if (name === 'birthDate') {
    const day = calendarDay(sent);
    return day === null ? oneLine(sent) : format.date(day);
  }
  if (name === 'gender') return genderText(sent, words);
  return name === 'address' ? wholeText(sent) : oneLine(sent);
}

/** v1 writes words, v2 letters; anything else is shown as the bank says it. */
function genderText(sent: string, { genders }: IdentityMessages['identity']): string {
  const word = oneLine(sent);
  if (/^f(emale)?$/i.test(word)) return genders.female;
  return /^m(ale)?$/i.test(word) ? genders.male : word;
}

/** A name as little as it takes to tell two persons apart: the first letters of its first and last word. */
export function maskedName(name: string): string {
  const words = name.split(' ').filter((word) => /^\p{L}/u.test(word));
  const [first] = words;
  const last = words.length > 1 ? words.at(-1) : undefined;
  return (
    [first, last]
      .map((word) => (word ? `${letter(word)}•••` : ''))
      .join(' ')
      .trim() || MASK
  );
}

function letter(word: string): string {
  return /^./su.exec(word)?.[0] ?? '';
}

/** A detail's place: its length says nothing about what is behind it. */
export function maskedValue(): string {
  return MASK;
}

/** What a person is to the account, in words; null where the bank does not say, or in a word nobody knows. */
export function roleText(
  { accountRole, partyType }: Identity,
  { accountRoles, partyTypes }: IdentityMessages['identity'],
): string | null {
  const roles: Readonly<Record<string, string>> = accountRoles;
  const types: Readonly<Record<string, string>> = partyTypes;
  return roles[accountRole ?? ''] ?? types[partyType ?? ''] ?? null;
}
