import { DAY_MS } from '../domain/calendar.js';
import { Lru } from './lru.js';
import type { ProxyConfig } from './options.js';
import { ProblemError } from './problem.js';
import type { Store } from './store.js';

const KEPT_SECONDS = (2 * DAY_MS) / 1000;
const COUNTED = 10_000;
/** A day may be long; whoever waits is told to look again in an hour. */
const LONGEST_WAIT_SECONDS = 3600;

/**
 * Counts a day's costly calls (UTC) for all instances together. Each call takes a numbered place in the store, and a
 * place can be taken once: the store needs no counter, and no two instances can count past each other.
 */
export class DailyLimit {
  /** The first place that may be free. */
  private readonly next = new Lru<number>(COUNTED);

  constructor(
    private readonly config: ProxyConfig,
    private readonly store: Store,
  ) {}

  /** Takes a place for the user and one of the day's; throws a `ProblemError` when either is used up. */
  async take(appUserId: string): Promise<void> {
    const { perUser, total } = this.config.dailyLimit;
    const now = this.config.clock();
    const day = Math.floor(now / DAY_MS);
    const isLeft =
      (await this.place(`user ${day} ${appUserId}`, perUser)) && (await this.place(`all ${day}`, total));
    if (isLeft) return;
    this.config.log({ level: 'warn', event: 'cost_limit' });
    const untilTomorrow = Math.ceil(((day + 1) * DAY_MS - now) / 1000);
    throw new ProblemError('too_many_requests', {
      retryAfter: Math.min(untilTomorrow, LONGEST_WAIT_SECONDS),
    });
  }

  private async place(name: string, places: number | undefined): Promise<boolean> {
    if (places === undefined) return true;
    const prefix = await this.store.key('cost', name, '');
    let place = this.next.get(name) ?? (await this.store.list(prefix)).length;
    while (place < places && !(await this.store.claim(prefix + String(place), {}, KEPT_SECONDS))) place += 1;
    this.next.set(name, place + 1);
    return place < places;
  }
}
