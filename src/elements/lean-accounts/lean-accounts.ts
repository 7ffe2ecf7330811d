import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from '../shared/accessor-property.js';
import { AccountsController, type GivenAccount } from '../../controllers/accounts.js';
import { LazyController } from '../../controllers/lazy.js';
import { LocaleController } from '../../controllers/locale.js';
import { ReconnectController } from '../../controllers/reconnect.js';
import { SettingsController } from '../../controllers/settings.js';
import type { Account } from '../../domain/account.js';
import { timeZoneOf } from '../../domain/region.js';
import type { AccountView, BankView } from '../../domain/snapshot.js';
import { emit } from '../../events/index.js';
import { enWords, formatsOf } from '../../i18n/index.js';
import { ClockController } from '../shared/clock.js';
import { CopyController } from '../shared/copy.js';
import { focusFirst } from '../shared/focus.js';
import { keepKnown } from '../shared/known-words.js';
import { needyBanksOf } from '../shared/needy-bank.js';
import { regionView } from '../shared/region.view.js';
import { createSelectionSource, SELECTION, type SelectionSource } from '../shared/selection.js';
import type { AccountsContext } from './accounts-context.js';
import { accountDetail, accountsOutcome } from './accounts-outcome.js';
import { GrowthController } from './growth.js';
import { accountsAnnouncement, accountsView } from './accounts.view.js';
import { styles } from './lean-accounts.styles.js';

/**
 * The customer's banks, accounts and balances, with one total per currency.
 *
 * @tag lean-accounts
 * @fires {CustomEvent<LeanAccountsLoadDetail>} lean-accounts-load - The accounts are on screen.
 * @fires {CustomEvent<LeanErrorDetail>} lean-accounts-error - No bank could be read.
 * @fires {CustomEvent<LeanAccountSelectDetail>} lean-account-select - The customer chose an account, or chose it again to clear; cancelable.
 * @fires {CustomEvent<LeanReconnectRequiredDetail>} lean-reconnect-required - A bank asks for the customer; cancelable, the page then draws its own notice.
 * @fires {CustomEvent<LeanConnectStartDetail>} lean-connect-start - A notice's button is about to open Link; cancelable.
 * @fires {CustomEvent<LeanConnectOutcomeDetail>} lean-connect-success - The backend confirmed the bank of a notice.
 * @fires {CustomEvent<LeanConnectOutcomeDetail>} lean-connect-cancel - The customer closed Link.
 * @fires {CustomEvent<LeanConnectErrorDetail>} lean-connect-error - It did not work; `detail.error.code` says why.
 * @fires {CustomEvent<LeanConnectOutcomeDetail>} lean-connect-redirect - The page is about to give way to the bank's.
 * @fires {CustomEvent<LeanConnectOutcomeDetail>} lean-connect-ready - The bank's data can be read again.
 * @slot header - Above the totals.
 * @slot footer - Below the banks.
 * @slot empty - Instead of our words when no bank is connected.
 * @slot error - Instead of our notice when nothing could be read.
 * @csspart base - Everything.
 * @csspart summary - Totals and their age.
 * @csspart totals - The totals.
 * @csspart freshness - How old the totals are and what is not in them.
 * @csspart refresh - The button that asks the banks anew, and the words beside it.
 * @csspart refresh-button - That button.
 * @csspart refresh-note - How the banks answer, or when they can be asked again.
 * @csspart amounts-button - Hides and shows all amounts.
 * @csspart bank - One bank's card.
 * @csspart bank-header - Its logo, name and status.
 * @csspart logo - The logo, or initials.
 * @csspart bank-name - The bank's name.
 * @csspart bank-status - The chip that says how the bank stands.
 * @csspart notice - What is to be said about a bank, or an error.
 * @csspart notice-button - The button in a notice.
 * @csspart reference - The reference below an error.
 * @csspart accounts - The list of one bank's accounts.
 * @csspart account - One account's row.
 * @csspart selected - The row that is chosen.
 * @csspart account-name - The account's name.
 * @csspart account-number - Its number.
 * @csspart account-status - The chip of an account that is not open.
 * @csspart balance - The balance with its kind.
 * @csspart amount - The balance alone.
 * @csspart due - When a card's next payment is due.
 * @csspart skeleton - The shape of what is on its way.
 * @csspart empty - The words when no bank is connected.
 * @csspart error - The card around the notice when nothing could be read.
 * @csspart stale - The card that says why what is shown may be old.
 */
export class LeanAccounts extends LitElement {
  static override readonly styles = styles;

  /** Shows this bank alone. */
  @property() entityId: string | null = null;

  /** The chosen account's id. */
  @property() selected: string | null = null;

  /** Whether an account can be chosen: `single` or `none`. */
  @property() selection: 'single' | 'none' = 'single';

  /** Which balance to show: Lean's balance types in order of preference, separated by spaces or commas. */
  @property() balanceTypes: string | null = null;

  /** Shows dots instead of amounts until the customer asks. */
  @property({ type: Boolean }) hideBalances = false;

  /** Leaves the totals out. */
  @property({ type: Boolean }) noTotals = false;

