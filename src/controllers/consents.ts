import { LeanError } from '../domain/error.js';
import type { ConsentsSnapshot } from '../domain/consents-snapshot.js';
import { createConsentsStore, type ConsentsRequest, type ConsentsStore } from '../session/consents-store.js';
import type { Services } from '../session/services.js';
import type { Store } from '../session/store.js';
import type { ControllerHost, SettingsController } from './settings.js';
import { StoreController } from './store.js';

/** The customer's consents for one element. */
export class ConsentsController extends StoreController<ConsentsRequest, ConsentsSnapshot> {
  readonly #request: () => ConsentsRequest;
  #consents: ConsentsStore | null = null;

  constructor(host: ControllerHost, settings: SettingsController, request: () => ConsentsRequest) {
    super(host, settings, { status: 'loading' });
    this.#request = request;
  }

  /** Takes the consent at a bank on screen back. Rejects with a LeanError. */
  async disconnect(entityId: string): Promise<void> {
    if (!this.#consents) throw new LeanError('unexpected', 'No bank was on screen yet.');
    await this.#consents.disconnect(entityId);
  }

  protected override failed(error: LeanError): ConsentsSnapshot {
    return { status: 'failed', error };
  }

  protected override create(services: Services): Promise<Store<ConsentsRequest, ConsentsSnapshot>> {
    this.#consents = createConsentsStore(services);
    return Promise.resolve(this.#consents);
  }

  protected override request(): ConsentsRequest {
    return this.#request();
  }
}
