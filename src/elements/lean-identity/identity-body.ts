import { html, type LitElement, type TemplateResult } from 'lit';
import { IdentityController } from '../../controllers/identity.js';
import { LocaleController } from '../../controllers/locale.js';
import { ReconnectController } from '../../controllers/reconnect.js';
import { SettingsController } from '../../controllers/settings.js';
import type { Identity } from '../../domain/identity.js';
import type { IdentitySnapshot } from '../../domain/identity-snapshot.js';
import { enIdentity } from '../../i18n/en-identity.js';
import { enWords, formatsOf } from '../../i18n/index.js';
import { CopyController } from '../shared/copy.js';
import { focusFirst } from '../shared/focus.js';
import type { LateBody } from '../shared/late-element.js';
import { needyBankOf } from '../shared/needy-bank.js';
import type { IdentityContext } from './identity-context.js';
import { IdentityTeller } from './identity-teller.js';
import { identityAnnouncement, identityView } from './identity.view.js';
import { SeenController } from './seen.js';

export { styles } from './identity.styles.js';

type Host = LitElement & { entityId: string | null };

const WORDS = { ...enWords, ...enIdentity };
const LOADING: IdentitySnapshot = { status: 'loading' };

/** Makes a `lean-identity` what it is. */
export function createBody(host: Host): LateBody {
  return new IdentityBody(host);
}

class IdentityBody implements LateBody {
  readonly #host: Host;
  readonly #settings: SettingsController;
  readonly #locale: LocaleController<typeof WORDS>;
  readonly #identity: IdentityController;
  readonly #reconnect: ReconnectController;
  readonly #copier: CopyController;
  readonly #seen: SeenController;
  readonly #teller: IdentityTeller;
  /** Whose details the customer asked to see. A person read anew is masked again. */
  #revealed: ReadonlySet<Identity> = new Set();

  constructor(host: Host) {
    this.#host = host;
    this.#settings = new SettingsController(host);
    this.#locale = new LocaleController(host, WORDS);
    this.#seen = new SeenController(host);
    this.#identity = new IdentityController(host, this.#settings, () => ({
      entityId: host.entityId,
      isSeen: this.#seen.isSeen,
    }));
    this.#reconnect = new ReconnectController(host, this.#settings, () => this.#locale.lang);
    this.#copier = new CopyController(host);
    this.#teller = new IdentityTeller(host);
    host.addController({
      hostDisconnected: () => {
        this.#revealed = new Set();
      },
    });
  }

  update(): void {
    const { snapshot } = this.#identity;
    const banks = snapshot.status === 'ready' ? snapshot.banks : [];
    this.#reconnect.show(banks.flatMap(({ entity, state }) => needyBankOf(entity, state) ?? []));
  }

  render(): TemplateResult {
    const { lang, direction, pending, messages } = this.#locale;
    const snapshot = pending ? LOADING : this.#identity.snapshot;
    const context = this.#context();
    return html`<div
      class="root"
      part="base"
      role="region"
      lang=${lang}
      dir=${direction}
      aria-label=${messages.identity.label}
      aria-busy=${isBusy(snapshot) ? 'true' : 'false'}
    >
      <p class="unseen" role="status">${pending ? '' : identityAnnouncement(snapshot, context)}</p>
      <slot name="header"></slot>
      ${identityView(snapshot, context)}
      <slot name="footer"></slot>
    </div>`;
  }

  updated(): void {
    if (!this.#locale.pending) this.#teller.tell(this.#identity.snapshot);
  }

  refresh(): Promise<void> {
    return this.#identity.refresh();
  }

  focus(options?: FocusOptions): void {
    focusFirst(this.#host.renderRoot, options);
  }

  #context(): IdentityContext {
    const { lang, messages } = this.#locale;
    return {
      lang,
      messages,
      format: formatsOf(lang, this.#settings.settings.numerals),
      copier: this.#copier,
      reconnect: this.#reconnect,
      isRevealed: (person) => this.#revealed.has(person),
      toggle: (person) => {
        const revealed = new Set(this.#revealed);
        if (!revealed.delete(person)) revealed.add(person);
        this.#revealed = revealed;
        this.#host.requestUpdate();
      },
      retry: () => void this.#identity.refresh(),
    };
  }
}

function isBusy(snapshot: IdentitySnapshot): boolean {
  if (snapshot.status !== 'ready') return snapshot.status === 'loading';
  return snapshot.banks.some(({ state }) => state.status === 'loading');
}
