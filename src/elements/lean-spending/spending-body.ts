import type { TemplateResult } from 'lit';
import { LocaleController } from '../../controllers/locale.js';
import { ReconnectController } from '../../controllers/reconnect.js';
import { SettingsController } from '../../controllers/settings.js';
import { TransactionsController } from '../../controllers/transactions.js';
import { calendarDay, dayAt } from '../../domain/calendar.js';
import { timeZoneOf } from '../../domain/region.js';
import type { TransactionsSnapshot } from '../../domain/snapshot.js';
import { emit } from '../../events/index.js';
import { formatsOf } from '../../i18n/index.js';
import { ClockController } from '../shared/clock.js';
import { CopyController } from '../shared/copy.js';
import { FollowController } from '../shared/followed.js';
import { focusFirst } from '../shared/focus.js';
import type { LateBody } from '../shared/late-element.js';
import { needyBanksOf } from '../shared/needy-bank.js';
import { regionView } from '../shared/region.view.js';
import { SELECTION, type Selection } from '../shared/selection.js';
import { detailOf } from './chosen-detail.js';
import type { LeanSpending } from './lean-spending.js';
import { lookAt, monthsIn } from './look.js';
import { monthNamesOf } from './month-names.js';
import { spendingWords, type Chosen, type SpendingContext } from './spending-context.js';
import { SpendingSums } from './spending-sums.js';
import { spendingAnnouncement, spendingView } from './spending.view.js';

export { styles } from './spending.styles.js';

const LOADING: TransactionsSnapshot = { status: 'loading', notices: [] };
const NOTHING_CHOSEN: Chosen = { month: null, category: null };

/** Makes a `lean-spending` what it is. */
export function createBody(host: LeanSpending): SpendingBody {
  return new SpendingBody(host);
}

class SpendingBody implements LateBody {
  readonly #host: LeanSpending;
  readonly #settings: SettingsController;
  readonly #locale: LocaleController<typeof spendingWords>;
  readonly #followed: FollowController;
  readonly #transactions: TransactionsController;
  readonly #reconnect: ReconnectController;
  readonly #copier: CopyController;
  readonly #sums: SpendingSums;
  #currency: string | null = null;
  #chosen = NOTHING_CHOSEN;
  #pointed: string | null = null;
  /** How many screens of months back. */
  #back = 0;
  /** How many months make a screen. */
  #size = 12;
  #showsAll = false;
  #width: ResizeObserver | null = null;

