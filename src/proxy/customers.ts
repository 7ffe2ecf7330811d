import * as v from 'valibot';
import { coreCalls } from './lean-calls.js';
import { Lru } from './lru.js';
import type { ProxyConfig } from './options.js';
import { ProblemError } from './problem.js';
import { Shared } from './shared.js';
import type { Store } from './store.js';
import { isUnknownCustomer, textOf } from './fields.js';
import { refuseForeign, unusable } from './unfit-answer.js';
import type { LeanAnswer, Upstream } from './upstream.js';

const CACHED = 10_000;
/** A visitor who never connected is not asked about at Lean on each page view. */
const UNKNOWN_FOR_MS = 10_000;
/** How long Lean's word that it knows a customer is believed. */
const CONFIRMED_FOR_MS = 600_000;

const StoredSchema = v.object({ customer_id: v.pipe(v.string(), v.minLength(1)) });

/** Which customer of Lean's a user of the host is. The mapping is written once, so that all instances agree. */
export class Customers {
  private readonly ids = new Lru<string>(CACHED);
  private readonly unknownUntil = new Lru<number>(CACHED);
  private readonly creations = new Shared<string>();
  private readonly confirmedAt = new Lru<number>(CACHED);
  private readonly repairs = new Shared<string | null>();

  constructor(
    private readonly config: ProxyConfig,
    private readonly store: Store,
    private readonly upstream: Upstream,
  ) {}

  /** Lean's id of the user, or null when Lean does not know the user yet; creates nothing at Lean. */
  async find(appUserId: string): Promise<string | null> {
    const known = this.ids.get(appUserId) ?? (await this.stored(appUserId));
    if (known !== undefined) return known;
    if ((this.unknownUntil.get(appUserId) ?? 0) > this.config.clock()) return null;
    const answer = await this.upstream.call(coreCalls.customerOf(appUserId));
    if (answer.status === 404 || answer.status === 400) {
      this.unknownUntil.set(appUserId, this.config.clock() + UNKNOWN_FOR_MS);
      return null;
    }
    return this.remember(appUserId, this.customerIdOf(answer, appUserId));
  }

  /** Lean's id of the user; the customer is created at Lean when it is missing. */
  async ensure(appUserId: string): Promise<string> {
    const known = this.ids.get(appUserId) ?? (await this.stored(appUserId));
    return known ?? this.creations.run(appUserId, () => this.create(appUserId));
  }

  /** Lean just spoke of the customer as one it knows. */
  confirm(customerId: string): void {
    this.confirmedAt.set(customerId, this.config.clock());
  }

  /** As `ensure`, and Lean still knows the customer; where it cannot be asked, what is stored is believed. */
  async ensureKnown(appUserId: string): Promise<string> {
    const customerId = await this.ensure(appUserId);
    const confirmedAt = this.confirmedAt.get(customerId) ?? -Infinity;
    if (this.config.clock() - confirmedAt < CONFIRMED_FOR_MS) return customerId;
    try {
      const answer = await this.upstream.call(coreCalls.entities(customerId));
      if (!isUnknownCustomer(answer)) {
        if (answer.status === 200) this.confirm(customerId);
        return customerId;
      }
    } catch (error) {
      if (error instanceof ProblemError) return customerId;
      throw error;
    }
    return (await this.repair(appUserId, customerId)) ?? this.ensure(appUserId);
  }

  /**
   * Lean does not know `staleId` any more, as after its sandbox was emptied: what was stored gives way to what Lean
   * says now. Null when Lean does not know the user either; the next `ensure` then creates the customer anew.
   */
  async repair(appUserId: string, staleId: string): Promise<string | null> {
    return this.repairs.run(appUserId, async () => {
      this.ids.delete(appUserId);
      const stored = await this.stored(appUserId);
      // Another instance was first.
      if (stored !== undefined && stored !== staleId) return stored;
      const answer = await this.upstream.call(coreCalls.customerOf(appUserId));
      const key = await this.store.key('customer', appUserId);
      this.ids.delete(appUserId);
      if (isUnknownCustomer(answer) || answer.status === 400) {
        await this.store.remove(key);
        return null;
      }
      const customerId = this.customerIdOf(answer, appUserId);
      this.config.log({ level: 'warn', event: 'customer_repaired' });
      await this.store.write(key, { customer_id: customerId });
      return customerId;
    });
  }

  private async create(appUserId: string): Promise<string> {
    const created = await this.upstream.call(coreCalls.createCustomer(appUserId));
    // Another tab, another instance or an earlier life of the store was first.
    const exists = created.status === 409;
    const answer = exists ? await this.upstream.call(coreCalls.customerOf(appUserId)) : created;
    this.unknownUntil.delete(appUserId);
    return this.remember(appUserId, this.customerIdOf(answer, appUserId));
  }

  private async remember(appUserId: string, customerId: string): Promise<string> {
    const key = await this.store.key('customer', appUserId);
    const isFirst = await this.store.claim(key, { customer_id: customerId });
    const agreed = isFirst ? customerId : ((await this.stored(appUserId)) ?? customerId);
    this.ids.set(appUserId, agreed);
    this.confirm(agreed);
    return agreed;
  }

  private async stored(appUserId: string): Promise<string | undefined> {
    const value = await this.store.read(await this.store.key('customer', appUserId));
    const parsed = v.safeParse(StoredSchema, value);
    if (!parsed.success) return undefined;
    this.ids.set(appUserId, parsed.output.customer_id);
    return parsed.output.customer_id;
  }

  private customerIdOf(answer: LeanAnswer, appUserId: string): string {
    const customerId = textOf(answer.value, 'customer_id');
    if (answer.status >= 300 || !customerId) throw unusable(answer, 'Lean did not name the customer');
    refuseForeign(this.config, answer, [answer.value], { app_user_id: appUserId });
    return customerId;
  }
}
