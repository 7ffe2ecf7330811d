import { plural } from './ar-plural.js';
import { isolate } from './count.js';
import type { IdentityMessages } from './en-identity.js';

export const arIdentity: IdentityMessages = {
  identity: {
    label: 'البيانات الشخصية',
    loading: 'جارٍ طلب بياناتك من بنكك',
    loaded: (persons) =>
      plural(persons, {
        zero: 'لا بيانات شخصية',
        one: 'شخص واحد، والبيانات مخفية',
        two: 'شخصان، والبيانات مخفية',
        few: '# أشخاص، والبيانات مخفية',
        many: '# شخصًا، والبيانات مخفية',
        other: '# شخص، والبيانات مخفية',
      }),
    unnamed: 'الاسم غير محدد',
    empty: 'لم يقدّم هذا البنك بيانات شخصية.',
    notShared: 'لم تشارك بياناتك الشخصية لدى هذا البنك.',
    none: 'لم تربط أي بنك بعد',
    noneText: 'عند ربط بنك، يمكن عرض ما لديه من بياناتك هنا.',
    show: 'إظهار البيانات',
    hide: 'إخفاء البيانات',
    shown: 'البيانات ظاهرة',
    hidden: 'مخفي',
    copy: (field) => `نسخ: ${isolate(field)}`,
    fields: {
      fullName: 'الاسم',
      nationalId: 'رقم الهوية',
      birthDate: 'تاريخ الميلاد',
      gender: 'الجنس',
      mobileNumber: 'الجوال',
      emailAddress: 'البريد الإلكتروني',
      address: 'العنوان',
    },
    genders: { female: 'أنثى', male: 'ذكر' },
    partyTypes: { SOLE: 'صاحب حساب منفرد', JOINT: 'صاحب حساب مشترك', DELEGATE: 'شخص مفوَّض' },
    accountRoles: {
      PRINCIPAL: 'صاحب الحساب الرئيسي',
      ADMINISTRATOR: 'مدير الحساب',
      SECONDARY_OWNER: 'صاحب الحساب الثاني',
      POWER_OF_ATTORNEY: 'وكيل شرعي',
      LEGAL_GUARDIAN: 'ولي شرعي',
      CUSTODIAN_FOR_MINOR: 'وصي على قاصر',
      BENEFICIARY: 'مستفيد',
      GRANTER: 'مانح',
      OTHER_PARTY: 'طرف آخر',
      PROTECTOR: 'حامٍ',
      REGISTERED_SHAREHOLDER: 'مساهم مسجَّل',
      SENIOR_MANAGING_OFFICIAL: 'مسؤول إداري أول',
      SETTLOR: 'منشئ الوقف أو الأمانة',
      SUCCESSOR_ON_DEATH: 'خلَف عند الوفاة',
    },
  },
};
