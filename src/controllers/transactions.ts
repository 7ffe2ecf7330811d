import type { LeanError } from '../domain/error.js';
import type { TransactionsSnapshot } from '../domain/snapshot.js';
import type { TransactionsRequest } from '../session/data.js';
import { loadChunk } from '../domain/chunk.js';
import type { Services } from '../session/services.js';
import type { Store } from '../session/store.js';
import type { ControllerHost, SettingsController } from './settings.js';
import { StoreController } from './store.js';

/** What an element wants of the customer's history. */
export interface TransactionsOptions extends Omit<TransactionsRequest, 'timeZone' | 'region'> {
  /** The page brought transactions of its own: nothing is fetched then. */
  isGiven: boolean;
}

/** The history of one account, or of all, for one element. */
export class TransactionsController extends StoreController<TransactionsRequest, TransactionsSnapshot> {
  readonly #options: () => TransactionsOptions;

  constructor(host: ControllerHost, settings: SettingsController, options: () => TransactionsOptions) {
    super(host, settings, { status: 'loading', notices: [] });
    this.#options = options;
  }

  protected override failed(error: LeanError): TransactionsSnapshot {
    return { status: 'failed', error, notices: [] };
  }

  protected override async create(
    services: Services,
  ): Promise<Store<TransactionsRequest, TransactionsSnapshot>> {
    const { createTransactionsStore } = await loadChunk(() => import('../session/data.js'));
    return createTransactionsStore(services);
  }

  protected override request(): TransactionsRequest | null {
    const { isGiven, accountId, entityId, from, to } = this.#options();
    const { timeZone, region } = this.settings.settings;
    return isGiven ? null : { accountId, entityId, from, to, timeZone, region };
  }
}
