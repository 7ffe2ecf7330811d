/** IBANs that pass the mod-97 check, in the forms of both countries (facts §3.4). */
import { digitsOf, lettersOf } from './random.js';
import type { RegionFacts } from './regions.js';

/** An account number and the IBAN around it. */
export interface AccountNumbers {
  iban: string;
  bban: string;
}

/** Remainder of a long number modulo 97; letters count as 10 to 35. */
function mod97(text: string): number {
  let remainder = 0;
  for (const sign of text) {
    const value = Number.parseInt(sign, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}

function ibanOf(country: string, rest: string): string {
  const check = 98 - mod97(`${rest}${country}00`);
  return country + String(check).padStart(2, '0') + rest;
}

/** Numbers for a key: 23 characters in the Emirates, 24 in Saudi Arabia, where letters occur. */
export function accountNumbers(key: string, region: RegionFacts): AccountNumbers {
  if (region.country === 'AE') {
    const bban = digitsOf(key, 15);
    // Bank code 099 is given to no bank; the mock's accounts have one digit between it and the BBAN.
    return { bban, iban: ibanOf('AE', `0990${bban}`) };
  }
  const bban = lettersOf(`${key}|letters`, 6) + digitsOf(key, 12);
  return { bban, iban: ibanOf('SA', `99${bban}`) };
}

/** An IBAN in groups of four, as the old guide prints it. */
export function groupedIban(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, '$1 ');
}
