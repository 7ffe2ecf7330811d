/** What the simulator's scenarios mean, in Arabic. Their names, codes and headers are the same in every language. */
const meanings: Readonly<Record<string, string>> = {
  ready: 'تتوفر البيانات فور ربط البنك.',
  'sync-10s': 'كما في البيئة التجريبية: الحسابات بعد 3 ثوانٍ، وكل البيانات بعد 10.',
  'slow-sync-40s': 'الحسابات بعد 12 ثانية، وكل البيانات بعد 40.',
  'slow-sync-20m': 'الحسابات بعد دقيقتين، وكل البيانات بعد 20 دقيقة.',
  'never-syncs': 'يُربط البنك ولا تصل بياناته أبدًا.',

  'reconnect-otp':
    'يطلب البنك رمزًا لمرة واحدة: يُجاب عن طلبات البيانات بـ RECONNECT_REQUIRED حتى يعيد العميل الربط.',
  'consent-expired':
    'انتهت الموافقة: يُجاب عن طلبات البيانات بـ CONSENT_EXPIRED حتى يربط العميل بنكه من جديد.',
  'permission-missing': 'لم يسمح العميل بالاطلاع على الأرصدة والمعاملات.',
  'consent-ends-in-20-days': 'تنتهي الموافقة بعد 20 يومًا ما لم يجددها العميل.',
  'consent-ends-in-6-days': 'تنتهي الموافقة بعد ستة أيام ما لم يجددها العميل.',
  'consent-ends-in-12-hours': 'تنتهي الموافقة بعد اثنتي عشرة ساعة ما لم يجددها العميل.',
  'consent-ended-yesterday':
    'انتهت الموافقة أمس: يُجاب عن طلبات البيانات بـ CONSENT_EXPIRED حتى يربط العميل بنكه من جديد.',
  'consent-rejected':
    'حالة الموافقة لدى Lean هي REJECTED: يُجاب عن طلبات البيانات بـ CONSENT_EXPIRED حتى يربط العميل بنكه من جديد.',
  'consent-without-end': 'لا تذكر Lean موعدًا لانتهاء الموافقة.',

  'one-bank-down': 'يتعطل بنك العميل الثاني بالرمز BANK_ISSUE، وتجيب البنوك الأخرى.',

  'rate-limit': 'يُرفض كل طلب بيانات بالرمز 429 RATE_LIMIT_EXCEEDED.',
  'rate-limit-retry-after': 'يُرفض كل طلب بيانات بالرمز 429 وRetry-After: 2، وينجح بعد ثانيتين.',
  'rate-limit-retry-after-date':
    'يُرفض كل طلب بيانات بالرمز 429 مع موعد بعد ثانيتين في Retry-After، وينجح عندئذ.',
  'rate-limit-retry-after-garbage': 'يُرفض كل طلب بيانات بالرمز 429 وRetry-After: soon.',
  'rate-limit-retry-after-10-years': 'يُرفض كل طلب بيانات بالرمز 429 مع عشر سنوات في Retry-After.',
  'rate-limit-retry-after-negative': 'يُرفض كل طلب بيانات بالرمز 429 وRetry-After: -1.',
  'duplicated-request': 'يُرفض كل طلب بيانات بالرمز 429 DUPLICATED_REQUEST طوال دقيقته الأولى.',

  'pending-results': 'يُجاب عن كل طلب بيانات بـ PENDING أولًا، وتصل نتيجته بعد ثانيتين.',
  'pending-forever': 'يُجاب عن كل طلب بيانات بـ PENDING ولا تصل نتيجته أبدًا.',

  'rows-10000': 'لكل حساب جارٍ 10,000 معاملة.',
  'rows-100000': 'لكل حساب جارٍ 100,000 معاملة.',
  'three-decimals': 'كل المبالغ بالدينار الكويتي، بثلاث منازل عشرية.',
  'two-currencies': 'الحساب الثاني في كل بنك بالدولار الأمريكي.',
  'arabic-bank': 'يكتب البنك كل شيء بالعربية.',
  'hostile-text': 'في النصوص وسوم وسكربتات ورموز اتجاه وأحرف تحكم وأطوال مفرطة.',
  'no-accounts': 'لا حسابات للعميل في البنك.',
  'no-balances': 'لا أرصدة للحسابات.',
  'no-transactions': 'لا معاملات في الحسابات.',
  'no-identity': 'لا هوية لأحد في الإصدار v2.',
  'accounts-200': 'للعميل 200 حساب في كل بنك.',

  'unknown-status': 'يُجاب عن طلبات البيانات بحالة لا ترد في أي وثيقة.',
  'processing-started': 'يُجاب عن طلبات البيانات بـ PROCESSING_STARTED، وهي حالة تذكرها Lean دون شرح.',
  'missing-fields': 'ينقص كلَّ عنصر ثانٍ معظمُ حقوله.',
  'wrong-types': 'في كل عنصر ثانٍ حقول من نوع خاطئ.',
  'unknown-currency': 'المبالغ بعملة لا وجود لها.',

  'html-instead-of-json': 'يُجاب عن طلبات البيانات بـ 200 مع صفحة ويب، كما تفعل شبكة تطلب تسجيل الدخول.',
  'empty-body': 'يُجاب عن طلبات البيانات بـ 200 دون أي محتوى.',
  'no-content': 'يُجاب عن طلبات البيانات بـ 204.',
  'truncated-json': 'تنقطع إجابات طلبات البيانات في منتصفها.',
  'json-with-bom': 'تبدأ إجابات طلبات البيانات بعلامة ترتيب البايتات.',
  'wrong-content-type': 'تعرّف إجابات طلبات البيانات نفسها بأنها text/plain.',
  'wrong-charset': 'إجابات طلبات البيانات JSON بترميز UTF-16.',
  'gzip-error': 'تعرّف إجابات طلبات البيانات نفسها بأنها gzip ولا يمكن فك ضغطها.',
  'content-length-lie': 'تَعِد إجابات طلبات البيانات ببايتات أكثر مما فيها.',
  'huge-body': 'يُجاب عن طلبات البيانات بـ 12 ميغابايت من JSON.',
  reset: 'ينقطع الاتصال أثناء وصول إجابة طلب البيانات.',
  'reset-before-headers': 'ينقطع الاتصال قبل أن يُجاب عن طلب البيانات.',
  'slow-bytes': 'تصل إجابات طلبات البيانات في 20 جزءًا خلال 4 ثوانٍ.',
  'byte-by-byte': 'تصل إجابات طلبات البيانات بايتًا كل 20 ملّي ثانية.',
  'slow-3g': 'تبدأ إجابات طلبات البيانات بعد ثانيتين وتصل بسرعة 400 كيلوبت في الثانية.',
  'latency-30s': 'يُجاب عن طلبات البيانات بعد 30 ثانية.',
  'never-answers': 'تُقبل طلبات البيانات ولا يجيب عنها أحد.',
  'redirect-to-login': 'تُحوَّل طلبات البيانات إلى صفحة تسجيل دخول.',
  'redirect-elsewhere': 'تُحوَّل طلبات البيانات إلى صفحة تسجيل دخول في موقع آخر.',
  'http-401': 'يُجاب عن طلبات البيانات بـ 401، كما يحدث بعد إلغاء الرمز المميز.',
  'http-403': 'يُجاب عن طلبات البيانات بـ 403 OPERATION_NOT_ALLOWED.',
  'http-404': 'يُجاب عن طلبات البيانات بـ 404 INVALID_URL.',
  'http-419': 'يُجاب عن طلبات البيانات بـ 419، وهكذا تقول بعض الأطر إن الجلسة انتهت.',
  'http-500': 'يُجاب عن طلبات البيانات بـ 500 INTERNAL_SERVER_ERROR.',
  'http-500-empty': 'يُجاب عن طلبات البيانات بـ 500 دون محتوى.',
  'http-500-problem': 'يُجاب عن طلبات البيانات بـ 500 مع وصف للمشكلة (RFC 9457).',
  'http-502-html': 'يُجاب عن طلبات البيانات بـ 502 مع صفحة ويب.',
  'http-503': 'يُجاب عن طلبات البيانات بـ 503 دون محتوى.',
  'http-503-retry-after': 'يُجاب عن طلبات البيانات بـ 503 وRetry-After: 2.',
  'http-503-once': 'يُجاب عن كل طلب بيانات بـ 503 في المرة الأولى وينجح في التالية.',
  'http-503-20s': 'يُجاب عن كل طلب بيانات بـ 503 حتى تمر 20 ثانية على أول محاولة.',
  'reset-once': 'ينقطع الاتصال في أول محاولة لكل طلب بيانات أثناء وصول الإجابة.',
  'reset-before-headers-once': 'ينقطع الاتصال في أول محاولة لكل طلب بيانات قبل أن تصل أي إجابة.',

  'link-silent': 'تقبل نافذة Link النداء ولا تعرض شيئًا.',
  'link-no-callback': 'تُغلق نافذة Link دون أن تخبر الصفحة بشيء.',
  'link-callback-twice': 'تخبر نافذة Link الصفحة بالنتيجة نفسها مرتين.',
  'link-success-then-error': 'تخبر نافذة Link الصفحة بنتيجتها ثم مرة أخرى بـ ERROR.',
  'link-late-callback': 'تُغلق نافذة Link حالًا وتخبر الصفحة بعد عشر ثوانٍ.',
  'link-unknown-status': 'تخبر نافذة Link الصفحة بحالة لا ترد في أي وثيقة.',
  'link-empty-callback': 'تخبر نافذة Link الصفحة بـ null.',
  'link-rejected-by-bank': 'يرفض البنك العميل: ERROR مع حالة ثانية تفصّلها.',
  'link-closes-programmatically': 'تُغلق نافذة Link من تلقاء نفسها: LINK_CLOSED_PROGRAMMATICALLY.',
  'link-success-without-entity': 'تقول نافذة Link SUCCESS مع أن البنك لم يُربط.',
};

const FAILED = 'failed-';

/** The meaning of a scenario in Arabic; undefined for one that is not known here. */
export function arabicMeaning(scenario: string): string | undefined {
  if (!scenario.startsWith(FAILED)) return meanings[scenario];
  const code = scenario.slice(FAILED.length).replaceAll('-', '_').toUpperCase();
  return `يُجاب عن طلبات البيانات بـ FAILED مع ${code}.`;
}
