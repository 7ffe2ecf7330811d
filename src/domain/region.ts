/** A country Lean serves: the United Arab Emirates (`ae`) or Saudi Arabia (`sa`). */
export type Region = 'ae' | 'sa';

/** The zone in which a region's banks book; neither has daylight saving. */
export const REGION_TIME_ZONES: Readonly<Record<Region, string>> = { ae: 'Asia/Dubai', sa: 'Asia/Riyadh' };

/** The zone used when neither a setting nor the bank tells the country. */
export const DEFAULT_TIME_ZONE = REGION_TIME_ZONES.ae;

/** Tells whether a text names a region. */
export function isRegion(value: unknown): value is Region {
  return value === 'ae' || value === 'sa';
}

/**
 * The region of a bank, from what Lean says of it: the IBAN's country, else the ending of the bank
 * identifier (`LEA1_SAMAOB_SAU`, `LEAN_OF_RETAIL_UAE`); null when neither tells.
 */
export function regionOfBank(bankIdentifier: string | null, iban: string | null): Region | null {
  const country = iban?.trim().slice(0, 2).toUpperCase();
  if (country === 'AE') return 'ae';
  if (country === 'SA') return 'sa';
  const ending = /(?:^|_)(ARE|UAE|SAU|KSA)$/i.exec(bankIdentifier ?? '')?.[1]?.toUpperCase();
  if (ending === undefined) return null;
  return ending === 'SAU' || ending === 'KSA' ? 'sa' : 'ae';
}

/** What a page sets of zones; null leaves it to the bank. */
export interface ZoneSettings {
  timeZone: string | null;
  region: Region | null;
}

/** The zone in which a bank's days are read: what the page set, else its region's, else the bank's own country's. */
export function timeZoneOf(
  page: ZoneSettings,
  bank: { bankIdentifier: string | null; iban: string | null } | null,
): string {
  if (page.timeZone !== null) return page.timeZone;
  const region = page.region ?? (bank && regionOfBank(bank.bankIdentifier, bank.iban));
  return region ? REGION_TIME_ZONES[region] : DEFAULT_TIME_ZONE;
}
