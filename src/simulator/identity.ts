/** Who the bank says the customer is (facts §3.1, §3.8). */
import type { SampleName } from './data/names.js';
import { hostileTexts } from './data/hostile.js';
import { createRandom, digitsOf } from './random.js';
import type { RegionFacts } from './regions.js';
import type { ScenarioEffects } from './scenarios.js';

/** What an identity follows from. */
export interface IdentityTerms {
  key: string;
  entityId: string;
  name: SampleName;
  region: RegionFacts;
  texts: ScenarioEffects['texts'];
}

interface Person {
  fullName: string;
  shortName: string;
  phone: string;
  email: string;
  birthDate: string;
  gender: 'M' | 'F';
  nationalId: string;
  address: string;
  city: string;
}

type Address = Record<
  | 'address_line'
  | 'address_type'
  | 'building_type'
  | 'apartment_or_villa_number'
  | 'building_name'
  | 'street'
  | 'area'
  | 'street_address'
  | 'post_code'
  | 'town_name'
  | 'region'
  | 'po_box'
  | 'country',
  string | null
>;

function personOf({ key, name, region, texts }: IdentityTerms): Person {
  const random = createRandom(`${key}|person`);
  const year = random.int(1965, 2001);
  const city = random.pick(region.cities);
  const isSaudi = region.country === 'SA';
  const english = `${name.given} ${name.middle} ${name.family}`;
  const fullName =
    texts === 'hostile' ? (hostileTexts[0] ?? english) : texts === 'arabic' ? name.arabic : english;
  return {
    fullName,
    shortName: texts === undefined ? `${name.given} ${name.family}` : fullName,
    phone: region.phonePrefix + digitsOf(`${key}|phone`, 7),
    email: `${name.given}.${name.family}@example.com`.toLowerCase(),
    birthDate: `${String(year)}-${String(random.int(1, 12)).padStart(2, '0')}-${String(random.int(10, 28))}`,
    gender: name.gender,
    // The shapes of an iqama and of an Emirates ID, with numbers that are given to nobody.
    nationalId: isSaudi ? `2${digitsOf(`${key}|id`, 9)}` : `784-0000-${digitsOf(`${key}|id`, 7)}-0`,
    address: `12 Sample Street, ${texts === 'arabic' ? city.arabic : city.name}`,
    city: texts === 'arabic' ? city.arabic : city.name,
  };
}

const STREET = 'Sample Street';

/** A street and a post code, as the Saudi mock has it, and both countries for the parties of an account. */
function streetAddress(person: Person, region: RegionFacts): Address {
  return {
    address_line: person.address,
    address_type: null,
    building_type: null,
    apartment_or_villa_number: null,
    building_name: null,
    street: null,
    area: null,
    street_address: STREET,
    post_code: '11564',
    town_name: person.city,
    region: person.city,
    po_box: null,
    country: region.countryName,
  };
}

/** A building, as the UAE mock has it. */
function buildingAddress(person: Person, region: RegionFacts): Address {
  return {
    address_line: person.address,
    address_type: 'Business',
    building_type: null,
    apartment_or_villa_number: '101',
    building_name: 'Sample Tower',
    street: STREET,
    area: STREET,
    street_address: null,
    post_code: null,
    town_name: person.city,
    region: person.city,
    po_box: '10101',
    country: region.country,
  };
}

/** The item of v2's `data.identities`. */
export function identityItem(terms: IdentityTerms) {
  const person = personOf(terms);
  const isSaudi = terms.region.country === 'SA';
  return {
    entity_id: terms.entityId,
    full_legal_name: person.fullName,
    name: person.shortName,
    national_id: isSaudi ? null : person.nationalId,
    birth_date: person.birthDate,
    gender: isSaudi ? person.gender : null,
    email_address: person.email,
    legal_structure: null,
    phone: person.phone,
    mobile_number: person.phone,
    address: isSaudi ? streetAddress(person, terms.region) : buildingAddress(person, terms.region),
    account_role: isSaudi ? 'PRINCIPAL' : null,
    party_type: isSaudi ? 'JOINT' : 'UNSUPPORTED',
    party_id: digitsOf(`${terms.key}|party`, 6),
    party_number: digitsOf(`${terms.key}|party-number`, 9),
    regional_data: null,
  };
}

/** The parties of one account: the customer and one more, as both mock banks show. */
export function accountIdentityItems(terms: IdentityTerms, other: SampleName) {
  // Party fields of the per-account list are filled in both countries (facts §3.8).
  const asParty = (party: IdentityTerms, role: string) => ({
    ...identityItem(party),
    gender: party.name.gender,
    national_id: null,
    address: streetAddress(personOf(party), party.region),
    account_role: role,
    party_type: 'JOINT',
  });
  return [
    asParty(terms, 'PRINCIPAL'),
    asParty({ ...terms, key: `${terms.key}|second`, name: other }, 'SECONDARY_OWNER'),
  ];
}

/** v1's payload: one person, the address in one line. */
export function v1Identity(terms: IdentityTerms) {
  const person = personOf(terms);
  return {
    full_name: person.fullName,
    mobile_number: person.phone,
    gender: person.gender === 'F' ? 'female' : 'male',
    national_identity_number: person.nationalId,
    birth_date: person.birthDate,
    email_address: person.email,
    address: person.address,
  };
}
