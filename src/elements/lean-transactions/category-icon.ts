import type { Category } from '../../domain/category.js';
import type { Transaction } from '../../domain/transaction.js';
import type { IconName } from '../../theme/index.js';

const ICONS: Readonly<Record<Category, IconName>> = {
  BANK_FEES_AND_CHARGES: 'percent',
  CHARITY: 'hand-heart',
  EDUCATION: 'graduation-cap',
  ENTERTAINMENT: 'ticket',
  GOVERNMENT: 'landmark',
  GROCERIES: 'shopping-cart',
  HEALTH_AND_WELLBEING: 'heart-pulse',
  LOANS_AND_INVESTMENT: 'chart-line',
  RENT_AND_SERVICES: 'house',
  RESTAURANTS_DINING: 'utensils',
  RETAIL: 'shopping-bag',
  SALARY_AND_REVENUE: 'banknote',
  TRANSFER: 'arrow-left-right',
  TRANSPORT: 'car',
  TRAVEL: 'plane',
  OTHER: 'ellipsis',
};

/** The icon of a transaction: its category's, else which way the money went. */
export function iconOf({ category, direction }: Transaction): IconName {
  if (category) return ICONS[category];
  if (direction === 'credit') return 'arrow-down-left';
  return direction === 'debit' ? 'arrow-up-right' : 'ellipsis';
}
