import type { LeanError } from '../../domain/error.js';
import type { IdentitySnapshot } from '../../domain/identity-snapshot.js';
import { emit } from '../../events/index.js';

/** Tells the page what has come on screen, each thing once. Who the persons are is never in an event. */
export class IdentityTeller {
  readonly #host: HTMLElement;
  /** The persons each bank was told with. */
  readonly #loaded = new Map<string, readonly unknown[]>();
  #error: LeanError | null = null;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  tell(snapshot: IdentitySnapshot): void {
    if (snapshot.status === 'loading') return;
    if (snapshot.status === 'failed') {
      this.#fail(snapshot.error);
      return;
    }
    const { banks } = snapshot;
    for (const { entity, state, persons } of banks) {
      if (state.status !== 'ready' || this.#loaded.get(entity.entityId) === persons) continue;
      this.#loaded.set(entity.entityId, persons);
      const detail = { entityId: entity.entityId, partyCount: persons.length };
      emit(this.#host, 'lean-identity-load', detail);
    }
    const errors = banks.flatMap(({ state }) => ('error' in state ? [state.error] : []));
    const [first] = errors;
    if (first && errors.length === banks.length) this.#fail(first);
  }

  #fail(error: LeanError): void {
    if (this.#error === error) return;
    this.#error = error;
    emit(this.#host, 'lean-identity-error', error.toDetail());
  }
}
