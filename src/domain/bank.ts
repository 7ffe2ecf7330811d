/** A bank as Lean lists it. Colours are as sent; whoever paints checks them. */
export interface Bank {
  bankIdentifier: string;
  name: string;
  arabicName: string | null;
  logo: string | null;
  mainColor: string | null;
  backgroundColor: string | null;
  /** ISO 3166 alpha-3 country, such as `ARE` or `SAU`. */
  countryCode: string | null;
}
