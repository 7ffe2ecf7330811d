/** What the scenario switch says in the demo's two languages; the simulator's scenarios go by their own names. */
import type { ScenarioGroup } from '../../../src/simulator/scenarios.js';
import type { CircumstanceName } from '../../../src/cli/demo/circumstances.js';

interface SwitchWords {
  groups: Record<ScenarioGroup | 'host', string>;
  circumstances: Record<CircumstanceName, [label: string, meaning: string]>;
  sessionOver: string;
}

const en: SwitchWords = {
  groups: {
    host: 'The page and its backend',
    sync: 'Data on its way',
    access: 'Permission',
    failure: 'The bank fails',
    refusal: 'Asked too often',
    asynchronous: 'Answers that come later',
    data: 'Data',
    'broken data': 'Broken data',
    network: 'Network to Lean',
    link: 'The bank window',
  },
  circumstances: {
    'page-offline': ['no network', 'The elements of this page have no network.'],
    'page-backend-slow': ['slow backend', 'This page’s backend takes eight seconds for each answer.'],
    'page-backend-down': ['backend down', 'This page’s backend answers 502 with a web page.'],
    'page-backend-busy': ['backend busy', 'This page’s backend answers 429: try again in 45 seconds.'],
    'page-refresh-limit': ['no more refreshes', 'This page’s backend takes no more refreshes for now.'],
    'page-backend-read-only': [
      'nothing can be changed',
      'This page’s backend answers 500 to all that changes something.',
    ],
    'page-blocks-script': [
      'script not in the policy',
      'This page’s Content-Security-Policy leaves Lean’s script out.',
    ],
    'browser-blocks-script': ['script blocked', 'Lean’s script is stopped, as an ad blocker does it.'],
    'script-never-comes': ['script never comes', 'Lean’s script is asked for and does not come.'],
    'page-parts-missing': [
      'missing files',
      'Files of the package that load later are missing on the server.',
    ],
    'page-without-proxy': ['no backend named', 'The page has forgotten to say where its backend is.'],
    'page-identity-off': ['identity off', 'This page’s backend asks no bank who the person is.'],
    'page-api-v1': ['the old API', 'This page’s backend speaks Lean’s first API.'],
  },
  sessionOver: 'The session is over; the next request is answered 401. Reload to sign in again.',
};

const ar: SwitchWords = {
  groups: {
    host: 'الصفحة وخادمها',
    sync: 'البيانات في الطريق',
    access: 'الموافقة',
    failure: 'أعطال البنك',
    refusal: 'كثرة الطلبات',
    asynchronous: 'إجابات مؤجلة',
    data: 'البيانات',
    'broken data': 'بيانات معطوبة',
    network: 'الشبكة إلى Lean',
    link: 'نافذة البنك',
  },
  circumstances: {
    'page-offline': ['لا شبكة', 'لا تصل عناصر هذه الصفحة إلى الشبكة.'],
    'page-backend-slow': ['خادم بطيء', 'يستغرق خادم هذه الصفحة ثماني ثوانٍ لكل إجابة.'],
    'page-backend-down': ['خادم متوقف', 'يجيب خادم هذه الصفحة برمز 502 وصفحة ويب.'],
    'page-refresh-limit': ['لا تحديث الآن', 'لا يقبل خادم هذه الصفحة مزيدًا من طلبات التحديث حاليًا.'],
    'page-backend-busy': ['خادم مشغول', 'يجيب خادم هذه الصفحة برمز 429: حاول بعد 45 ثانية.'],
    'page-backend-read-only': ['لا تغيير', 'يرفض خادم هذه الصفحة برمز 500 كل ما يغيّر شيئًا.'],
    'page-blocks-script': ['السكربت خارج السياسة', 'لا تسمح سياسة أمان المحتوى في هذه الصفحة بسكربت Lean.'],
    'browser-blocks-script': ['سكربت محجوب', 'يُحجب سكربت Lean كما يفعل مانع الإعلانات.'],
    'script-never-comes': ['سكربت لا يصل', 'يُطلب سكربت Lean ولا يصل.'],
    'page-parts-missing': ['ملفات ناقصة', 'تنقص الخادم ملفات من الحزمة تُحمَّل عند الحاجة.'],
    'page-without-proxy': ['خادم غير محدد', 'لا تذكر الصفحة أين خادمها.'],
    'page-identity-off': ['الهوية متوقفة', 'لا يسأل خادم هذه الصفحة أي بنك عن هوية العميل.'],
    'page-api-v1': ['الواجهة القديمة', 'يتحدث خادم هذه الصفحة بواجهة Lean الأولى.'],
  },
  sessionOver: 'انتهت الجلسة، وستجاب الطلبات التالية برمز 401. أعد تحميل الصفحة لتسجيل الدخول من جديد.',
};

/** The words in the page's own language. */
export function switchWords(): SwitchWords {
  return document.documentElement.lang.startsWith('ar') ? ar : en;
}
