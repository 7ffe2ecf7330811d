/** Calls remembered, and how many of them must have failed before the upstream counts as down. */
const WINDOW = 20;
const FAILURES_TO_OPEN = 15;
/** How long nothing is tried once it is down; then one call tries for all. */
const REST_MS = 5_000;

/**
 * A circuit breaker for one upstream, not one customer: when nearly every recent call failed, calls are refused at
 * once and a single one tries again after each rest, so that an outage is not multiplied.
 */
export class Breaker {
  private outcomes: boolean[] = [];
  private openUntil = 0;
  private trying = false;

  constructor(
    private readonly clock: () => number,
    private readonly onOpen: () => void,
  ) {}

  /** Milliseconds to wait; 0 when the call may be made. A call let through while open is the one trial. */
  admit(): number {
    if (this.openUntil === 0) return 0;
    const wait = this.openUntil - this.clock();
    if (wait > 0) return wait;
    if (this.trying) return REST_MS;
    this.trying = true;
    return 0;
  }

  /** Tells how an admitted call went; a refusal by Lean is not a failure of Lean. */
  record(succeeded: boolean): void {
    if (this.openUntil !== 0) {
      this.trying = false;
      this.openUntil = succeeded ? 0 : this.clock() + REST_MS;
      this.outcomes = [];
      return;
    }
    this.outcomes = [...this.outcomes.slice(1 - WINDOW), succeeded];
    if (this.outcomes.filter((each) => !each).length >= FAILURES_TO_OPEN) {
      this.openUntil = this.clock() + REST_MS;
      this.onOpen();
    }
  }
}

/** Retries are a fraction of calls, so that an outage costs at most that fraction more. */
const RETRIES_PER_CALL = 0.2;
const SAVED_RETRIES = 10;

/** How many retries may be spent: each call earns a fifth of one, at most ten are saved up. */
export class RetryBudget {
  private saved = SAVED_RETRIES;

  earn(): void {
    this.saved = Math.min(SAVED_RETRIES, this.saved + RETRIES_PER_CALL);
  }

  spend(): boolean {
    if (this.saved < 1) return false;
    this.saved -= 1;
    return true;
  }
}
