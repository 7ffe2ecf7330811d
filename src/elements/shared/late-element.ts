import {
  adoptStyles,
  css,
  html,
  LitElement,
  type CSSResult,
  type CSSResultGroup,
  type TemplateResult,
} from 'lit';
import { LocaleController } from '../../controllers/locale.js';
import { loadChunk } from '../../domain/chunk.js';
import { asLeanError, type LeanError } from '../../domain/error.js';
import { enWords } from '../../i18n/index.js';
import { base, buttons, controls, notices } from '../../theme/index.js';
import { CopyController } from './copy.js';
import { failedView } from './notice.view.js';

/** What a late element does and shows once its code has come. Made for one element, whose controllers it adds. */
export interface LateBody {
  /** Before each render. */
  update(): void;
  render(): TemplateResult;
  /** After each render. */
  updated(): void;
  /** Reads everything again; resolves when it is on screen, never rejects. */
  refresh(): Promise<void>;
  focus(options?: FocusOptions): void;
}

/** What the chunk of a late element brings. */
export interface LatePart<Host> {
  styles: CSSResult;
  createBody: (host: Host) => LateBody;
}

const late = css`
  .root {
    container: lean / inline-size;
  }

  .root {
    --_reserved: var(--_usual-height);
  }

  .late {
    min-block-size: var(--_reserved);
  }

  [part='skeleton']:not(.late) {
    min-block-size: calc(var(--_reserved) - var(--_usual-head, 0px));
  }

  @container lean (inline-size < 720px) {
    .late,
    [part='skeleton'] {
      --_reserved: var(--_usual-height-narrow);
    }
  }
`;

/**
 * An element whose code comes when the first one is on a page: until then it is its attributes and a card. Most pages
 * have none of these, and they should not pay for them. A class gives the height that it usually has with a customer's
 * data, `--_usual-height` and `--_usual-height-narrow`, and of it what stands above the skeleton, `--_usual-head`: what
 * is below the element should not move while it comes.
 */
export abstract class LateElement extends LitElement {
  static override readonly styles: CSSResultGroup[] = [base, buttons, controls, notices, late];

  #body: LateBody | null = null;
  #coming: Promise<void> | null = null;
  #failure: (() => TemplateResult) | null = null;
  /** What speaks where the code did not come, made at the first failure; all other words are the body's. */
  #voice: { locale: LocaleController<typeof enWords>; copier: CopyController } | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#bring();
  }

  /** Reads everything again from the page's backend; resolves when it is on screen, never rejects. */
  async refresh(): Promise<void> {
    if (!this.isConnected) return;
    await this.#bring();
    await this.#body?.refresh();
    await this.updateComplete;
  }

  /** Moves the focus to what needs the customer, else to the first thing that can be pressed. */
  override focus(options?: FocusOptions): void {
    this.#body?.focus(options);
  }

  /** Brings the code. */
  protected abstract load(): Promise<LatePart<this>>;

  /** Tells that the code did not come. */
  protected failed?(error: LeanError): void;

  protected override update(changed: Map<PropertyKey, unknown>): void {
    this.#body?.update();
    super.update(changed);
  }

  protected override updated(): void {
    this.#body?.updated();
  }

  protected override render(): TemplateResult {
    const draw = this.#failure;
    if (this.#body) return this.#body.render();
    return html`<div class="root" part="base" aria-busy=${draw ? 'false' : 'true'}>
      ${draw ? draw() : html`<div class="card late" part="skeleton"></div>`}
    </div>`;
  }

  #bring(): Promise<void> {
    return (this.#coming ??= this.#open());
  }

  async #open(): Promise<void> {
    try {
      const { styles, createBody } = await loadChunk(() => this.load());
      adoptStyles(this.renderRoot as ShadowRoot, [
        ...(this.constructor as typeof LitElement).elementStyles,
        styles,
      ]);
      this.#body = createBody(this);
    } catch (thrown) {
      this.#fail(asLeanError(thrown));
    }
    this.requestUpdate();
    await this.updateComplete;
  }

  #fail(error: LeanError): void {
    this.#coming = null;
    this.#voice ??= { locale: new LocaleController(this, enWords), copier: new CopyController(this) };
    const { locale, copier } = this.#voice;
    const retry = (): void => void this.#bring();
    this.#failure = () => failedView(error, { messages: locale.messages, copier, retry });
    this.failed?.(error);
  }
}
