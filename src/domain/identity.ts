/** Who the bank says the person is. Every field may be missing. */
export interface Identity {
  fullName: string | null;
  nationalId: string | null;
  birthDate: string | null;
  gender: string | null;
  emailAddress: string | null;
  mobileNumber: string | null;
  /** One line, parts joined in reading order. */
  address: string | null;
  partyType: string | null;
  accountRole: string | null;
}
