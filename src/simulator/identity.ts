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

/** The item of v2's `data.identities`: the UAE mock fills a Business address, the Saudi one a street only. */
export function identityItem(terms: IdentityTerms) {
  const person = personOf(terms);
  const isSaudi = terms.region.country === 'SA';
  const street = 'Sample Street';
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
    address: {
      address_line: person.address,
      address_type: isSaudi ? null : 'Business',
      building_type: null,
      apartment_or_villa_number: isSaudi ? null : '101',
      building_name: isSaudi ? null : 'Sample Tower',
      street: isSaudi ? null : street,
      area: isSaudi ? null : street,
      street_address: isSaudi ? street : null,
      post_code: isSaudi ? '11564' : null,
      town_name: person.city,
      region: person.city,
      po_box: isSaudi ? null : '10101',
      country: isSaudi ? terms.region.countryName : terms.region.country,
    },
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
  const asParty = (item: ReturnType<typeof identityItem>, role: string) => ({
    ...item,
    gender: item.gender ?? 'F',
    national_id: null,
    account_role: role,
    party_type: 'JOINT',
  });
  const second = { ...terms, key: `${terms.key}|second`, name: other };
  return [asParty(identityItem(terms), 'PRINCIPAL'), asParty(identityItem(second), 'SECONDARY_OWNER')];
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
