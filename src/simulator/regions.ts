/** What differs between Lean in the Emirates and Lean in Saudi Arabia (facts §4, §6, §7). */

/** `ae` the United Arab Emirates, `sa` Saudi Arabia. */
export type SimulatorRegion = 'ae' | 'sa';

/** One country's Lean. */
export interface RegionFacts {
  /** ISO 3166 alpha-2, as at the head of an IBAN. */
  country: string;
  /** ISO 3166 alpha-3, as in `/banks/v1`. */
  countryCode: string;
  countryName: string;
  currency: string;
  /** Minutes the banks' day is ahead of UTC; neither country has daylight saving. */
  utcOffsetMinutes: number;
  api: string;
  auth: string;
  link: string;
  secureApi: string;
  cities: readonly { name: string; arabic: string }[];
  /** The code that ends a card purchase's text. */
  textCountry: string;
  phonePrefix: string;
}

export const regions: Readonly<Record<SimulatorRegion, RegionFacts>> = {
  ae: {
    country: 'AE',
    countryCode: 'ARE',
    countryName: 'United Arab Emirates',
    currency: 'AED',
    utcOffsetMinutes: 240,
    api: 'https://sandbox.leantech.me',
    auth: 'https://auth.sandbox.leantech.me',
    link: 'https://link.sandbox.leantech.me',
    secureApi: 'https://secure-api.sandbox.leantech.me',
    cities: [
      { name: 'Dubai', arabic: 'دبي' },
      { name: 'Abu Dhabi', arabic: 'أبوظبي' },
      { name: 'Sharjah', arabic: 'الشارقة' },
    ],
    textCountry: 'ARE',
    phonePrefix: '97150',
  },
  sa: {
    country: 'SA',
    countryCode: 'SAU',
    countryName: 'Saudi Arabia',
    currency: 'SAR',
    utcOffsetMinutes: 180,
    api: 'https://sandbox.sa.leantech.me',
    auth: 'https://auth.sandbox.sa.leantech.me',
    link: 'https://link.sandbox.sa.leantech.me',
    secureApi: 'https://secure-api.sandbox.sa.leantech.me',
    cities: [
      { name: 'Riyadh', arabic: 'الرياض' },
      { name: 'Jeddah', arabic: 'جدة' },
      { name: 'Dammam', arabic: 'الدمام' },
    ],
    textCountry: 'SAU',
    phonePrefix: '96655',
  },
};

const currencyDigits: Readonly<Record<string, number>> = { KWD: 3, BHD: 3, OMR: 3, JOD: 3 };

/** Digits after the decimal point of a currency's amounts. */
export function digitsOfCurrency(currency: string): number {
  return currencyDigits[currency] ?? 2;
}

/** Minor units as the JSON number Lean sends, for example 43985 fils as 439.85. */
export function amountOf(minor: number, currency: string): number {
  return minor / 10 ** digitsOfCurrency(currency);
}
