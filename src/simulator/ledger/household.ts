/** The money life of one customer at one bank: what comes in, what is owed, and when. Amounts in minor units. */
import { createRandom } from '../random.js';

/** Fixed sums of a household. */
export interface Household {
  key: string;
  salary: number;
  rent: number;
  electricity: number;
  telephone: number;
  school: number;
  saving: number;
  remittance: number;
  homeInstalment: number;
  personalInstalment: number;
}

export function createHousehold(key: string): Household {
  const random = createRandom(`${key}|household`);
  const salary = random.int(190, 280) * 10_000;
  /** A share of the salary in whole tens, which is how people owe. */
  const share = (least: number, most: number): number =>
    Math.round((salary * (least + (most - least) * random.float())) / 1000) * 1000;
  return {
    key,
    salary,
    rent: share(0.24, 0.28),
    electricity: share(0.018, 0.026),
    telephone: share(0.012, 0.018),
    school: share(0.11, 0.15),
    saving: share(0.05, 0.07),
    remittance: share(0.035, 0.05),
    homeInstalment: share(0.12, 0.15),
    personalInstalment: share(0.03, 0.045),
  };
}
