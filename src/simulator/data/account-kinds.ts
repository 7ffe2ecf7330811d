/** How accounts of each sub-type are called and what they carry. */

/** Fixed facts of a sub-type. */
export interface AccountKind {
  english: string;
  arabic: string;
  /** v1's word for the type, as in the old guide. */
  word: string;
  /** Cards carry a masked PAN in Saudi Arabia and `credit` in v1. */
  isCard: boolean;
}

const kinds: Readonly<Record<string, AccountKind>> = {
  CURRENT: { english: 'Current Account', arabic: 'حساب جاري', word: 'Checkings', isCard: false },
  SAVINGS: { english: 'Savings Account', arabic: 'حساب توفير', word: 'Savings', isCard: false },
  CREDIT: { english: 'Credit Card', arabic: 'بطاقة ائتمان', word: 'Credit', isCard: true },
  CHARGE_CARD: { english: 'Charge Card', arabic: 'بطاقة خصم شهري', word: 'Charge card', isCard: true },
  PREPAID: { english: 'Prepaid Card', arabic: 'بطاقة مسبقة الدفع', word: 'Prepaid', isCard: true },
  EMONEY: { english: 'Wallet', arabic: 'محفظة', word: 'Wallet', isCard: false },
  MORTGAGE: { english: 'Home Finance', arabic: 'تمويل عقاري', word: 'Mortgage', isCard: false },
  PERSONAL_LOAN: { english: 'Personal Finance', arabic: 'تمويل شخصي', word: 'Loan', isCard: false },
  CALL: { english: 'Call Account', arabic: 'حساب تحت الطلب', word: 'Call', isCard: false },
};

const other: AccountKind = { english: 'Other Account', arabic: 'حساب آخر', word: 'Other', isCard: false };

/** Facts of a sub-type; any that is not in the table counts as `UNSUPPORTED`. */
export function accountKind(subType: string): AccountKind {
  return kinds[subType] ?? other;
}
