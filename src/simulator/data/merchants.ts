/**
 * Where the sample customers spend. The names are generic on purpose: they read like a statement's lines and name
 * no real shop.
 */

/** Lean's sixteen categories (facts §3.7). */
export type CategoryName =
  | 'BANK_FEES_AND_CHARGES'
  | 'CHARITY'
  | 'EDUCATION'
  | 'ENTERTAINMENT'
  | 'GOVERNMENT'
  | 'GROCERIES'
  | 'HEALTH_AND_WELLBEING'
  | 'LOANS_AND_INVESTMENT'
  | 'RENT_AND_SERVICES'
  | 'RESTAURANTS_DINING'
  | 'RETAIL'
  | 'SALARY_AND_REVENUE'
  | 'TRANSFER'
  | 'TRANSPORT'
  | 'TRAVEL'
  | 'OTHER';

/** A shop where a card is used. */
export interface Merchant {
  name: string;
  arabic: string;
  category: CategoryName;
  /** ISO 18245 merchant category code. */
  code: string;
  /** Least and most that is spent at once, in whole dirhams or riyals. */
  spends: readonly [number, number];
  isOnline: boolean;
  /** How often it is chosen beside the others. */
  weight: number;
}

type Line = readonly [
  name: string,
  arabic: string,
  category: CategoryName,
  code: string,
  least: number,
  most: number,
  weight: number,
  online?: 'online',
];

const lines: readonly Line[] = [
  ['Green Basket Supermarket', 'سوبرماركت السلة الخضراء', 'GROCERIES', '5411', 38, 420, 9],
  ['Corner Fresh Grocery', 'بقالة الركن الطازج', 'GROCERIES', '5499', 6, 60, 9],
  ['Family Hypermarket', 'هايبرماركت العائلة', 'GROCERIES', '5411', 90, 780, 5],
  ['Date Palm Organics', 'منتجات النخلة العضوية', 'GROCERIES', '5499', 25, 190, 3],
  ['Fish Market Stall 12', 'سوق السمك بسطة ١٢', 'GROCERIES', '5422', 30, 150, 2],
  ['Morning Cup Coffee', 'قهوة كوب الصباح', 'RESTAURANTS_DINING', '5814', 12, 48, 10],
  ['Shawarma Corner', 'ركن الشاورما', 'RESTAURANTS_DINING', '5814', 14, 65, 6],
  ['Old Harbour Grill', 'مشويات الميناء القديم', 'RESTAURANTS_DINING', '5812', 90, 460, 3],
  ['Quick Bites Delivery', 'توصيل لقمة سريعة', 'RESTAURANTS_DINING', '5811', 35, 160, 6, 'online'],
  ['Saffron Kitchen', 'مطبخ الزعفران', 'RESTAURANTS_DINING', '5812', 60, 320, 3],
  ['City Metro Top Up', 'شحن بطاقة المترو', 'TRANSPORT', '4111', 20, 100, 4],
  ['Blue Cab Ride', 'مشوار التاكسي الأزرق', 'TRANSPORT', '4121', 14, 85, 7, 'online'],
  ['Desert Road Fuel Station', 'محطة وقود طريق الصحراء', 'TRANSPORT', '5541', 70, 210, 5],
  ['Gate Toll Recharge', 'شحن بوابة الرسوم', 'TRANSPORT', '4784', 50, 100, 2, 'online'],
  ['Mall Parking', 'مواقف المول', 'TRANSPORT', '7523', 5, 40, 3],
  ['Thread and Co Fashion', 'أزياء خيط وشركاه', 'RETAIL', '5651', 70, 640, 3],
  ['Bright Home Store', 'متجر البيت المشرق', 'RETAIL', '5712', 60, 980, 2],
  ['Souq Online Marketplace', 'سوق إلكتروني', 'RETAIL', '5399', 25, 560, 5, 'online'],
  ['Circuit Electronics', 'إلكترونيات الدائرة', 'RETAIL', '5732', 90, 2400, 1],
  ['Paper Lantern Books', 'مكتبة الفانوس', 'RETAIL', '5942', 25, 180, 1],
  ['Well Life Pharmacy', 'صيدلية حياة طيبة', 'HEALTH_AND_WELLBEING', '5912', 18, 240, 3],
  ['Palm Street Clinic', 'عيادة شارع النخيل', 'HEALTH_AND_WELLBEING', '8011', 120, 650, 1],
  ['Strong Steps Gym', 'نادي خطوات قوية', 'HEALTH_AND_WELLBEING', '7997', 150, 320, 1],
  ['Moonlight Cinema', 'سينما ضوء القمر', 'ENTERTAINMENT', '7832', 40, 180, 2],
  ['Streamline TV Subscription', 'اشتراك ستريملاين', 'ENTERTAINMENT', '4899', 29, 59, 2, 'online'],
  ['Game Den Store', 'متجر الألعاب', 'ENTERTAINMENT', '5816', 20, 250, 1, 'online'],
  ['Horizon Flights', 'طيران الأفق', 'TRAVEL', '4511', 480, 2900, 1, 'online'],
  ['Quiet Bay Hotel', 'فندق الخليج الهادئ', 'TRAVEL', '7011', 320, 1900, 1],
  ['Good Hands Charity', 'جمعية الأيادي الطيبة', 'CHARITY', '8398', 20, 250, 1, 'online'],
  ['E-Government Services', 'الخدمات الحكومية الإلكترونية', 'GOVERNMENT', '9399', 50, 520, 1, 'online'],
  ['Traffic Fine Payment', 'سداد مخالفة مرورية', 'GOVERNMENT', '9222', 100, 600, 1, 'online'],
  ['Language House Course', 'دورة بيت اللغات', 'EDUCATION', '8299', 120, 480, 1],
  ['Misc Services Desk', 'مكتب خدمات متنوعة', 'OTHER', '7299', 20, 150, 1],
];

/** Every merchant, once. */
export const merchants: readonly Merchant[] = lines.map(
  ([name, arabic, category, code, least, most, weight, online]) => ({
    name,
    arabic,
    category,
    code,
    spends: [least, most],
    weight,
    isOnline: online === 'online',
  }),
);

/** Merchants repeated by weight: picking one evenly is picking by weight. */
export const merchantsByWeight: readonly Merchant[] = merchants.flatMap((merchant) =>
  Array.from({ length: merchant.weight }, () => merchant),
);

/** Shops that give money back now and then. */
export const refundingMerchants: readonly Merchant[] = merchants.filter(
  ({ category }) => category === 'RETAIL' || category === 'TRAVEL',
);
