import type { Account } from '../../../domain/account.js';
import { timeZoneOf, type ZoneSettings } from '../../../domain/region.js';
import { isSame } from './same.js';

/** The accounts that rows may belong to, and the zones in which their days are read. */
export class KnownAccounts {
  #followed: readonly unknown[] = [];
  #accounts: ReadonlyMap<string, Account> = new Map();

  get count(): number {
    return this.#accounts.size;
  }

  /** The account of a row, when it is known. */
  accountOf: (accountId: string | null) => Account | null = () => null;

  /** The zone in which the days of an account are read; of none, that of the only or first account. */
  zoneOf: (accountId: string | null) => string = () => timeZoneOf({ timeZone: null, region: null }, null);

  /** Takes accounts in, those known best last. The functions are others only when what they follow from is. */
  follow(accounts: readonly Account[], settings: ZoneSettings): void {
    const followed = [...accounts, settings.timeZone, settings.region];
    if (isSame(followed, this.#followed)) return;
    this.#followed = followed;
    const known = new Map(accounts.map((account) => [account.accountId, account]));
    const [first = null] = known.values();
    this.#accounts = known;
    this.accountOf = (accountId) => known.get(accountId ?? '') ?? null;
    this.zoneOf = (accountId) => timeZoneOf(settings, known.get(accountId ?? '') ?? first);
  }
}
