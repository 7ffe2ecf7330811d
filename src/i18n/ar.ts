import { plural } from './ar-plural.js';
import { isolate, type Count } from './count.js';
import { arConsents } from './ar-consents.js';
import { errors } from './ar-errors.js';
import { arIdentity } from './ar-identity.js';
import { spending } from './ar-spending.js';
import { arStatement } from './ar-statement.js';
import type { CompleteMessages } from './en.js';

const transactions = (count: Count) =>
  plural(count, {
    zero: 'لا معاملات',
    one: 'معاملة واحدة',
    two: 'معاملتان',
    few: '# معاملات',
    many: '# معاملة',
    other: '# معاملة',
  });

/** Every word the elements say, in the Arabic of the Gulf's banks: standard, without a country's colour. */
export const ar: CompleteMessages = {
  common: {
    retry: 'إعادة المحاولة',
    copy: 'نسخ',
    copied: 'تم النسخ',
    reference: 'الرقم المرجعي',
    show: 'عرض',
    justNow: 'الآن',
  },

  accountTypes: {
    current: 'حساب جارٍ',
    savings: 'حساب توفير',
    credit: 'بطاقة ائتمان',
    'charge-card': 'بطاقة حسم شهري',
    prepaid: 'بطاقة مسبقة الدفع',
    'e-money': 'محفظة إلكترونية',
    loan: 'قرض',
    mortgage: 'تمويل عقاري',
    call: 'حساب تحت الطلب',
    unknown: 'حساب',
  },

  accountStatuses: {
    enabled: 'مفتوح',
    disabled: 'غير نشط',
    pending: 'قيد الفتح',
    deleted: 'مغلق',
    unknown: 'الحالة غير محددة',
  },

  balanceKinds: {
    available: 'متاح',
    booked: 'دفتري',
    cleared: 'بعد التسوية',
    expected: 'متوقع',
    information: 'للعلم',
    balance: 'الرصيد',
  },

  categories: {
    BANK_FEES_AND_CHARGES: 'رسوم بنكية',
    CHARITY: 'تبرعات',
    EDUCATION: 'تعليم',
    ENTERTAINMENT: 'ترفيه',
    GOVERNMENT: 'جهات حكومية',
    GROCERIES: 'بقالة',
    HEALTH_AND_WELLBEING: 'صحة وعناية',
    LOANS_AND_INVESTMENT: 'قروض واستثمار',
    RENT_AND_SERVICES: 'إيجار وفواتير',
    RESTAURANTS_DINING: 'مطاعم ومقاهٍ',
    RETAIL: 'تسوّق',
    SALARY_AND_REVENUE: 'رواتب وإيرادات',
    TRANSFER: 'تحويلات ونقد',
    TRANSPORT: 'مواصلات',
    TRAVEL: 'سفر',
    OTHER: 'أخرى',
  },

  directions: { credit: 'وارد', debit: 'صادر' },

  transactionStatuses: {
    booked: 'مقيّدة',
    pending: 'معلّقة',
    rejected: 'مرفوضة',
    unknown: 'الحالة غير محددة',
  },

  connect: {
    button: 'اربط حسابك البنكي',
    opening: 'جارٍ الفتح',
    statuses: {
      idle: { label: 'جاهز', text: 'أنت تختار البنك وما تود مشاركته.', step: '' },
      loading: { label: 'جارٍ التحضير', text: 'يجري تحميل نافذة البنك.', step: '' },
      opening: { label: 'جارٍ الفتح', text: 'تُفتح نافذة البنك بعد لحظات.', step: '' },
      open: { label: 'نافذة البنك مفتوحة', text: 'تابع في نافذة البنك.', step: '' },
      verifying: {
        label: 'جارٍ التحقق',
        text: 'نتحقق لدى بنكك من اكتمال الربط. قد يستغرق ذلك لحظات.',
        step: '',
      },
      syncing: {
        label: 'بياناتك في الطريق',
        text: 'تم ربط بنكك. تظهر حساباتك تباعًا فور وصولها، ويمكنك التصفح في هذه الأثناء.',
        step: '',
      },
      connected: { label: 'تم الربط', text: 'بنكك مرتبط الآن.', step: 'ربط بنك آخر' },
      cancelled: {
        label: 'لم يتم الربط',
        text: 'أغلقتَ نافذة البنك. لم تُشارَك أي بيانات، ويمكنك البدء من جديد في أي وقت.',
        step: 'البدء من جديد',
      },
      failed: {
        label: 'لم تنجح العملية',
        text: 'لم يتم ربط بنكك ولم يتغير شيء. يرجى المحاولة مرة أخرى.',
        step: 'إعادة المحاولة',
      },
      blocked: {
        label: 'لم تُفتح نافذة البنك',
        text: 'يمنعها شيء في هذا المتصفح، وغالبًا ما يكون مانع الإعلانات. اسمح بالموقع \u2068cdn.leantech.me\u2069 لهذه الصفحة.',
        step: 'إعادة المحاولة',
      },
      offline: {
        label: 'أنت غير متصل بالإنترنت',
        text: 'يحتاج ربط البنك إلى الإنترنت. حاول مرة أخرى عند عودة الاتصال.',
        step: 'إعادة المحاولة',
      },
      unsupported: {
        label: 'هذا البنك غير متاح بعد',
        text: 'لا يمكن ربط بنكك هنا حتى الآن. يمكنك اختيار بنك آخر.',
        step: 'اختيار بنك آخر',
      },
    },
    stillWorking: 'لا يزال بنكك يجهّز بياناتك. يمكنك مغادرة الصفحة، وسنتحقق من جديد عند عودتك.',
    banksHere: (ready, all) =>
      `اكتملت بيانات ${ready.text} من أصل ${plural(all, {
        zero: '# بنك',
        one: 'بنك واحد',
        two: 'بنكين',
        few: '# بنوك',
        many: '# بنكًا',
        other: '# بنك',
      })}.`,
    accountsHere: (accounts) =>
      plural(accounts, {
        zero: 'لم يصل أي حساب بعد.',
        one: 'وصل حساب واحد، والباقي في الطريق.',
        two: 'وصل حسابان، والباقي في الطريق.',
        few: 'وصلت # حسابات، والباقي في الطريق.',
        many: 'وصل # حسابًا، والباقي في الطريق.',
        other: 'وصل # حساب، والباقي في الطريق.',
      }),
  },

  reconnect: {
    text: 'يطلب بنكك التأكد من هويتك. لن يستغرق ذلك أكثر من دقيقة.',
    button: 'إعادة الربط',
    connectAgain: 'الربط من جديد',
    elsewhere: (bank) => `يطلب ${isolate(bank)} التأكد من هويتك.`,
    endedElsewhere: (bank) => `انتهت مشاركة بيانات ${isolate(bank)} هنا.`,
    working: 'تابع في نافذة البنك.',
    verifying: 'نتحقق من الأمر لدى بنكك.',
    failed: 'لم تنجح العملية. يرجى المحاولة مرة أخرى.',
  },

  banks: {
    unnamed: 'بنكك',
    connected: 'مرتبط',
    syncing: 'جارٍ التحميل',
    stillWorking: 'قيد التجهيز',
    needsYou: 'بانتظارك',
    ended: 'انتهت المشاركة',
    failed: 'لا يستجيب',
    syncingText: 'تم ربط بنكك. تظهر حساباتك هنا تباعًا فور وصولها.',
    stillWorkingText: 'يستغرق بنكك وقتًا أطول من المعتاد. يمكنك مغادرة الصفحة، وسنتحقق من جديد عند عودتك.',
    sharedUntil: (date) => `المشاركة حتى ${date}`,
    readOn: (day) => `كما في ${day}`,
  },

  accounts: {
    label: 'الحسابات',
    loading: 'جارٍ تحميل حساباتك',
    loaded: (accounts) =>
      plural(accounts, {
        zero: 'لا حسابات',
        one: 'حساب واحد',
        two: 'حسابان',
        few: '# حسابات',
        many: '# حسابًا',
        other: '# حساب',
      }),
    totalAvailable: 'إجمالي المتاح',
    totalBalance: 'إجمالي الأرصدة',
    uncounted: (accounts) =>
      plural(accounts, {
        zero: 'جميع الحسابات محتسبة',
        one: 'حساب واحد غير محتسب',
        two: 'حسابان غير محتسبين',
        few: '# حسابات غير محتسبة',
        many: '# حسابًا غير محتسب',
        other: '# حساب غير محتسب',
      }),
    updated: (when) => `آخر تحديث: ${when}`,
    notShared: 'لم يُشارَك الرصيد',
    unavailable: 'الرصيد غير متاح',
    balanceLoading: 'جارٍ تحميل الرصيد',
    hidden: 'المبلغ مخفي',
    kindOn: (kind, day) => `${kind}، ${day}`,
    creditLimit: 'الحد الائتماني',
    dueOn: (day) => `موعد السداد ${day}`,
    amountDueOn: (amount, day) => `المستحق ${amount} في ${day}`,
    showNumber: (account) => `إظهار الرقم الكامل: ${isolate(account)}`,
    hideNumber: (account) => `إخفاء الرقم الكامل: ${isolate(account)}`,
    copyNumber: (account) => `نسخ الرقم الكامل: ${isolate(account)}`,
    hideAmounts: 'إخفاء المبالغ',
    showAmounts: 'إظهار المبالغ',
    none: 'لم تربط أي بنك بعد',
    noneText: 'عند ربط بنك، تظهر حساباته وأرصدته هنا.',
    bankHasNone: 'لم يشارك هذا البنك أي حساب.',
  },

  transactions: {
    label: 'المعاملات',
    loading: 'جارٍ تحميل معاملاتك',
    since: (count, month) => `${transactions(count)} منذ ${month}`,
    loaded: transactions,
    readingOlder: 'جارٍ تحميل المعاملات الأقدم',
    none: 'لا توجد معاملات',
    noneText: 'ستظهر هنا عندما تتوفر في بنك مرتبط خلال هذه الفترة.',
    results: (count) =>
      plural(count, {
        zero: 'لا نتائج',
        one: 'نتيجة واحدة',
        two: 'نتيجتان',
        few: '# نتائج',
        many: '# نتيجة',
        other: '# نتيجة',
      }),
  },

  statement: arStatement,

  refresh: {
    label: 'تحديث',
    running: 'نستعلم من بنوكك',
    done: 'اكتمل التحديث',
    stillWorking: 'تستغرق بنوكك وقتًا أطول من المعتاد. سنتحقق من جديد عند عودتك إلى هذه الصفحة.',
    justAsked: (when) => `طلبنا البيانات من بنوكك قبل قليل. يمكنك التحديث مجددًا ${when}.`,
    tooOften: (when) => `بلغت طلبات التحديث الحد المسموح به. يمكنك المحاولة مجددًا ${when}.`,
  },

  ...arConsents,
  ...arIdentity,

  errors,
  spending,
};
