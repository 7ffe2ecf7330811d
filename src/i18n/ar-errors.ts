import type { ErrorCode } from '../domain/error.js';
import type { ErrorText } from './error-text.js';

const notSetUp: ErrorText = {
  title: 'لم يكتمل إعداد هذا الجزء من الصفحة',
  text: 'لا توجد مشكلة في بنكك ولا في أموالك. يرجى إبلاغ القائمين على هذه الصفحة وتزويدهم بالرقم المرجعي.',
};

const windowFailed: ErrorText = {
  title: 'تعذّر فتح نافذة البنك',
  text: 'لم تُشارَك أي بيانات ولم يتغير شيء. يرجى المحاولة مرة أخرى بعد قليل.',
};

const serviceFailed: ErrorText = {
  title: 'لم تستجب خدمة هذه الصفحة كما ينبغي',
  text: 'لا يؤثر ذلك في بنكك ولا في أموالك. يرجى المحاولة مرة أخرى بعد بضع دقائق.',
};

const bankFailed: ErrorText = {
  title: 'لم يستجب بنكك',
  text: 'لا يستغرق ذلك وقتًا طويلًا عادةً. يبقى ما تراه الآن كما هو، ويمكنك المحاولة لاحقًا.',
};

const signInAgain: ErrorText = {
  title: 'تعذّر التحقق من تسجيل دخولك',
  text: 'سجّل الدخول إلى هذه الصفحة من جديد، ثم حاول مرة أخرى.',
};

