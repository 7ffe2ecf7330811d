import { addAmounts } from './money.js';
import { amountOfUnits, unitsOfAmount } from './transactions/amount-units.js';

/** Below this a float can take one more amount and still be exact. */
const EXACT_SUM = 2 ** 52;

/** A sum of whole numbers of any size, at the speed of floats. */
export class UnitSum {
  #units = 0;
  #flushed = 0n;

  add(units: number): void {
    if (units < EXACT_SUM && this.#units < EXACT_SUM) {
      this.#units += units;
      return;
    }
    this.#flushed += BigInt(this.#units) + BigInt(units);
    this.#units = 0;
  }

  get value(): bigint {
    return this.#flushed + BigInt(this.#units);
  }
}

/** An exact sum of sizes (decimal texts that are not negative). */
export class AmountSum {
  readonly #byScale = new Map<number, UnitSum>();
  readonly #texts: string[] = [];

  add(amount: string): void {
    const sized = unitsOfAmount(amount);
    if (!sized) {
      this.#texts.push(amount);
      return;
    }
    let sum = this.#byScale.get(sized.scale);
    if (!sum) {
      sum = new UnitSum();
      this.#byScale.set(sized.scale, sum);
    }
    sum.add(sized.units);
  }

  /** The sum so far, as canonical decimal text. */
  get amount(): string {
    return addAmounts([
      ...this.#texts,
      ...[...this.#byScale].map(([scale, sum]) => amountOfUnits(sum.value, scale)),
    ]);
  }
}
