import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { BankView } from '../../domain/snapshot.js';

/** More than a screen of accounts. */
const STEP = 40;

/** How much of a long list of accounts is drawn: a first part at once, the others frame by frame. */
export class GrowthController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #most = STEP;
  #frame = 0;
  #isWhole = true;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** True unless a part of what there is was left out of the last drawing. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** The banks with as many of their accounts as are drawn now. */
  cut(banks: readonly BankView[]): readonly BankView[] {
    let left = this.#most;
    const drawn: BankView[] = [];
    for (const bank of banks) {
      if (left <= 0) break;
      drawn.push({ ...bank, accounts: bank.accounts.slice(0, left) });
      left -= bank.accounts.length;
    }
    this.#isWhole = left >= 0 && drawn.length === banks.length;
    return drawn;
  }

  hostUpdate(): void {
    this.#isWhole = true;
  }

  hostUpdated(): void {
    if (this.#isWhole || this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#most += STEP;
      this.#host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }
}