/** The Arabic words for every error in the closed list. */
export const errors: Record<ErrorCode, ErrorText> = {
  missing_proxy: notSetUp,
  missing_app_token: notSetUp,
  missing_customer_id: notSetUp,
  missing_permissions: notSetUp,
  missing_reconnect_id: {
    title: 'لا يمكن تأكيد هذا البنك الآن',
    text: 'أعد تحميل الصفحة ثم اضغط «إعادة الربط». إذا استمرت المشكلة فأبلغ القائمين على هذه الصفحة.',
  },
  invalid_type: notSetUp,
  invalid_date: notSetUp,
  invalid_url: notSetUp,
  invalid_color: notSetUp,
  invalid_permission: notSetUp,
  insecure_proxy: notSetUp,
  token_has_bearer: notSetUp,
  token_malformed: notSetUp,
  token_without_expiry: notSetUp,
  token_expires_soon: windowFailed,
  get_headers_failed: signInAgain,
  get_link_session_failed: windowFailed,
  sdk_url_refused: notSetUp,

  sdk_load_failed: {
    title: 'تعذّر تحميل نافذة البنك',
    text: 'تحقق من اتصالك بالإنترنت، ثم حاول مرة أخرى.',
  },
  sdk_timeout: {
    title: 'يستغرق فتح نافذة البنك وقتًا أطول من اللازم',
    text: 'قد يكون اتصالك بطيئًا. لم تُشارَك أي بيانات ولم يتغير شيء؛ يرجى المحاولة مرة أخرى.',
  },
  sdk_blocked: {
    title: 'لم تُفتح نافذة البنك',
    text: 'يمنعها شيء في هذا المتصفح، وغالبًا ما يكون مانع الإعلانات. اسمح بالموقع \u2068cdn.leantech.me\u2069 لهذه الصفحة، ثم حاول مرة أخرى.',
  },
  sdk_blocked_by_csp: notSetUp,
  sdk_integrity_failed: windowFailed,
  sdk_incompatible: notSetUp,
  sdk_threw: windowFailed,
  sdk_silent: {
    title: 'لم تظهر نافذة البنك',
    text: 'طُلب فتحها لكنها لم تظهر. لم تُشارَك أي بيانات ولم يتغير شيء؛ يرجى المحاولة مرة أخرى.',
  },
  tt_blocked: notSetUp,

  link_failed: {
    title: 'لم يتم ربط بنكك',
    text: 'انقطعت العملية قبل أن تكتمل. يمكنك المحاولة الآن، وإذا تكرر ذلك فحاول في وقت لاحق.',
  },
  link_session_timeout: {
    title: 'تعذّر فتح نافذة البنك في الوقت المناسب',
    text: 'استغرقت خدمة هذه الصفحة وقتًا أطول من اللازم. لم تُشارَك أي بيانات ولم يتغير شيء؛ يرجى المحاولة مرة أخرى.',
  },

  offline: {
    title: 'أنت غير متصل بالإنترنت',
    text: 'يبقى ما تراه الآن كما هو، ونتابع عند عودة الاتصال.',
  },
  network_failed: {
    title: 'تعذّر الوصول إلى خدمة هذه الصفحة',
    text: 'تحقق من اتصالك بالإنترنت، ثم حاول مرة أخرى.',
  },
  timeout: {
    title: 'يستغرق الأمر وقتًا أطول من اللازم',
    text: 'لا يؤثر ذلك في بنكك ولا في أموالك. يرجى المحاولة مرة أخرى بعد قليل.',
  },
  redirected: signInAgain,
  bad_response: serviceFailed,
  bad_request: notSetUp,
  session_expired: {
    title: 'انتهت جلستك',
    text: 'أُخفيت حساباتك حفاظًا على خصوصيتك. سجّل الدخول إلى هذه الصفحة من جديد لعرضها.',
  },
  forbidden: {
    title: 'ليست لديك صلاحية الوصول إلى هذا',
    text: 'إذا كنت ترى أن من حقك الوصول إليه، فأبلغ القائمين على هذه الصفحة وزوّدهم بالرقم المرجعي.',
  },
  identity_off: {
    title: 'لا تُعرض البيانات الشخصية هنا',
    text: 'لا تطلبها هذه الصفحة من بنكك.',
  },
  not_found: {
    title: 'لم يعد هذا موجودًا',
    text: 'ربما أُلغي ربط البنك أو الحساب. لعرضه هنا من جديد، اربطه مرة أخرى.',
  },
  conflict: {
    title: 'تغيّر شيء في هذه الأثناء',
    text: 'يرجى المحاولة مرة أخرى لعرض أحدث حالة.',
  },
  rate_limited: {
    title: 'تكرر الطلب أكثر من اللازم',
    text: 'يرجى الانتظار بضع دقائق، ثم المحاولة مرة أخرى.',
  },
  not_supported: {
    title: 'هذا غير متاح هنا',
    text: 'لا تقدّمه خدمة هذه الصفحة، وكل ما عداه يعمل كالمعتاد.',
  },
  server_failed: serviceFailed,
  chunk_missing: {
    title: 'تعذّر تحميل جزء من هذه الصفحة',
    text: 'تحقق من اتصالك بالإنترنت، ثم أعد تحميل الصفحة.',
  },

  bank_failed: bankFailed,
  bank_unavailable: {
    title: 'بنكك غير متاح حاليًا',
    text: 'قد تكون لديه أعمال صيانة تستغرق بضع ساعات. يبقى ما تراه الآن كما هو.',
  },
  bank_session_in_use: {
    title: 'لديك جلسة مفتوحة مع بنكك في مكان آخر',
    text: 'سجّل الخروج من تطبيق البنك أو موقعه، وانتظر بضع دقائق، ثم حاول مرة أخرى.',
  },
  bank_needs_customer: {
    title: 'يطلب منك بنكك التواصل معه',
    text: 'قيّد البنك وصولك الإلكتروني، ولا يمكن لغيره رفع هذا القيد. ستظهر حساباتك هنا بعد ذلك.',
  },
  bank_unsupported_data: {
    title: 'لا يوفّر بنكك هذه المعلومات',
    text: 'لا يتيح البنك هذا النوع من المعلومات، ولا تتأثر بقية حساباتك.',
  },
  permission_missing: {
    title: 'لم توافق على مشاركة هذه البيانات',
    text: 'لعرضها هنا، اربط هذا البنك من جديد ووافق على مشاركتها.',
  },
  consent_expired: {
    title: 'لم تعد تشارك بيانات هذا البنك',
    text: 'انتهت المدة التي وافقت عليها. لعرض بياناته هنا من جديد، اربط البنك مرة أخرى.',
  },
  duplicated_request: {
    title: 'طلبنا هذا من بنكك قبل قليل',
    text: 'يرجى الانتظار دقيقة تقريبًا، ثم المحاولة مرة أخرى.',
  },
  unknown_status: bankFailed,

  unexpected: {
    title: 'حدث خطأ في هذه الصفحة',
    text: 'لا يؤثر ذلك في بنكك ولا في أموالك. يرجى المحاولة مرة أخرى أو إعادة تحميل الصفحة.',
  },
};
