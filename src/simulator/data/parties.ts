/** Those on the other side of a payment that is no card purchase. */

/** A name as it stands in texts. */
export interface Party {
  name: string;
  arabic: string;
}

export const parties = {
  employer: { name: 'Sample Trading Company', arabic: 'شركة نموذج للتجارة' },
  landlord: { name: 'Palm Court Properties', arabic: 'عقارات ساحة النخيل' },
  utility: { name: 'City Power and Water', arabic: 'كهرباء ومياه المدينة' },
  telephone: { name: 'Wave Telecom', arabic: 'اتصالات الموجة' },
  school: { name: 'Bright Future School', arabic: 'مدرسة المستقبل المشرق' },
  fund: { name: 'Steady Growth Fund', arabic: 'صندوق النمو الثابت' },
  bank: { name: 'Own bank', arabic: 'البنك' },
  finance: { name: 'Home Finance', arabic: 'تمويل المنزل' },
  client: { name: 'Example Contracting', arabic: 'شركة مثال للمقاولات' },
  supplier: { name: 'Test Supplies', arabic: 'توريدات تجربة' },
} as const satisfies Record<string, Party>;