  constructor(host: LeanSpending) {
    this.#host = host;
    this.#settings = new SettingsController(host);
    this.#locale = new LocaleController(host, spendingWords);
    this.#followed = new FollowController(host, () => host.for);
    this.#transactions = new TransactionsController(host, this.#settings, () => ({
      ...this.#wanted(),
      ...this.#days(),
      isGiven: false,
    }));
    this.#reconnect = new ReconnectController(host, this.#settings, () => this.#locale.lang);
    this.#copier = new CopyController(host);
    this.#sums = new SpendingSums(() => {
      host.requestUpdate();
    });
    new ClockController(host);
    host.addController({ hostDisconnected: () => this.#sums.clear() });
  }

  /** What a `lean-transactions` shows that follows the element. */
  selection(): Selection {
    const { snapshot } = this.#transactions;
    const { accountId, entityId } = this.#wanted();
    const accounts = snapshot.status === 'ready' ? snapshot.accounts : [];
    const account = accounts.find((each) => each.accountId === accountId);
    const isChosen = this.#chosen.month !== null || this.#chosen.category !== null;
    return {
      accountId,
      entityId: entityId ?? account?.entityId ?? null,
      accounts,
      filter: isChosen ? detailOf(this.#chosen, this.#days()) : null,
      release: (category, keepsDays) => {
        this.#choose({ category, month: keepsDays ? this.#chosen.month : null });
      },
    };
  }

  update(): void {
    const { snapshot } = this.#transactions;
    this.#reconnect.show(needyBanksOf(snapshot.notices));
    if (snapshot.status === 'ready')
      this.#sums.add(snapshot, { ...this.#days(), today: this.#today(snapshot) });
    else this.#sums.clear();
  }

  updated(): void {
    this.#host[SELECTION].changed();
    if (!this.#width) this.#width = this.#watchWidth();
  }

  focus(options?: FocusOptions): void {
    focusFirst(this.#host, options);
  }

  async refresh(): Promise<void> {
    if (this.#sums.error) this.#sums.clear();
    await this.#transactions.refresh();
    await this.#sums.settled;
    await this.#host.updateComplete;
  }

  render(): TemplateResult {
    const snapshot = this.#locale.pending ? LOADING : this.#snapshot();
    const context = this.#context(snapshot);
    return regionView(
      this.#locale,
      {
        label: context.messages.spending.label,
        isBusy: snapshot.status === 'loading' || (snapshot.status === 'ready' && !context.spending),
        announcement: spendingAnnouncement(snapshot, context),
      },
      spendingView(snapshot, context),
    );
  }

  /** What was read but cannot be added up is as good as not read. */
  #snapshot(): TransactionsSnapshot {
    const { snapshot } = this.#transactions;
    const { error } = this.#sums;
    return error ? { status: 'failed', error, notices: snapshot.notices } : snapshot;
  }

  #context(snapshot: TransactionsSnapshot): SpendingContext {
    const { lang, messages, direction } = this.#locale;
    const { settings } = this.#settings;
    const format = formatsOf(lang, settings.numerals, settings.currencyDisplay);
    const spending = snapshot.status === 'ready' ? this.#sums.spending : null;
    const isComplete = snapshot.status === 'ready' && snapshot.complete && this.#sums.isCurrent;
    return {
      lang,
      messages,
      direction,
      format,
      names: monthNamesOf(format.locale),
      today: this.#today(snapshot),
      ...this.#days(),
      spending,
      looked: spending && lookAt(spending, this.#currency, this.#chosen.month, this.#back, this.#size),
      isComplete,
      chosen: this.#chosen,
      pointed: this.#pointed,
      showsAll: this.#showsAll,
      copier: this.#copier,
      reconnect: this.#reconnect,
      retry: () => void this.refresh(),
      choose: this.#choose,
      point: (month) => {
        this.#change(() => (this.#pointed = month));
      },
      page: (screens) => {
        this.#change(() => (this.#back += screens));
      },
      takeCurrency: (currency) => {
        this.#change(() => {
          this.#currency = currency;
          this.#back = 0;
        });
      },
      toggleAll: () => {
        this.#change(() => (this.#showsAll = !this.#showsAll));
      },
    };
  }

  /** Of the root and not of the element: what a page has made inline has no width of its own. */
  #watchWidth(): ResizeObserver | null {
    const root = this.#host.renderRoot.querySelector('.root');
    if (!root) return null;
    // In a frame of its own: what changes may change the height, which is observed with the width.
    const fit = () =>
      requestAnimationFrame(() => {
        // Off the page it has no width.
        if (root.isConnected) this.#fit(monthsIn(root.clientWidth));
      });
    const observer = new ResizeObserver(fit);
    observer.observe(root);
    return observer;
  }

  /** Shows so many months at once, the newest of the screen that was looked at among them. */
  #fit(size: number): void {
    if (size === this.#size) return;
    this.#change(() => {
      this.#back = Math.floor((this.#back * this.#size) / size);
      this.#size = size;
    });
  }

  readonly #choose = (chosen: Chosen): void => {
    const detail = detailOf(chosen, this.#days());
    if (!emit(this.#host, 'lean-category-select', detail, { cancelable: true })) return;
    this.#change(() => (this.#chosen = chosen));
  };

  #change(change: () => void): void {
    change();
    this.#host.requestUpdate();
  }

  #wanted(): { accountId: string | null; entityId: string | null } {
    const { accountId } = this.#host;
    if (accountId !== null) return { accountId, entityId: null };
    const { selection } = this.#followed;
    return { accountId: selection?.accountId ?? null, entityId: selection?.entityId ?? null };
  }

  #days(): { from: string | null; to: string | null } {
    const { from, to } = this.#host;
    return { from: calendarDay(from), to: calendarDay(to) };
  }

  #today(snapshot: TransactionsSnapshot): string {
    const account = snapshot.status === 'ready' ? (snapshot.accounts[0] ?? null) : null;
    return dayAt(Date.now(), timeZoneOf(this.#settings.settings, account));
  }
}
