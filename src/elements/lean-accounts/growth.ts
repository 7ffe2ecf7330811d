import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { BankView } from '../../domain/snapshot.js';

/** More than a screen of accounts. */
const STEP = 40;

/** How much of a long list of accounts is drawn: a first part at once, the others frame by frame. */
export class GrowthController implements ReactiveController {
  /** False when a part of what there is was left out of the last drawing. */
  isWhole = true;
  readonly #host: ReactiveControllerHost;
  #most = STEP;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The banks with as many of their accounts as are drawn now. */
  cut(banks: readonly BankView[]): BankView[] {
    const most = this.#most;
    let end = 0;
    const drawn = banks.flatMap((bank) => {
      const first = end;
      end += bank.accounts.length;
      return first < most || first === end ? { ...bank, accounts: bank.accounts.slice(0, most - first) } : [];
    });
    this.isWhole = end <= most;
    return drawn;
  }

  hostUpdate(): void {
    this.isWhole = true;
  }

  hostUpdated(): void {
    if (this.isWhole) return;
    requestAnimationFrame(() => {
      this.#most += STEP;
      this.#host.requestUpdate();
    });
  }
}
