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
import { needyBanksOf } from '../shared/needy-bank.js';
import { regionView } from '../shared/region.view.js';
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
    this.#reconnect.show(needyBanksOf(snapshot.status === 'ready' ? snapshot.banks : []));
  }

  render(): TemplateResult {
    const snapshot = this.#locale.pending ? LOADING : this.#identity.snapshot;
    const context = this.#context();
    return regionView(
      this.#locale,
      {
        label: context.messages.identity.label,
        isBusy: isBusy(snapshot),
        announcement: identityAnnouncement(snapshot, context),
      },
      html`<slot name="header"></slot> ${identityView(snapshot, context)}`,
    );
  }

  updated(): void {
    if (!this.#locale.pending) this.#teller.tell(this.#identity.snapshot);
  }

  refresh(): Promise<void> {
    return this.#identity.refresh();
  }

  focus(options?: FocusOptions): void {
    focusFirst(this.#host, options);
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
