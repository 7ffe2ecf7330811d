import { Lru } from './lru.js';

const USERS = 10_000;

/** Lets each user make `burst` calls at once and `perMinute` in the long run: for calls that cost money. */
export class Bucket {
  private readonly fill = new Lru<{ calls: number; at: number }>(USERS);

  constructor(
    private readonly clock: () => number,
    private readonly burst: number,
    private readonly perMinute: number,
  ) {}

  /** Seconds to wait; 0 when the call may be made, which is then counted. */
  take(user: string): number {
    const now = this.clock();
    const last = this.fill.get(user) ?? { calls: this.burst, at: now };
    const earned = (Math.max(0, now - last.at) / 60_000) * this.perMinute;
    const calls = Math.min(this.burst, last.calls + earned);
    this.fill.set(user, { calls: calls < 1 ? calls : calls - 1, at: now });
    return calls < 1 ? Math.ceil(((1 - calls) / this.perMinute) * 60) : 0;
  }
}
