import { plural } from './ar-plural.js';
import { isolate } from './count.js';
import type { enSpending } from './en-spending.js';

/** What `lean-spending` says in Arabic. */
export const spending: typeof enSpending = {
  label: 'المصروفات',
  loading: 'جارٍ جمع معاملاتك',
  currency: 'العملة',
  spentIn: (month) => `المصروف في ${month}`,
  spentSoFar: (month) => `المصروف في ${month} حتى الآن`,
  lessThanBy: (amount, day) => `أقل بمبلغ ${amount} مما كان حتى ${day}`,
  moreThanBy: (amount, day) => `أكثر بمبلغ ${amount} مما كان حتى ${day}`,
  asMuchAsBy: (day) => `بقدر ما كان حتى ${day}`,
  lessThanIn: (amount, month) => `أقل بمبلغ ${amount} من ${month}`,
  moreThanIn: (amount, month) => `أكثر بمبلغ ${amount} من ${month}`,
  asMuchAsIn: (month) => `بقدر ما كان في ${month}`,
  moneyIn: 'الوارد',
  moneyOut: 'الصادر',
  net: 'الصافي',
  span: (first, last) => `من ${first} إلى ${last}`,
  byMonth: 'حسب الشهر',
  monthFigures: (month, moneyIn, moneyOut, net) =>
    `${month}: الوارد ${moneyIn}، الصادر ${moneyOut}، الصافي ${net}`,
  earlier: 'الأشهر السابقة',
  later: 'الأشهر اللاحقة',
  asTable: 'العرض في جدول',
  month: 'الشهر',
  category: 'الفئة',
  moneyInBy: 'مصادر الوارد',
  moneyOutBy: 'أوجه الصرف',
  uncategorised: 'بلا فئة',
  showAll: 'عرض الكل',
  showFewer: 'عرض أقل',
  payees: 'أبرز المستفيدين',
  payments: (payments) =>
    plural(payments, {
      zero: 'لا دفعات',
      one: 'دفعة واحدة',
      two: 'دفعتان',
      few: '# دفعات',
      many: '# دفعة',
      other: '# دفعة',
    }),
  clear: (chosen) => `إلغاء تحديد ${isolate(chosen)}`,
  nothingThen: 'لا توجد معاملات في هذه الفترة.',
  none: 'لا توجد مصروفات بعد',
  noneText: 'تظهر هنا المبالغ الواردة والصادرة عندما تتوفر معاملات لدى بنك مرتبط.',
  ownTransfers: (transfers) =>
    plural(transfers, {
      zero: 'لا تحويلات بين حساباتك.',
      one: 'تحويل واحد بين حساباتك غير محتسب.',
      two: 'تحويلان بين حساباتك غير محتسبين.',
      few: '# تحويلات بين حساباتك غير محتسبة.',
      many: '# تحويلًا بين حساباتك غير محتسب.',
      other: '# تحويل بين حساباتك غير محتسب.',
    }),
  pending: (transactions) =>
    plural(transactions, {
      zero: 'لا معاملات معلّقة.',
      one: 'معاملة معلّقة واحدة تُحتسب بعد قيدها.',
      two: 'معاملتان معلّقتان تُحتسبان بعد قيدهما.',
      few: '# معاملات معلّقة تُحتسب بعد قيدها.',
      many: '# معاملة معلّقة تُحتسب بعد قيدها.',
      other: '# معاملة معلّقة تُحتسب بعد قيدها.',
    }),
  leftOut: (transactions) =>
    plural(transactions, {
      zero: 'جميع المعاملات محتسبة.',
      one: 'معاملة واحدة بلا مبلغ أو يوم، أو مرفوضة، غير محتسبة.',
      two: 'معاملتان بلا مبلغ أو يوم، أو مرفوضتان، غير محتسبتين.',
      few: '# معاملات بلا مبلغ أو يوم، أو مرفوضة، غير محتسبة.',
      many: '# معاملة بلا مبلغ أو يوم، أو مرفوضة، غير محتسبة.',
      other: '# معاملة بلا مبلغ أو يوم، أو مرفوضة، غير محتسبة.',
    }),
};