  /**
   * The host's own accounts; the element then fetches nothing and fires no `lean-accounts-load`. Each has an `accountId`;
   * every other field of `GivenAccount` that is left out counts as not known: `entityId`, `bankIdentifier`, `name`,
   * `type` (`current`, `savings`, `credit`, `charge-card`, `prepaid`, `e-money`, `loan`, `mortgage`, `call`), `status`
   * (`enabled`, `disabled`, `pending`, `deleted`), `holderName`, `currency`, `iban`, `accountNumber`, `credit`
   * (`{ limit, dueDate, dueAmount }`), and `balance` (`{ type, money: { amount, currency }, at, creditLimit }`, null where
   * it is not shared; its `type` is one of Lean's, such as `INTERIM_AVAILABLE` or `CLOSING_BOOKED`, see the type
   * `BalanceType`). What has changed is given as a new array (`[...rows]`).
   */
  @property({ attribute: false }) accounts: readonly GivenAccount[] | null = null;

  @state() private revealed: ReadonlySet<string> = new Set();

  readonly #settings = new SettingsController(this);
  readonly #locale = new LocaleController(this, enWords);
  readonly #accounts = new AccountsController(this, this.#settings, () => ({
    entityId: this.entityId,
    balanceTypes:
      this.balanceTypes
        ?.toUpperCase()
        .split(/[\s,]+/)
        .filter(Boolean) ?? null,
    given: this.accounts,
  }));
  readonly #reconnect = new ReconnectController(this, this.#settings, () => this.#locale.lang);
  readonly #copier = new CopyController(this);
  readonly #growth = new GrowthController(this);
  readonly #refreshButton = new LazyController(this, async () => {
    const { RefreshButton } = await import('../shared/refresh-button/refresh-button.js');
    return new RefreshButton(this, this.#settings, () => this.entityId);
  });
  readonly #selection = createSelectionSource(() => {
    const views = this.#banks().flatMap((bank) => bank.accounts);
    const chosen = views.find(({ account }) => account.accountId === this.selected);
    return {
      accountId: this.selected,
      entityId: this.selected === null ? this.entityId : (chosen?.account.entityId ?? this.entityId),
      accounts: views.map(({ account }) => account),
    };
  });
  #told: unknown = null;

  constructor() {
    super();
    new ClockController(this);
  }

  /** What `lean-transactions for` follows. */
  get [SELECTION](): SelectionSource {
    return this.#selection;
  }

  /** Reads everything again from the page's backend; resolves when it is on screen, never rejects. */
  refresh(): Promise<void> {
    return this.#accounts.refresh();
  }

  /** Moves the focus to what needs the customer, else to the first thing that can be pressed. */
  override focus(options?: FocusOptions): void {
    focusFirst(this, options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    keepKnown(this, changed.keys(), { selection: this.selection === 'none' ? 'none' : 'single' });
  }

  protected override update(changed: PropertyValues<this>): void {
    this.#reconnect.show(needyBanksOf(this.#banks()));
    super.update(changed);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#tell();
    this.#selection.changed();
  }

  protected override render(): TemplateResult {
    const snapshot = this.#locale.pending ? LOADING : this.#accounts.snapshot;
    const context = this.#context();
    return regionView(
      this.#locale,
      {
        label: context.messages.accounts.label,
        isBusy: snapshot.status === 'loading',
        announcement: accountsAnnouncement(snapshot, context),
      },
      html`<slot name="header"></slot> ${accountsView(snapshot, context)}`,
    );
  }

  #context(): AccountsContext {
    const { lang, messages } = this.#locale;
    const { settings } = this.#settings;
    return {
      lang,
      messages,
      format: formatsOf(lang, settings.numerals, settings.currencyDisplay),
      now: Date.now(),
      zoneOf: (account: Account | null) => timeZoneOf(settings, account),
      selected: this.selected,
      isSelectable: this.selection !== 'none',
      showsTotals: !this.noTotals,
      hidesAmounts: this.hideBalances,
      revealed: this.revealed,
      copier: this.#copier,
      reconnect: this.#reconnect,
      cut: (banks) => this.#growth.cut(banks),
      select: this.#select,
      reveal: this.#reveal,
      // Accounts of the page's own come from nowhere that could be asked.
      refreshView: (context) => (this.accounts ? nothing : this.#refreshButton.part?.view(context)),
      toggleAmounts: () => {
        this.hideBalances = !this.hideBalances;
      },
      retry: () => void this.refresh(),
    };
  }

  #banks(): readonly BankView[] {
    const { snapshot } = this.#accounts;
    return snapshot.status === 'ready' ? snapshot.banks : [];
  }

  readonly #select = (view: AccountView): void => {
    const { accountId } = view.account;
    const detail =
      accountId === this.selected
        ? { accountId: null, account: null }
        : { accountId, account: accountDetail(view) };
    if (emit(this, 'lean-account-select', detail, { cancelable: true })) this.selected = detail.accountId;
  };

  readonly #reveal = ({ accountId }: Account): void => {
    const revealed = new Set(this.revealed);
    if (!revealed.delete(accountId)) revealed.add(accountId);
    this.revealed = revealed;
  };

  /** Tells of what has come on screen, once for each thing. */
  #tell(): void {
    const { snapshot } = this.#accounts;
    if (snapshot.status === 'loading') this.#told = null;
    const outcome = this.#locale.pending || !this.#growth.isWhole ? null : accountsOutcome(snapshot);
    if (!outcome || outcome.key === this.#told) return;
    this.#told = outcome.key;
    // What the page itself brought has not arrived from anywhere.
    if (outcome.kind === 'load' && this.accounts) return;
    if (outcome.kind === 'load') emit(this, 'lean-accounts-load', outcome.detail);
    else emit(this, 'lean-accounts-error', outcome.key.toDetail());
  }
}

const LOADING = { status: 'loading' } as const;

declare global {
  interface HTMLElementTagNameMap {
    'lean-accounts': LeanAccounts;
  }
}
