import { isolate, plural, type Count } from './count.js';

/** What `lean-identity` says in English; it comes with the element's code. */
export const enIdentity = {
  identity: {
    label: 'Personal details',
    loading: 'Asking your bank for your details',
    loaded: (persons: Count) =>
      plural(persons, { one: '# person, details hidden', other: '# persons, details hidden' }),
    unnamed: 'Name not given',
    empty: 'This bank gave no personal details.',
    notShared: 'You have not shared your personal details of this bank.',
    none: 'No bank connected yet',
    noneText: 'Once you connect a bank, what it knows of you can be shown here.',
    show: 'Show details',
    hide: 'Hide details',
    shown: 'Details shown',
    hidden: 'hidden',
    copy: (field: string) => `Copy: ${isolate(field)}`,
    fields: {
      fullName: 'Name',
      nationalId: 'ID number',
      birthDate: 'Date of birth',
      gender: 'Gender',
      mobileNumber: 'Mobile',
      emailAddress: 'Email',
      address: 'Address',
    },
    genders: { female: 'Female', male: 'Male' },
    /** By Lean's `party_type`. */
    partyTypes: { SOLE: 'Sole holder', JOINT: 'Joint holder', DELEGATE: 'Authorised person' },
    /** By Lean's `account_role`. */
    accountRoles: {
      PRINCIPAL: 'Main holder',
      ADMINISTRATOR: 'Administrator',
      SECONDARY_OWNER: 'Second holder',
      POWER_OF_ATTORNEY: 'Power of attorney',
      LEGAL_GUARDIAN: 'Legal guardian',
      CUSTODIAN_FOR_MINOR: 'Custodian for a minor',
      BENEFICIARY: 'Beneficiary',
      GRANTER: 'Granter',
      OTHER_PARTY: 'Other party',
      PROTECTOR: 'Protector',
      REGISTERED_SHAREHOLDER: 'Registered shareholder',
      SENIOR_MANAGING_OFFICIAL: 'Senior managing official',
      SETTLOR: 'Settlor',
      SUCCESSOR_ON_DEATH: 'Successor on death',
    },
  },
};

export type IdentityMessages = typeof enIdentity;
