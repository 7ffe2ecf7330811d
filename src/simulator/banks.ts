/** Banks as `/banks/v1` lists them, with the switches that take one off the air (facts §3.11). */
import { bankDefinitions, type BankDefinition } from './data/banks.js';
import { regions, type SimulatorRegion } from './regions.js';

/** Whether a bank works (`active`, Lean's switch) and is wanted (`enabled`, the application's). */
export interface BankAvailability {
  active: { payments: boolean; data: boolean };
  enabled: { payments: boolean; data: boolean };
}

/** Filters of `GET /banks/v1`; empty lists filter nothing. */
export interface BankFilter {
  accountTypes?: readonly string[];
  countryCodes?: readonly string[];
  connectionTypes?: readonly string[];
}

/** One country's banks. */
export interface Banks {
  definition(identifier: string): BankDefinition | null;
  definitions(): readonly BankDefinition[];
  availability(identifier: string): BankAvailability;
  setAvailability(identifier: string, change: Partial<BankAvailability>): BankAvailability;
  /** Items of `/banks/v1`; logos lie under `logoOrigin`. */
  list(filter: BankFilter, logoOrigin: string): ReturnType<typeof bankItem>[];
}

const allAccountTypes = ['CREDIT', 'SAVINGS', 'CURRENT'];
const everydaySubTypes = ['CURRENT', 'SAVINGS', 'CREDIT'];

/** Address of a bank's logo; `alt` is the coloured one. */
export function logoUrl(origin: string, identifier: string, alt = false): string {
  return `${origin}/img/banks/${alt ? 'color' : 'white'}-${identifier.toLowerCase().replaceAll('_', '-')}.svg`;
}

function bankItem(
  bank: BankDefinition,
  region: SimulatorRegion,
  availability: BankAvailability,
  origin: string,
) {
  const isOpenBanking = bank.connection === 'OPEN_BANKING';
  const { countryCode, currency } = regions[region];
  return {
    identifier: bank.identifier,
    name: bank.name,
    arabic_name: bank.arabicName,
    commercial_name: bank.name,
    commercial_name_arabic: bank.arabicName,
    logo: logoUrl(origin, bank.identifier),
    logo_alt: logoUrl(origin, bank.identifier, true),
    main_color: bank.mainColor,
    background_color: bank.backgroundColor,
    theme: bank.theme,
    country_code: countryCode,
    active: availability.active.data,
    mock: true,
    traits: isOpenBanking
      ? ['auth-redirect', 'web-auth-redirect', 'decoupled-auth-redirect', 'open-finance']
      : ['user-input-on-login', 'auth-credentials'],
    supported_account_types: allAccountTypes,
    supported_account_sub_types: everydaySubTypes,
    bank_type: bank.accountType === 'BUSINESS' ? 'SME' : 'RETAIL',
    swift_code: bank.swiftCode,
    transfer_limits: [{ currency, min: isOpenBanking ? 5 : 10, max: isOpenBanking ? 50_000 : 2_500_000 }],
    international_transfer_limits: isOpenBanking ? [] : [{ currency: 'USD', min: 50, max: 27_000 }],
    international_destinations: isOpenBanking
      ? []
      : [{ country_iso_code: 'EGY', country_name: 'Egypt', supported_currencies: [] as string[] }],
    account_type: bank.accountType,
    connection_type: bank.connection,
    availability,
  };
}

function matches(wanted: readonly string[] | undefined, value: string): boolean {
  return !wanted?.length || wanted.includes(value);
}

export function createBanks(region: SimulatorRegion): Banks {
  const definitions = bankDefinitions[region];
  const switched = new Map<string, BankAvailability>();

  const availability = (identifier: string): BankAvailability =>
    switched.get(identifier) ?? {
      active: { payments: true, data: true },
      enabled: { payments: true, data: true },
    };

  return {
    definition: (identifier) => definitions.find((bank) => bank.identifier === identifier) ?? null,
    definitions: () => definitions,
    availability,
    setAvailability(identifier, change) {
      const changed = { ...availability(identifier), ...change };
      switched.set(identifier, changed);
      return changed;
    },
    list: ({ accountTypes, countryCodes, connectionTypes }, logoOrigin) =>
      definitions
        .filter(
          (bank) => matches(accountTypes, bank.accountType) && matches(connectionTypes, bank.connection),
        )
        .filter(() => matches(countryCodes, regions[region].countryCode))
        .map((bank) => bankItem(bank, region, availability(bank.identifier), logoOrigin)),
  };
}
