/**
 * The kinds of lines on a statement: category, Lean's type pair (facts §3.6), the bank's own codes, and the text in
 * both languages. `{party}`, `{PARTY}`, `{city}`, `{CITY}`, `{country}`, `{card}`, `{reference}`, `{month}` and
 * `{amount}` are filled in.
 */
import type { CategoryName } from './merchants.js';

/** A kind of statement line. */
export interface PostingKind {
  /** Null: the merchant's. */
  category: CategoryName | null;
  transactionType: string;
  subTransactionType: string;
  english: string;
  arabic: string;
  /** v1's `insights.type`. */
  insightType: 'CARD' | 'TRANSFER' | 'CASH' | 'FEE' | 'OTHER';
  bankCode: string;
  bankSubCode: string;
  isCard: boolean;
}

type Line = readonly [
  category: CategoryName | null,
  types: string,
  english: string,
  arabic: string,
  insightType: PostingKind['insightType'],
  bankCodes: string,
];

const CARD = 'Customer Card Transactions';
const ISSUED = 'Issued Credit Transfers';
const RECEIVED = 'Received Credit Transfers';
const INTERNAL = 'Internal Book Transfer';

const lines = {
  purchase: [
    null,
    'POS/PURCHASE',
    'POS-PURCHASE CARD NO.{card} {reference} {PARTY} {CITY} {country}',
    'شراء عبر نقاط البيع بطاقة {card} {party} {city}',
    'CARD',
    `${CARD}/Point-of-Sale Payment`,
  ],
  onlinePurchase: [
    null,
    'E_COMMERCE/PURCHASE',
    'ECOM {PARTY} {reference} CARD {card}',
    'شراء إنترنت من {party} بطاقة {card} بمبلغ {amount}',
    'CARD',
    `${CARD}/E-Commerce Payment`,
  ],
  refund: [
    null,
    'POS/REFUND',
    'REFUND {PARTY} {CITY} {country} ORIG {reference}',
    'استرداد مبلغ {amount} من {party} {city}',
    'CARD',
    `${CARD}/Refund`,
  ],
  salary: [
    'SALARY_AND_REVENUE',
    'LOCAL_BANK_TRANSFER/MONEY_TRANSFER',
    'SALARY {month} {PARTY} REF {reference}',
    'راتب شهر {month} من {party}',
    'TRANSFER',
    `${RECEIVED}/Payroll`,
  ],
  rent: [
    'RENT_AND_SERVICES',
    'LOCAL_BANK_TRANSFER/MONEY_TRANSFER',
    'RENT {month} UNIT 12B {PARTY} /REF/{reference}',
    'إيجار شهر {month} شقة 12ب {party}',
    'TRANSFER',
    `${ISSUED}/Standing Order`,
  ],
  electricity: [
    'RENT_AND_SERVICES',
    'BILL_PAYMENTS/PURCHASE',
    'BILL PAYMENT ELECTRICITY AND WATER {PARTY} {reference}',
    'سداد فاتورة كهرباء ومياه {party} رقم {reference}',
    'OTHER',
    `${ISSUED}/Bill Payment`,
  ],
  telephone: [
    'RENT_AND_SERVICES',
    'BILL_PAYMENTS/PURCHASE',
    'BILL PAYMENT MOBILE AND INTERNET {PARTY} {reference}',
    'سداد فاتورة جوال وإنترنت {party} رقم {reference}',
    'OTHER',
    `${ISSUED}/Bill Payment`,
  ],
  school: [
    'EDUCATION',
    'BILL_PAYMENTS/PURCHASE',
    'SCHOOL FEES TERM {PARTY} {reference}',
    'رسوم دراسية {party} رقم {reference}',
    'OTHER',
    `${ISSUED}/Bill Payment`,
  ],
  transferOut: [
    'TRANSFER',
    'LOCAL_BANK_TRANSFER/MONEY_TRANSFER',
    'ONLINE BANKING TRANSFER TO {PARTY} /REF/{reference}',
    'حوالة صادرة-سريع إلى {party} {reference}',
    'TRANSFER',
    `${ISSUED}/Domestic Credit Transfer`,
  ],
  transferIn: [
    'TRANSFER',
    'LOCAL_BANK_TRANSFER/MONEY_TRANSFER',
    'INWARD TRANSFER FROM {PARTY} /REF/{reference}',
    'حوالة واردة من {party} {reference}',
    'TRANSFER',
    `${RECEIVED}/Domestic Credit Transfer`,
  ],
  remittance: [
    'TRANSFER',
    'INTERNATIONAL_TRANSFER/MONEY_TRANSFER',
    'SWIFT TRANSFER FAMILY SUPPORT {PARTY} /REF/{reference}',
    'حوالة دولية دعم عائلي {party} {reference}',
    'TRANSFER',
    `${ISSUED}/Cross-Border Credit Transfer`,
  ],
  accountFee: [
    'BANK_FEES_AND_CHARGES',
    'OTHER/CHARGES',
    'MONTHLY ACCOUNT SERVICE FEE {month}',
    'رسوم خدمة الحساب لشهر {month}',
    'FEE',
    'Miscellaneous Debit Operations/Charges',
  ],
  cash: [
    'TRANSFER',
    'ATM/WITHDRAWAL',
    'ATM CASH WITHDRAWAL CARD {card} {CITY} {reference}',
    'سحب نقدي صراف آلي بطاقة {card} {city}',
    'CASH',
    `${CARD}/Cash Withdrawal`,
  ],
  cheque: [
    'OTHER',
    'CHEQUE/NOT_APPLICABLE',
    'OUTWARD CLEARING CHQ NO {reference}',
    'مقاصة شيك رقم {reference}',
    'OTHER',
    'Issued Cheques/Cheque',
  ],
  cardPayment: [
    'TRANSFER',
    'SAME_BANK_TRANSFER/REPAYMENTS',
    'CREDIT CARD PAYMENT {card} THANK YOU',
    'سداد بطاقة ائتمان {card} شكراً لك',
    'TRANSFER',
    `${INTERNAL}/Card Repayment`,
  ],
  saving: [
    'TRANSFER',
    'SAME_BANK_TRANSFER/MONEY_TRANSFER',
    'TRANSFER BETWEEN OWN ACCOUNTS SAVINGS {reference}',
    'تحويل بين حساباتي ادخار {reference}',
    'TRANSFER',
    INTERNAL + '/Own Accounts',
  ],
  instalment: [
    'LOANS_AND_INVESTMENT',
    'SAME_BANK_TRANSFER/REPAYMENTS',
    'FINANCE INSTALMENT {month} {PARTY} {reference}',
    'قسط تمويل شهر {month} {party}',
    'TRANSFER',
    'Loans and Mortgages/Repayment',
  ],
  profit: [
    'SALARY_AND_REVENUE',
    'OTHER/PROFIT',
    'PROFIT PAID {month} SAVINGS',
    'أرباح شهر {month} حساب الادخار',
    'OTHER',
    'Miscellaneous Credit Operations/Profit',
  ],
  dividend: [
    'LOANS_AND_INVESTMENT',
    'LOCAL_BANK_TRANSFER/MONEY_TRANSFER',
    'DIVIDEND {PARTY} {reference}',
    'توزيعات أرباح {party} {reference}',
    'TRANSFER',
    `${RECEIVED}/Dividend`,
  ],
  topUp: [
    'TRANSFER',
    'SAME_BANK_TRANSFER/DEPOSIT',
    'TOP UP FROM CURRENT ACCOUNT {reference}',
    'شحن رصيد من الحساب الجاري {reference}',
    'TRANSFER',
    `${INTERNAL}/Own Accounts`,
  ],
  invoice: [
    'SALARY_AND_REVENUE',
    'LOCAL_BANK_TRANSFER/MONEY_TRANSFER',
    'INVOICE {reference} {PARTY}',
    'فاتورة {reference} من {party}',
    'TRANSFER',
    `${RECEIVED}/Domestic Credit Transfer`,
  ],
} satisfies Record<string, Line>;

/** Name of a kind. */
export type PostingKindName = keyof typeof lines;

/** Every kind by name. */
export const postingKinds = Object.fromEntries(
  Object.entries(lines).map(([name, line]) => [name, kindOf(line)]),
) as Record<PostingKindName, PostingKind>;

function kindOf([category, types, english, arabic, insightType, bankCodes]: Line): PostingKind {
  const [transactionType = '', subTransactionType = ''] = types.split('/');
  const [bankCode = '', bankSubCode = ''] = bankCodes.split('/');
  return {
    category,
    transactionType,
    subTransactionType,
    english,
    arabic,
    insightType,
    bankCode,
    bankSubCode,
    isCard: bankCode === CARD,
  };
}
