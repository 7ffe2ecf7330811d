/** A page with every element, and all that stands in it. */
import { aTimeout } from '@open-wc/testing';
import { startStack, type Stack } from '../../support/stack.js';

/** A backend that may be asked for everything, and a customer with so many banks; the second one writes Arabic. */
export async function startWholeStack(banks: number, scenario?: string): Promise<Stack> {
  const stack = await startStack({
    scenario,
    proxy: { permissions: ['identity', 'accounts', 'balance', 'transactions'], identity: true },
  });
  for (const bankIdentifier of ['FALAJ_RETAIL_UAE', 'LEANMB1'].slice(0, banks)) {
    stack.simulator.linkEntity({ customerId: stack.customerId, bankIdentifier });
  }
  return stack;
}

/** Every element below a node, those in shadow roots included. */
export function* elementsIn(node: ParentNode): Generator<HTMLElement> {
  for (const element of node.querySelectorAll<HTMLElement>('*')) {
    yield element;
    if (element.shadowRoot) yield* elementsIn(element.shadowRoot);
  }
}

/** Waits until nothing on the page has changed for some frames. */
export async function untilStill(page: HTMLElement): Promise<void> {
  let before = '';
  for (let still = 0; still < 4;) {
    await aTimeout(60);
    const now = [...elementsIn(page)]
      .map(({ localName, shadowRoot }) => localName + (shadowRoot?.textContent ?? ''))
      .join();
    still = now === before ? still + 1 : 0;
    before = now;
  }
}

/** Opens what can be opened without leaving: filters, a row's details, numbers, more of a list. */
export async function openEverything(page: HTMLElement): Promise<void> {
  for (const element of elementsIn(page)) {
    if (!(element instanceof HTMLButtonElement) || element.closest('lean-connect-button')) continue;
    const isClosed =
      element.getAttribute('aria-expanded') === 'false' || element.getAttribute('aria-pressed') === 'false';
    if (isClosed && element.checkVisibility()) element.click();
  }
  await untilStill(page);
}
