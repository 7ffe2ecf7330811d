/** The sample customers: names that nobody can take for a real person's. */

/** How a sample customer is called by a bank. */
export interface SampleName {
  given: string;
  middle: string;
  family: string;
  arabic: string;
  gender: 'M' | 'F';
}

export const sampleNames: readonly SampleName[] = [
  { given: 'Noura', middle: 'Test', family: 'Sample', arabic: 'نورة تجربة عيّنة', gender: 'F' },
  { given: 'Khalid', middle: 'Test', family: 'Sample', arabic: 'خالد تجربة عيّنة', gender: 'M' },
  { given: 'Mariam', middle: 'Demo', family: 'Sample', arabic: 'مريم نموذج عيّنة', gender: 'F' },
  { given: 'Yousef', middle: 'Demo', family: 'Sample', arabic: 'يوسف نموذج عيّنة', gender: 'M' },
];

/** The second party of a joint account. */
export const otherParty: SampleName = {
  given: 'Sami',
  middle: 'Demo',
  family: 'Sample',
  arabic: 'سامي نموذج عيّنة',
  gender: 'M',
};

/** People who pay or are paid, as they stand in a transfer's text. */
export const counterparties: readonly { name: string; arabic: string }[] = [
  { name: 'A Sample', arabic: 'أ عيّنة' },
  { name: 'S Example', arabic: 'س مثال' },
  { name: 'H Test', arabic: 'ح تجربة' },
  { name: 'M Demo', arabic: 'م نموذج' },
];
