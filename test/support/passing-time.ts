/** Time that passes for everything that measures it, as during sleep: `performance.now()`, and no timer. */

const realNow = performance.now.bind(performance);

export function pass(milliseconds: number): void {
  const before = performance.now.bind(performance);
  performance.now = () => before() + milliseconds;
}

/** As it is again; for `afterEach`. */
export function endPassing(): void {
  performance.now = realNow;
}
