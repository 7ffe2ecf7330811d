import { html, type LitElement, type TemplateResult } from 'lit';
import { ConsentsController } from '../../controllers/consents.js';
import { DisconnectController } from '../../controllers/disconnect.js';
import { LocaleController } from '../../controllers/locale.js';
import { ReconnectController } from '../../controllers/reconnect.js';
import { SettingsController } from '../../controllers/settings.js';
import type { Entity } from '../../domain/entity.js';
import { timeZoneOf } from '../../domain/region.js';
import type { ConsentsSnapshot, ConsentView } from '../../domain/consents-snapshot.js';
import { enConsents } from '../../i18n/en-consents.js';
import { enWords, formatsOf } from '../../i18n/index.js';
import { ClockController } from '../shared/clock.js';
import { CopyController } from '../shared/copy.js';
import { focusFirst } from '../shared/focus.js';
import type { LateBody } from '../shared/late-element.js';
import { needyBanksOf } from '../shared/needy-bank.js';
import { regionView } from '../shared/region.view.js';
import type { ConsentsContext } from './consents-context.js';
import { consentsAnnouncement, consentsView } from './consents.view.js';

export { styles } from './consents.styles.js';

type Host = LitElement & { entityId: string | null };

const WORDS = { ...enWords, ...enConsents };
const LOADING: ConsentsSnapshot = { status: 'loading' };

/** Makes a `lean-consents` what it is. */
export function createBody(host: Host): LateBody {
  return new ConsentsBody(host);
}

class ConsentsBody implements LateBody {
  readonly #host: Host;
  readonly #settings: SettingsController;
  readonly #locale: LocaleController<typeof WORDS>;
  readonly #consents: ConsentsController;
  readonly #reconnect: ReconnectController;
  readonly #disconnect: DisconnectController;
  readonly #copier: CopyController;
  /** The bank whose question was on screen in the last picture. */
  #asked: Entity | null = null;

  constructor(host: Host) {
    this.#host = host;
    this.#settings = new SettingsController(host);
    this.#locale = new LocaleController(host, WORDS);
    this.#consents = new ConsentsController(host, this.#settings, () => ({ entityId: host.entityId }));
    this.#reconnect = new ReconnectController(host, this.#settings, () => this.#locale.lang);
    this.#disconnect = new DisconnectController(host, (entityId) => this.#consents.disconnect(entityId));
    this.#copier = new CopyController(host);
    new ClockController(host);
  }

  update(): void {
    const needy = needyBanksOf(this.#banks());
    // An ended consent is this element's own matter: it has a button for it beside whatever else the page says.
    this.#reconnect.show(needy.filter(({ method }) => method === 'reconnect'));
  }

  render(): TemplateResult {
    const snapshot = this.#locale.pending ? LOADING : this.#consents.snapshot;
    const context = this.#context();
    return regionView(
      this.#locale,
      {
        label: context.messages.consents.label,
        isBusy: snapshot.status === 'loading',
        announcement: consentsAnnouncement(snapshot, context),
      },
      html`<slot name="header"></slot> ${consentsView(snapshot, context)}`,
    );
  }

  updated(): void {
    this.#moveFocus();
  }

  refresh(): Promise<void> {
    return this.#consents.refresh();
  }

  focus(options?: FocusOptions): void {
    focusFirst(this.#host, options);
  }

  #context(): ConsentsContext {
    const { lang, messages } = this.#locale;
    const { settings } = this.#settings;
    return {
      lang,
      messages,
      format: formatsOf(lang, settings.numerals),
      now: Date.now(),
      zoneOf: ({ bankIdentifier }) => timeZoneOf(settings, { bankIdentifier, iban: null }),
      copier: this.#copier,
      reconnect: this.#reconnect,
      disconnect: this.#disconnect,
      retry: () => void this.#consents.refresh(),
    };
  }

  /** The focus follows the question, and goes back where it was asked, or to what came of it. */
  #moveFocus(): void {
    const { asked, done } = this.#disconnect;
    const before = this.#asked;
    if (asked === before) return;
    this.#asked = asked;
    const root = this.#host.renderRoot;
    if (asked) root.querySelector<HTMLElement>('.keep')?.focus();
    else if (done) root.querySelector<HTMLElement>('.done')?.focus();
    else if (before) this.#bankOf(before)?.querySelector<HTMLElement>('[part~=disconnect-button]')?.focus();
  }

  #banks(): readonly ConsentView[] {
    const { snapshot } = this.#consents;
    return snapshot.status === 'ready' ? snapshot.banks : [];
  }

  #bankOf(entity: Entity): Element | undefined {
    const index = this.#banks().findIndex(({ entity: { entityId } }) => entityId === entity.entityId);
    return this.#host.renderRoot.querySelectorAll('section')[index];
  }
}
