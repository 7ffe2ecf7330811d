import type { LeanError } from '../domain/error.js';
import type { IdentitySnapshot } from '../domain/identity-snapshot.js';
import { createIdentityStore, type IdentityRequest } from '../session/identity-store.js';
import type { Services } from '../session/services.js';
import type { Store } from '../session/store.js';
import type { ControllerHost, SettingsController } from './settings.js';
import { StoreController } from './store.js';

/** Who the customer's banks say they are, for one element. */
export class IdentityController extends StoreController<IdentityRequest, IdentitySnapshot> {
  readonly #request: () => IdentityRequest;

  constructor(host: ControllerHost, settings: SettingsController, request: () => IdentityRequest) {
    super(host, settings, { status: 'loading' });
    this.#request = request;
  }

  protected override failed(error: LeanError): IdentitySnapshot {
    return { status: 'failed', error };
  }

  protected override create(services: Services): Promise<Store<IdentityRequest, IdentitySnapshot>> {
    return Promise.resolve(createIdentityStore(services));
  }

  protected override request(): IdentityRequest {
    return this.#request();
  }
}
