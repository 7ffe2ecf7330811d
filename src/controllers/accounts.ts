import type { Account } from '../domain/account.js';
import type { Balance } from '../domain/balance.js';
import type { LeanError } from '../domain/error.js';
import type { AccountsSnapshot, BankView } from '../domain/snapshot.js';
import type { AccountsRequest } from '../session/data.js';
import { loadChunk } from '../session/chunk.js';
import type { Services } from '../session/services.js';
import type { ControllerHost, SettingsController } from './settings.js';
import { StoreController, type Store } from './store.js';

/** An account handed over by the host page, with the balance to show for it. */
export type GivenAccount = Account & { balance?: Balance | null };

/** What an element wants of the customer's accounts. */
export interface AccountsOptions extends AccountsRequest {
  /** Data of the host's own: nothing is fetched then. */
  given: readonly GivenAccount[] | null;
}

/** The customer's banks, accounts and balances for one element. */
export class AccountsController extends StoreController<AccountsRequest, AccountsSnapshot> {
  readonly #options: () => AccountsOptions;

  constructor(host: ControllerHost, settings: SettingsController, options: () => AccountsOptions) {
    super(host, settings, { status: 'loading' });
    this.#options = options;
  }

  protected override failed(error: LeanError): AccountsSnapshot {
    return { status: 'failed', error };
  }

  protected override async create(services: Services): Promise<Store<AccountsRequest, AccountsSnapshot>> {
    const { createAccountsStore } = await loadChunk(() => import('../session/data.js'));
    return createAccountsStore(services);
  }

  protected override request(): AccountsRequest | null {
    const { given, entityId, balanceTypes } = this.#options();
    return given ? null : { entityId, balanceTypes };
  }

  protected override given(): AccountsSnapshot {
    const banks = groupByBank(this.#options().given ?? []);
    return { status: 'ready', banks, settled: true, refreshing: false, stale: null };
  }
}

function groupByBank(accounts: readonly GivenAccount[]): BankView[] {
  const groups = new Map<string, GivenAccount[]>();
  for (const account of accounts) {
    const key = account.entityId ?? account.bankIdentifier ?? '';
    const group = groups.get(key);
    if (group) group.push(account);
    else groups.set(key, [account]);
  }
  return [...groups.values()].map((group) => ({
    entity: null,
    state: { status: 'ready' },
    refreshedAt: null,
    accounts: group.map(({ balance, ...account }) => ({
      account,
      balance: balance
        ? { status: 'ready', chosen: balance, all: [balance] }
        : { status: balance === null ? 'not-shared' : 'unavailable', error: null },
    })),
  }));
}
