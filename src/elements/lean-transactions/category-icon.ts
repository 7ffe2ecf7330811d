import type { Category } from '../../domain/category.js';
import type { Transaction } from '../../domain/transaction.js';
import type { Icon } from '../../theme/index.js';
import {
  iconArrowDownLeft,
  iconArrowLeftRight,
  iconArrowUpRight,
  iconBanknote,
  iconCar,
  iconChartLine,
  iconEllipsis,
  iconGraduationCap,
  iconHandHeart,
  iconHeartPulse,
  iconHouse,
  iconLandmark,
  iconPercent,
  iconPlane,
  iconShoppingBag,
  iconShoppingCart,
  iconTicket,
  iconUtensils,
} from '../../theme/data-icons.js';

const ICONS: Readonly<Record<Category, Icon>> = {
  BANK_FEES_AND_CHARGES: iconPercent,
  CHARITY: iconHandHeart,
  EDUCATION: iconGraduationCap,
  ENTERTAINMENT: iconTicket,
  GOVERNMENT: iconLandmark,
  GROCERIES: iconShoppingCart,
  HEALTH_AND_WELLBEING: iconHeartPulse,
  LOANS_AND_INVESTMENT: iconChartLine,
  RENT_AND_SERVICES: iconHouse,
  RESTAURANTS_DINING: iconUtensils,
  RETAIL: iconShoppingBag,
  SALARY_AND_REVENUE: iconBanknote,
  TRANSFER: iconArrowLeftRight,
  TRANSPORT: iconCar,
  TRAVEL: iconPlane,
  OTHER: iconEllipsis,
};

/** The icon of a transaction: its category's, else which way the money went. */
export function iconOf({ category, direction }: Pick<Transaction, 'category' | 'direction'>): Icon {
  if (category) return ICONS[category];
  if (direction === 'credit') return iconArrowDownLeft;
  return direction === 'debit' ? iconArrowUpRight : iconEllipsis;
}
