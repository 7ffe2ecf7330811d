import { plural } from './ar-plural.js';
import { isolate } from './count.js';
import type { ConsentsMessages } from './en-consents.js';

export const arConsents: ConsentsMessages = {
  consents: {
    label: 'البنوك المرتبطة',
    loading: 'جارٍ تحميل ما تشاركه',
    loaded: (banks) =>
      plural(banks, {
        zero: 'لا بنوك مرتبطة',
        one: 'بنك واحد مرتبط',
        two: 'بنكان مرتبطان',
        few: '# بنوك مرتبطة',
        many: '# بنكًا مرتبطًا',
        other: '# بنك مرتبط',
      }),
    none: 'لا يوجد بنك مرتبط',
    noneText: 'عند ربط بنك، ترى هنا ما تشاركه مع هذه الصفحة، ويمكنك إنهاء المشاركة.',
    since: (date) => `مرتبط منذ ${date}`,
    shared: 'ما تشاركه',
    notListed: 'لم تُذكر البيانات المشارَكة.',
    from: 'من',
    until: 'حتى',
    history: 'المعاملات منذ',
    endNotGiven: 'دون تاريخ انتهاء',
    daysLeft: (days) =>
      plural(days, {
        zero: 'ينتهي اليوم',
        one: 'بقي يوم واحد',
        two: 'بقي يومان',
        few: 'بقيت # أيام',
        many: 'بقي # يومًا',
        other: 'بقي # يوم',
      }),
    endsToday: 'ينتهي اليوم',
    endsTodayText: 'اليوم هو آخر يوم تشارك فيه بيانات هذا البنك. جدّد الموافقة للاستمرار.',
    endsSoonText: (date) => `تشارك بيانات هذا البنك حتى ${date}. جدّد الموافقة للاستمرار.`,
    expired: 'منتهية',
    expiredText: (date) => `انتهت موافقتك في ${date}. لم تعد هذه الصفحة تتلقى أي بيانات من هذا البنك.`,
    overText: 'انتهت موافقتك. لم تعد هذه الصفحة تتلقى أي بيانات من هذا البنك.',
    revoked: 'سُحبت الموافقة',
    revokedText: 'سُحبت موافقتك، ربما من تطبيق بنكك. لم تعد هذه الصفحة تتلقى أي بيانات من هذا البنك.',
    rejected: 'لم تتم الموافقة',
    rejectedText: 'لم توافق على مشاركة بيانات هذا البنك، لذا لا تتلقى هذه الصفحة أي بيانات منه.',
    renew: 'تجديد',
    disconnect: 'إلغاء الربط',
    question: (bank) => `هل تريد إلغاء ربط ${isolate(bank)}؟`,
    questionText:
      'تنتهي موافقتك فورًا: لا تتلقى هذه الصفحة بعدها أي بيانات من هذا البنك، وتختفي حساباته من هنا. يمكنك ربطه من جديد في أي وقت.',
    keep: 'الإبقاء على الربط',
    disconnecting: 'جارٍ إلغاء الربط',
    done: (bank) => `أُلغي ربط ${isolate(bank)}`,
    doneText: 'انتهت موافقتك. لم تعد هذه الصفحة تتلقى أي بيانات من هذا البنك.',
    permissions: {
      accounts: 'الحسابات وأرقامها',
      balance: 'الأرصدة',
      transactions: 'المعاملات',
      identity: 'هويتك',
      identities: 'أصحاب الحسابات',
      beneficiaries: 'المستفيدون المحفوظون',
      direct_debits: 'الخصم المباشر',
      standing_orders: 'الأوامر المستديمة',
      scheduled_payments: 'المدفوعات المجدولة',
      payments: 'إجراء المدفوعات',
    },
  },
};
