import type { ProxyConfig } from './options.js';
import { ProblemError } from './problem.js';
import { Shared } from './shared.js';
import type { Store } from './store.js';
import { memberOf } from './fields.js';

/** Lean re-sends for three hours and lets events be re-read for 90 days: an event is known for longer than both. */
const KNOWN_SECONDS = 100 * 86_400;
/** An event begun this long ago and not done was begun by a process that died: one event takes ten seconds at most. */
const LEASE_MS = 20_000;
/** How long a copy waits for another instance to be done. Lean's own patience ends after ten seconds. */
const PATIENCE_MS = 8_000;
const LOOK_AGAIN_MS = 100;

/**
 * Each event is worked on by one process at a time and is done once. A process that died on the way leaves an event
 * that was begun and never done; the next delivery of it takes it over, and is told so.
 */
export class EventClaims {
  private readonly running = new Shared<boolean>();

  constructor(
    private readonly config: ProxyConfig,
    private readonly store: Store,
  ) {}

  /**
   * Runs `job` unless the event is done; tells whether it was new. `again` says that an earlier run did not come to
   * its end. A job that fails is given up at once, so that the next delivery runs it again.
   */
  async run(eventId: string, job: (again: boolean) => Promise<void>): Promise<boolean> {
    const key = await this.store.key('event', eventId);
    const takeOverKey = await this.store.key('event', eventId, 'again');
    return this.running.run(key, async () => {
      const isNew = await this.store.claim(key, this.begun(), KNOWN_SECONDS);
      if (!isNew && !(await this.takeOver(key, takeOverKey))) return false;
      try {
        await job(!isNew);
      } catch (error) {
        await this.giveUp(key, takeOverKey);
        throw error;
      }
      await this.store.write(key, { done: true }, KNOWN_SECONDS);
      return isNew;
    });
  }

  private async giveUp(key: string, takeOverKey: string): Promise<void> {
    // Thought dead and overtaken meanwhile: what another process has done stays done.
    if (isDone(await this.store.read(key))) return;
    await this.store.write(key, { since: 0 }, KNOWN_SECONDS);
    await this.store.remove(takeOverKey);
  }

  private begun(): { since: number } {
    return { since: this.config.clock() };
  }

  /** Waits for whoever is at the event; true when that one is gone and the event is now ours, false when it is done. */
  private async takeOver(key: string, takeOverKey: string): Promise<boolean> {
    for (let waited = 0; waited <= PATIENCE_MS; waited += LOOK_AGAIN_MS) {
      const held = await this.store.read(key);
      if (isDone(held)) return false;
      if (this.isAbandoned(held) && (await this.store.claim(takeOverKey, {}, LEASE_MS / 1000))) {
        // Whoever had it may have ended between the two looks.
        return !isDone(await this.store.read(key));
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
    throw new ProblemError('busy', { retryAfter: 60 });
  }

  private isAbandoned(held: unknown): boolean {
    const since = memberOf(held, 'since');
    // A time ahead of ours is a clock that was wrong, there or here.
    return typeof since !== 'number' || Math.abs(this.config.clock() - since) >= LEASE_MS;
  }
}

function isDone(held: unknown): boolean {
  return memberOf(held, 'done') === true;
}
