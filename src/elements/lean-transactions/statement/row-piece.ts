import { html, render, type TemplateResult } from 'lit';
import type { RowGlance } from '../../../domain/transactions/columns.js';
import type { MoneyParts } from '../../../i18n/index.js';
import type { AccountWords } from '../../shared/account-label.js';
import { textDirection } from '../../shared/text-direction.js';
import { iconOf } from '../category-icon.js';
import type { Piece } from '../list/pieces.js';

/** A row's element with its changing parts, so that writing it touches nothing else. */
export interface RowPiece extends Piece {
  readonly button: HTMLButtonElement;
  readonly icon: Element;
  readonly path: Element;
  readonly name: Text;
  readonly nameBox: HTMLElement;
  readonly kind: Text;
  /** The account's name, then its last digits; null where rows do not tell their account. */
  readonly account: { readonly name: Text; readonly digits: Text } | null;
  readonly sum: HTMLElement;
  readonly currency: HTMLElement;
  readonly number: Text;
  /** What was written last, to leave alone what is the same. */
  written: { status: string; icon: string; sum: string; heading: string | null };
}

/** What a row says. */
export interface RowTexts {
  glance: RowGlance;
  name: string;
  kind: string;
  account: AccountWords;
  /** Null when the amount is not known; `unknown` then says so. */
  money: MoneyParts | null;
  unknown: string;
  /** What the heading says, where it is not read before the row. */
  heading: string | null;
  isOpen: boolean;
  isReached: boolean;
}

const NO_BREAK = '\u00a0';

const KIND = html`<span class="kind one-line small muted">-</span>`;

const KIND_AND_ACCOUNT = html`<span class="kind small muted"
  ><span class="what one-line">-</span
  ><span class="account"
    ><span class="one-line" dir="auto">-</span><bdi class="last" dir="ltr">-</bdi></span
  ></span
>`;

function rowTemplate(showsAccount: boolean): TemplateResult {
  // A row's texts are written in place, which would not be seen where a translator has put its own there.
  return html`<li class="row" translate="no">
    <button type="button" class="line ${showsAccount ? 'told' : ''}">
      <svg class="tile icon" part="icon" viewBox="0 0 24 24" aria-hidden="true"><path></path></svg
      ><span class="name one-line" part="description" dir="ltr">-</span
      >${showsAccount ? KIND_AND_ACCOUNT : KIND}<span class="sum figures" part="amount"
        ><span class="currency">-</span>-</span
      >
    </button>
  </li>`;
}

/** Gives copies of one row; an account makes it longer, so there are two kinds. */
export function createRowMaker(showsAccount: boolean): () => RowPiece {
  let pattern: Element | null = null;
  return () => {
    pattern ??= drawn(rowTemplate(showsAccount));
    const element = pattern.cloneNode(true) as HTMLElement;
    const button = element.firstElementChild as HTMLButtonElement;
    const [icon, name, kind, sum] = [...button.children] as HTMLElement[];
    const path = icon?.firstElementChild;
    const [what, account] = showsAccount ? [...(kind?.children ?? [])] : [kind];
    if (!icon || !path || !name || !what || !sum) throw new TypeError('The row has lost a part.');
    const [accountName, digits] = [...(account?.children ?? [])].map((part) => part.firstChild as Text);
    return {
      element,
      button,
      icon,
      path,
      name: name.firstChild as Text,
      nameBox: name,
      kind: what.firstChild as Text,
      account: accountName && digits ? { name: accountName, digits } : null,
      sum,
      currency: sum.firstElementChild as HTMLElement,
      number: sum.lastChild as Text,
      written: { status: '', icon: '', sum: '', heading: null },
    };
  };
}

/** What a template draws, without the marks and line ends between its elements. */
export function drawn(template: TemplateResult): Element {
  const holder = document.createElement('div');
  render(template, holder);
  const walker = document.createTreeWalker(holder, NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_TEXT);
  const blank: ChildNode[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Comment | Text;
    if (node instanceof Comment || node.data.trim() === '') blank.push(node);
  }
  for (const node of blank) node.remove();
  const { firstElementChild } = holder;
  if (!firstElementChild) throw new TypeError('The template draws no element.');
  return firstElementChild;
}

/** Writes a row. */
export function writeRow(row: RowPiece, texts: RowTexts): void {
  const { written } = row;
  const { glance } = texts;
  const status = `${glance.status}${texts.isOpen ? ' open' : ''}`;
  if (written.status !== status) {
    row.element.className = `row ${status}`;
    row.element.setAttribute('part', `row ${glance.status}`);
    row.button.setAttribute('aria-expanded', String(texts.isOpen));
    written.status = status;
  }
  const icon = iconOf(glance);
  if (written.icon !== icon.path) {
    row.path.setAttribute('d', icon.path);
    row.icon.classList.toggle('mirrors', icon.mirrors ?? false);
    written.icon = icon.path;
  }
  if (row.name.data !== texts.name) {
    row.name.data = texts.name;
    const direction = textDirection(texts.name);
    if (row.nameBox.dir !== direction) row.nameBox.dir = direction;
  }
  if (row.kind.data !== texts.kind) row.kind.data = texts.kind;
  if (row.account) {
    const { name, digits } = row.account;
    if (name.data !== texts.account.name) name.data = texts.account.name;
    if (digits.data !== texts.account.digits) digits.data = texts.account.digits;
  }
  writeSum(row, texts);
  if (written.heading !== texts.heading) {
    if (texts.heading === null) row.button.removeAttribute('aria-description');
    else row.button.setAttribute('aria-description', texts.heading);
    written.heading = texts.heading;
  }
  const tabIndex = texts.isReached ? 0 : -1;
  if (row.button.tabIndex !== tabIndex) row.button.tabIndex = tabIndex;
}

function writeSum({ sum, currency, number, written }: RowPiece, { glance, money, unknown }: RowTexts): void {
  const kind = !money ? 'unknown small muted' : glance.direction === 'credit' ? 'figures credit' : 'figures';
  if (written.sum !== kind) {
    sum.className = `sum ${kind}`;
    written.sum = kind;
  }
  const isLast = money?.isCurrencyLast ?? false;
  if (isLast !== (currency.nextSibling === null))
    sum.append(...(isLast ? [number, currency] : [currency, number]));
  const unit = money?.currency ?? '';
  const text = currency.firstChild as Text;
  if (text.data !== unit) {
    text.data = unit;
    writeSpokenUnit(currency, money);
  }
  number.data = money ? amountText(money) : unknown;
}

/** Few voices can read a currency's sign; they are given its code. */
function writeSpokenUnit(element: HTMLElement, money: MoneyParts | null): void {
  if (money && money.currency !== money.code && !money.isCurrencyLast) {
    element.setAttribute('role', 'img');
    element.setAttribute('aria-label', money.code);
  } else {
    element.removeAttribute('role');
    element.removeAttribute('aria-label');
  }
}

function amountText({ sign, number, currency, isCurrencyLast }: MoneyParts): string {
  if (currency === '') return sign + number;
  return isCurrencyLast ? sign + number + NO_BREAK : NO_BREAK + sign + number;
}
