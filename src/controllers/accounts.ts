import { LeanError } from '../domain/error.js';
import { givenAccount, type GivenAccount, type ReadAccount } from '../domain/given-account.js';
import { keptIn } from '../domain/kept.js';
import type { AccountsSnapshot, BankView } from '../domain/snapshot.js';
import type { AccountsRequest } from '../session/data.js';
import { loadChunk } from '../domain/chunk.js';
import type { Services } from '../session/services.js';
import type { Store } from '../session/store.js';
import { tellUnknown } from '../session/tell-unknown.js';
import type { ControllerHost, SettingsController } from './settings.js';
import { StoreController } from './store.js';

export type { GivenAccount } from '../domain/given-account.js';

/** What an element wants of the customer's accounts. */
export interface AccountsOptions extends AccountsRequest {
  /** Data of the host's own: nothing is fetched then. */
  given: readonly GivenAccount[] | null;
}

/** The customer's banks, accounts and balances for one element. */
export class AccountsController extends StoreController<AccountsRequest, AccountsSnapshot> {
  readonly #options: () => AccountsOptions;
  readonly #element: Element;
  #given: { list: unknown; entityId: string | null; snapshot: AccountsSnapshot } | null = null;

  constructor(host: ControllerHost, settings: SettingsController, options: () => AccountsOptions) {
    super(host, settings, { status: 'loading' });
    this.#options = options;
    this.#element = host;
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
    const { given: list, entityId } = this.#options();
    if (this.#given?.list !== list || this.#given.entityId !== entityId)
      this.#given = { list, entityId, snapshot: this.#read(list, entityId) };
    return this.#given.snapshot;
  }

  /** What a page gave may be anything: what is no account is told and left out. */
  #read(list: unknown, entityId: string | null): AccountsSnapshot {
    if (!Array.isArray(list)) {
      tellUnknown(this.#element, 'accounts', list);
      return {
        status: 'failed',
        error: new LeanError('invalid_type', 'accounts must be a list of accounts.'),
      };
    }
    const accounts = list.map(givenAccount).filter((account) => account !== null);
    const missing = list.length - accounts.length;
    if (missing > 0) tellUnknown(this.#element, 'accounts', `${missing} of ${list.length}`);
    const wanted = accounts.filter((account) => entityId === null || account.entityId === entityId);
    return { status: 'ready', banks: groupByBank(wanted), settled: true, refreshing: false, stale: null };
  }
}

function groupByBank(accounts: readonly ReadAccount[]): BankView[] {
  const groups = new Map<string, ReadAccount[]>();
  for (const account of accounts) {
    const key = account.entityId ?? account.bankIdentifier ?? '';
    keptIn(groups, key, (): ReadAccount[] => []).push(account);
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
