/** What a person finds on an element's part of the screen: texts, and controls by their accessible names. */
import { waitUntil } from '@open-wc/testing';
import type { LitElement } from 'lit';

/** How long a condition may take on a busy machine. */
const PATIENCE = { timeout: 10_000 };

/** Waits for a condition of an element, and says what was on screen when it never came true. */
export async function until(screen: Screen, what: string, condition: () => boolean): Promise<void> {
  try {
    await waitUntil(condition, what, PATIENCE);
  } catch {
    throw new Error(`Waited in vain: ${what}. On screen: ${screen.text.slice(0, 600)}`);
  }
}

/** A text as it is read: single spaces, no direction controls. */
export function readable(node: Node | null | undefined): string {
  return (node?.textContent ?? '')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

export class Screen<Element extends LitElement = LitElement> {
  constructor(readonly element: Element) {}

  get text(): string {
    return readable(this.element.renderRoot);
  }

  /** What a screen reader was told last. */
  get announced(): string {
    return readable(this.find('[role=status]'));
  }

  get isBusy(): boolean {
    return this.find('[aria-busy]')?.getAttribute('aria-busy') === 'true';
  }

  find(selector: string): HTMLElement | null {
    return this.element.renderRoot.querySelector<HTMLElement>(selector);
  }

  all(selector: string): HTMLElement[] {
    return [...this.element.renderRoot.querySelectorAll<HTMLElement>(selector)];
  }

  part(name: string): HTMLElement | null {
    return this.find(`[part~="${name}"]`);
  }

  parts(name: string): HTMLElement[] {
    return this.all(`[part~="${name}"]`);
  }

  texts(part: string): string[] {
    return this.parts(part).map(readable);
  }

  /** The button of an accessible name. */
  button(name: string): HTMLButtonElement {
    const buttons = this.all('button') as HTMLButtonElement[];
    const found = buttons.find((button) => nameOf(button) === name);
    if (!found) throw new Error(`There is no button "${name}", but ${buttons.map(nameOf).join(', ')}.`);
    return found;
  }

  hasButton(name: string): boolean {
    return (this.all('button') as HTMLButtonElement[]).some((button) => nameOf(button) === name);
  }

  async press(name: string): Promise<void> {
    this.button(name).click();
    await this.element.updateComplete;
  }

  until(what: string, condition: () => boolean): Promise<void> {
    return until(this, what, condition);
  }
}

function nameOf(button: HTMLButtonElement): string {
  return (button.getAttribute('aria-label') ?? readable(button)).replace(/[\u2066-\u2069]/g, '');
}
