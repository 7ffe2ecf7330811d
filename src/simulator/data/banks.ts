/**
 * The banks of each country. The mock banks of Lean's sandbox keep their identifiers and what `/banks/v1` says of
 * them (facts §6); Falaj, Saffron, Rimal and Palmgrove are ours, so that a list has Arabic names and companies.
 */
import type { SimulatorRegion } from '../regions.js';

/** How a bank's accounts come out: which ones, and in which of the ways seen from Lean's banks. */
export interface BankDefinition {
  identifier: string;
  name: string;
  arabicName: string | null;
  mainColor: string;
  backgroundColor: string;
  theme: 'light' | 'dark';
  /** Open Finance and SAMA banks send the customer to their own page; the others take credentials and an OTP. */
  connection: 'OPEN_BANKING' | 'REVERSE_ENGINEERED';
  accountType: 'PERSONAL' | 'BUSINESS';
  swiftCode: string;
  /** Sub-types of the accounts every customer has there, in order. */
  accounts: readonly string[];
  /** Share of transaction texts that are Arabic, 0 to 1. */
  arabicShare: number;
  /** Whether a booking date is midnight UTC (as sampled) or the local midnight in UTC (facts §3.6). */
  booksAt: 'utc-midnight' | 'local-midnight';
  /** Whether v1 speaks of `Checkings` as the old guide does, or of `CURRENT`. */
  v1Types: 'words' | 'codes';
  /** `servicer.identification` of its accounts: a code, or free text as the UAE mock has it. */
  servicer: string;
}

const uaeMockAccounts = [
  'CURRENT',
  'SAVINGS',
  'CREDIT',
  'PREPAID',
  'MORTGAGE',
  'PERSONAL_LOAN',
  'EMONEY',
  'CHARGE_CARD',
  'UNSUPPORTED',
];
const ksaMockAccounts = ['CURRENT', 'SAVINGS', 'CREDIT', 'CHARGE_CARD', 'PREPAID', 'EMONEY', 'UNSUPPORTED'];
const everydayAccounts = ['CURRENT', 'SAVINGS', 'CREDIT'];

const openMock = {
  mainColor: '#1beb75',
  backgroundColor: '#ffffff',
  theme: 'light',
  connection: 'OPEN_BANKING',
  accountType: 'PERSONAL',
  booksAt: 'utc-midnight',
  v1Types: 'codes',
} as const;

const oldMock: Omit<BankDefinition, 'swiftCode'> = {
  identifier: 'LEANMB1',
  name: 'Lean Mock Bank',
  arabicName: 'بنك لين التجريبي',
  mainColor: '#1beb75',
  backgroundColor: '#001E26',
  theme: 'dark',
  connection: 'REVERSE_ENGINEERED',
  accountType: 'PERSONAL',
  accounts: everydayAccounts,
  arabicShare: 0.15,
  booksAt: 'utc-midnight',
  v1Types: 'words',
  servicer: 'Lean Mock Bank',
};

export const bankDefinitions: Readonly<Record<SimulatorRegion, readonly BankDefinition[]>> = {
  ae: [
    {
      ...openMock,
      identifier: 'LEAN_OF_RETAIL_UAE',
      name: 'Lean Open Finance MockBank',
      arabicName: null,
      swiftCode: 'MOCKAE01',
      accounts: uaeMockAccounts,
      arabicShare: 0.06,
      servicer: 'Lean Mockbank',
    },
    {
      ...oldMock,
      identifier: 'LEANMB1_SAU',
      name: 'Lean Mockbank',
      arabicName: null,
      backgroundColor: '#ffffff',
      swiftCode: 'MOCKAE01',
      v1Types: 'codes',
      servicer: 'Lean Mockbank',
    },
    { ...oldMock, swiftCode: 'MOCKAE01' },
    {
      ...openMock,
      identifier: 'FALAJ_RETAIL_UAE',
      name: 'Falaj Bank (sample)',
      arabicName: 'بنك الفلج (نموذج)',
      mainColor: '#0b6e8a',
      swiftCode: 'SMPLAE01',
      accounts: everydayAccounts,
      arabicShare: 0.3,
      booksAt: 'local-midnight',
      servicer: 'Falaj Bank',
    },
    {
      ...openMock,
      identifier: 'SAFFRON_SME_UAE',
      name: 'Saffron Business Bank (sample)',
      arabicName: 'بنك الزعفران للأعمال (نموذج)',
      mainColor: '#b4530a',
      accountType: 'BUSINESS',
      swiftCode: 'SMPLAE02',
      accounts: ['CURRENT', 'CALL'],
      arabicShare: 0.1,
      servicer: 'Saffron Business Bank',
    },
  ],
  sa: [
    {
      ...openMock,
      identifier: 'LEA1_SAMAOB_SAU',
      name: 'Mockbank 1',
      arabicName: null,
      swiftCode: 'MOCKSA01',
      accounts: ksaMockAccounts,
      arabicShare: 0.58,
      servicer: 'KSAOB.SALEAN',
    },
    {
      ...openMock,
      identifier: 'LEA2_SAMAOB_SAU',
      name: 'Mockbank 2',
      arabicName: null,
      swiftCode: 'MOCKSA02',
      accounts: ksaMockAccounts,
      arabicShare: 0.58,
      servicer: 'KSAOB.SALEAN',
    },
    {
      ...openMock,
      identifier: 'LEA1_RETAIL_SAU',
      name: 'Mockbank Retail',
      arabicName: null,
      swiftCode: 'MOCKSA03',
      accounts: everydayAccounts,
      arabicShare: 0.4,
      servicer: 'KSAOB.SALEAN',
    },
    { ...oldMock, swiftCode: 'MOCKSA04', arabicShare: 0.3 },
    {
      ...openMock,
      identifier: 'RIMAL_SAMAOB_SAU',
      name: 'Rimal Bank (sample)',
      arabicName: 'بنك الرمال (نموذج)',
      mainColor: '#8a5a0b',
      swiftCode: 'SMPLSA01',
      accounts: everydayAccounts,
      arabicShare: 0.8,
      booksAt: 'local-midnight',
      servicer: 'KSAOB.SARIML',
    },
    {
      ...openMock,
      identifier: 'PALMGROVE_SME_SAU',
      name: 'Palmgrove Business Bank (sample)',
      arabicName: 'بنك واحة النخل للأعمال (نموذج)',
      mainColor: '#2f6b2f',
      accountType: 'BUSINESS',
      swiftCode: 'SMPLSA02',
      accounts: ['CURRENT', 'CALL'],
      arabicShare: 0.5,
      servicer: 'KSAOB.SAPALM',
    },
  ],
};
