import * as v from 'valibot';
import { EntitySchema } from '../wire/contract.js';
import { isUnknownCustomer } from './fields.js';
import { coreCalls } from './lean-calls.js';
import { Lru } from './lru.js';
import type { ProxyConfig } from './options.js';
import { Shared } from './shared.js';
import type { Shelf, Store } from './store.js';
import { foreign, unusable } from './unfit-answer.js';
import type { LeanAnswer, Upstream } from './upstream.js';

/** A customer's entity that the asker may read. */
export interface OwnedEntity {
  customerId: string;
  entityId: string;
}

const CUSTOMERS_CACHED = 10_000;
/**
 * How long a list of banks vouches for an entity that is on it. An entity never becomes another customer's, and of one
 * that ended meanwhile Lean answers nothing; a removal here and a webhook of a change end it sooner.
 */
const FRESH_MS = 600_000;
/** How long it vouches that one is not: a bank just linked must appear, a guesser must not reach Lean each time. */
const MISSING_MS = 2_000;
/** How long an old list may vouch when Lean cannot be asked for a new one. */
const STALE_MS = 3_600_000;
/** A reconnect id lives 30 days at Lean; results are gone long before. */
const RECORD_SECONDS = 31 * 86_400;

/** What a customer may hold besides entities: remembered when Lean names it in an answer to that customer. */
export type RecordedKind = Extract<Shelf, 'account' | 'result' | 'refresh' | 'reconnect'>;

const RecordSchema = v.object({ customer: v.string(), entity: v.string() });

interface EntityList {
  ids: ReadonlySet<string>;
  at: number;
}

/**
 * Whose is what. Entities are Lean's word, asked anew at least each ten minutes; accounts, results, refreshes and
 * reconnects are what Lean named in earlier answers to the same customer. What is in neither is refused, and never
 * reaches Lean.
 */
export class Ownership {
  private readonly lists = new Lru<EntityList>(CUSTOMERS_CACHED);
  private readonly readings = new Shared<EntityList | null>();
  private readonly accountsReadAt = new Lru<number>(CUSTOMERS_CACHED);
  private readonly seen = new Lru<true>(CUSTOMERS_CACHED * 10);

  constructor(
    private readonly config: ProxyConfig,
    private readonly store: Store,
    private readonly upstream: Upstream,
  ) {}

  /** Whether the entity is one of the customer's. */
  async ownsEntity(customerId: string, entityId: string): Promise<boolean> {
    const list = this.lists.get(customerId);
    const age = list === undefined ? Infinity : this.config.clock() - list.at;
    const isListed = list?.ids.has(entityId) ?? false;
    if (age < (isListed ? FRESH_MS : MISSING_MS)) return isListed;
    try {
      return (await this.readEntities(customerId))?.ids.has(entityId) ?? false;
    } catch (error) {
      if (isListed && age < STALE_MS) return true;
      throw error;
    }
  }

  /** Takes over a list of entities that Lean just answered for the customer. */
  learnEntities(customerId: string, answer: LeanAnswer): EntityList {
    if (answer.status !== 200 || !Array.isArray(answer.value)) {
      throw unusable(answer, "Lean did not answer the customer's entities");
    }
    const ids = new Set<string>();
    for (const item of answer.value as unknown[]) {
      const parsed = v.safeParse(EntitySchema, item);
      // An entity without an id can be shown but not asked for.
      if (!parsed.success) continue;
      const { id, customer_id: owner } = parsed.output;
      if (owner && owner !== customerId) throw foreign(this.config, answer);
      ids.add(id);
    }
    const list = { ids, at: this.config.clock() };
    this.lists.set(customerId, list);
    return list;
  }

  /** The next question about the customer's entities is asked at Lean: something changed. */
  forgetEntities(customerId: string): void {
    this.lists.delete(customerId);
  }

  /** Remembers that Lean named `id` to this customer, for this entity. */
  async record(
    kind: RecordedKind,
    id: string,
    owner: { customerId: string; entityId: string },
  ): Promise<void> {
    const seen = `${kind} ${id} ${owner.customerId} ${owner.entityId}`;
    if (this.seen.get(seen)) return;
    const key = await this.recordKey(kind, id, owner.customerId);
    // Account ids last as long as the entity does, so their records do not end.
    const seconds = kind === 'account' ? undefined : RECORD_SECONDS;
    await this.store.write(key, { customer: owner.customerId, entity: owner.entityId }, seconds);
    this.seen.set(seen, true);
  }

  /** The entity that `id` was named for to this customer, or null. */
  async entityOf(kind: RecordedKind, id: string, customerId: string): Promise<string | null> {
    const value = await this.store.read(await this.recordKey(kind, id, customerId));
    const parsed = v.safeParse(RecordSchema, value);
    return parsed.success && parsed.output.customer === customerId ? parsed.output.entity : null;
  }

  /** The entity's accounts were just read, so that an account not among them needs no new reading. */
  noteAccountsRead(entityId: string): void {
    this.accountsReadAt.set(entityId, this.config.clock());
  }

  readAccountsLately(entityId: string): boolean {
    return this.config.clock() - (this.accountsReadAt.get(entityId) ?? -Infinity) < MISSING_MS;
  }

  /** The customer is part of the key: one customer's record can neither be read nor replaced by another's. */
  private async recordKey(kind: RecordedKind, id: string, customerId: string): Promise<string> {
    return this.store.key(kind, customerId, await this.store.hash(id));
  }

  /** Null when Lean does not know the customer. */
  private readEntities(customerId: string): Promise<EntityList | null> {
    return this.readings.run(customerId, async () => {
      const answer = await this.upstream.call(coreCalls.entities(customerId));
      return isUnknownCustomer(answer) ? null : this.learnEntities(customerId, answer);
    });
  }
}
