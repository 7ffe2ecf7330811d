import * as v from 'valibot';
import { coreCalls } from './lean-calls.js';
import { Lru } from './lru.js';
import type { ProxyConfig } from './options.js';
import { ProblemError } from './problem.js';
import { Shared } from './shared.js';
import type { Store } from './store.js';
import { textOf } from './fields.js';
import type { LeanAnswer, Upstream } from './upstream.js';

const CACHED = 10_000;
/** A visitor who never connected is not asked about at Lean on each page view. */
const UNKNOWN_FOR_MS = 10_000;

const StoredSchema = v.object({ customer_id: v.pipe(v.string(), v.minLength(1)) });

/** Which customer of Lean's a user of the host is. The mapping is written once, so that all instances agree. */
export class Customers {
  private readonly ids = new Lru<string>(CACHED);
  private readonly unknownUntil = new Lru<number>(CACHED);
  private readonly creations = new Shared<string>();

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
    return this.remember(appUserId, customerIdOf(answer));
  }

  /** Lean's id of the user; the customer is created at Lean when it is missing. */
  async ensure(appUserId: string): Promise<string> {
    const known = this.ids.get(appUserId) ?? (await this.stored(appUserId));
    return known ?? this.creations.run(appUserId, () => this.create(appUserId));
  }

  private async create(appUserId: string): Promise<string> {
    const created = await this.upstream.call(coreCalls.createCustomer(appUserId));
    // Another tab, another instance or an earlier life of the store was first.
    const exists = created.status === 409;
    const answer = exists ? await this.upstream.call(coreCalls.customerOf(appUserId)) : created;
    this.unknownUntil.delete(appUserId);
    return this.remember(appUserId, customerIdOf(answer));
  }

  private async remember(appUserId: string, customerId: string): Promise<string> {
    const key = await this.store.key('customer', appUserId);
    const isFirst = await this.store.claim(key, { customer_id: customerId });
    const agreed = isFirst ? customerId : ((await this.stored(appUserId)) ?? customerId);
    this.ids.set(appUserId, agreed);
    return agreed;
  }

  private async stored(appUserId: string): Promise<string | undefined> {
    const value = await this.store.read(await this.store.key('customer', appUserId));
    const parsed = v.safeParse(StoredSchema, value);
    if (!parsed.success) return undefined;
    this.ids.set(appUserId, parsed.output.customer_id);
    return parsed.output.customer_id;
  }
}

function customerIdOf(answer: LeanAnswer): string {
  const customerId = textOf(answer.value, 'customer_id');
  const { correlationId, retryAfter } = answer;
  if (answer.status === 429 || answer.status >= 500) {
    throw new ProblemError('upstream_unavailable', { correlationId, retryAfter: retryAfter ?? 5 });
  }
  if (answer.status >= 300 || !customerId) {
    throw new ProblemError('upstream_bad_answer', {
      detail: 'Lean did not name the customer',
      correlationId,
    });
  }
  return customerId;
}
