import * as v from 'valibot';
import type { DataStatus } from '../wire/contract.js';
import { dataCalls } from './lean-calls.js';
import { Lru } from './lru.js';
import { momentOf, msOf, sortable, type Moment } from './moment.js';
import type { ProxyConfig } from './options.js';
import { ProblemError } from './problem.js';
import { factOfRefresh, latestRefresh, type Fact } from './refresh-facts.js';
import type { Store } from './store.js';
import type { Upstream } from './upstream.js';

/** Lean's events can be re-read for 90 days; what is known outlives them. */
const FACT_SECONDS = 100 * 86_400;
/**
 * How soon Lean is asked again about one entity whose webhook has not come; twice as long after each time that nobody
 * knew anything.
 */
const ASK_AGAIN_MS = 2_000;
const ASK_LATEST_MS = 600_000;
/** With v1 nobody can be asked: a sync this old is no longer believed to be running. */
const V1_PENDING_MS = 300_000;
const ENTITIES_CACHED = 10_000;

const FactSchema = v.object({
  status: v.picklist(['PENDING', 'READY', 'FAILED']),
  refresh_id: v.optional(v.nullable(v.string())),
});

interface KnownFact {
  status: DataStatus;
  refreshId: string | null;
  /** By Lean's clock, in milliseconds since 1970. */
  ms: number;
}

/**
 * Whether each entity's data is there. Every fact has its own key, made of Lean's own time, and the newest counts:
 * facts may come late, twice and in any order, at any instance, and end in the same answer.
 */
export class DataStatuses {
  private readonly asked = new Lru<{ at: number; waitMs: number }>(ENTITIES_CACHED);

  constructor(
    private readonly config: ProxyConfig,
    private readonly store: Store,
    private readonly upstream: Upstream,
  ) {}

  /** Writes a fact down; resolves once it is durable. */
  async learn(entityId: string, fact: Fact): Promise<void> {
    await this.write(entityId, fact, momentOf(fact.timestamp, this.config.clock()));
  }

  /**
   * Writes down what Lean answered when asked. Its timestamp is of the refresh's last change, which may lie before
   * the answer that started the same refresh; its end counts all the same.
   */
  async learnAsked(entityId: string, fact: Fact): Promise<void> {
    const moment = momentOf(fact.timestamp, this.config.clock());
    const known = await this.newest(entityId);
    const isKnownOne = known !== null && (known.refreshId === null || known.refreshId === fact.refreshId);
    const isItsEnd = isKnownOne && fact.status !== 'PENDING';
    await this.write(entityId, fact, isItsEnd && known.ms > moment.ms ? { ...moment, ms: known.ms } : moment);
  }

  private async write(entityId: string, fact: Fact, moment: Moment): Promise<void> {
    // Of two facts of one millisecond the ending one is the later one.
    const rank = fact.status === 'PENDING' ? 0 : 1;
    const key = await this.store.key('fact', entityId, sortable(moment, rank));
    await this.store.claim(key, { status: fact.status, refresh_id: fact.refreshId }, FACT_SECONDS);
    await this.forgetOlder(key);
  }

  /** The entity is gone, and so is what was known of it. */
  async forget(entityId: string): Promise<void> {
    const prefix = await this.store.key('fact', entityId, '');
    for (const key of await this.store.list(prefix)) await this.store.remove(key);
  }

  /** The newest known status; where that is unfinished or nothing is known, Lean is asked. Null: nobody knows. */
  async of(entityId: string): Promise<DataStatus | null> {
    const known = await this.newest(entityId);
    if (known !== null && known.status !== 'PENDING') return known.status;
    const now = this.config.clock();
    if (this.config.lean.apiVersion === 'v1') {
      return known !== null && now - known.ms < V1_PENDING_MS ? known.status : null;
    }
    const last = this.asked.get(entityId);
    if (last !== undefined && now - last.at < last.waitMs) return known?.status ?? null;
    this.asked.set(entityId, { at: now, waitMs: ASK_AGAIN_MS });
    const heard = await this.ask(entityId, known?.refreshId ?? null);
    if (heard === null) {
      if (known !== null) return known.status;
      // An older bank, or one of a host without webhooks: Lean may never have a word on it.
      this.asked.set(entityId, {
        at: now,
        waitMs: Math.min((last?.waitMs ?? ASK_AGAIN_MS) * 2, ASK_LATEST_MS),
      });
      return null;
    }
    await this.learnAsked(entityId, heard);
    return (await this.newest(entityId))?.status ?? heard.status;
  }

  private async newest(entityId: string): Promise<KnownFact | null> {
    const prefix = await this.store.key('fact', entityId, '');
    for (const key of (await this.store.list(prefix)).reverse()) {
      // A newer fact that arrives in between takes the older ones away.
      const parsed = v.safeParse(FactSchema, await this.store.read(key));
      if (!parsed.success) continue;
      const { status, refresh_id: refreshId = null } = parsed.output;
      return { status, refreshId, ms: msOf(key.slice(prefix.length)) };
    }
    return null;
  }

  private async forgetOlder(key: string): Promise<void> {
    const prefix = key.slice(0, key.lastIndexOf('/') + 1);
    const keys = await this.store.list(prefix);
    for (const older of keys.slice(0, -1)) await this.store.remove(older);
  }

  /** What Lean says of the entity's latest refresh; null when it says nothing of use, which must not fail the list. */
  private async ask(entityId: string, refreshId: string | null): Promise<Fact | null> {
    const calls = dataCalls('v2');
    const call = refreshId === null ? calls.refreshesOf?.(entityId) : calls.refresh?.(refreshId);
    if (!call) return null;
    try {
      const answer = await this.upstream.call(call);
      const refresh = answer.status === 200 ? latestRefresh(answer.value) : null;
      return refresh === null ? null : factOfRefresh(refresh);
    } catch (error) {
      if (error instanceof ProblemError) return null;
      throw error;
    }
  }
}
