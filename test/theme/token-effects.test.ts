import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import '../../src/define/lean-accounts.js';
import '../../src/define/lean-connect-button.js';
import '../../src/define/lean-provider.js';
import '../../src/define/lean-transactions.js';
import type { LeanAccounts } from '../../src/elements/lean-accounts/lean-accounts.js';
import type { LeanTransactions } from '../../src/elements/lean-transactions/lean-transactions.js';
import { TOKENS, type Token } from '../../src/theme/tokens.js';
import { sampleAccount, sampleTransaction } from '../support/samples.js';
import { Screen } from '../support/screen.js';
import { PROXY_PATH, startStack, type Stack } from '../support/stack.js';

/** A value that no default has, and where it must arrive. */
const PROBES: Record<string, { value: string; in: string[]; seen?: RegExp }> = {
  color: {
    value: 'rgb(1, 254, 3)',
    in: ['color', 'background-color', 'border-top-color', 'outline-color', 'box-shadow', 'background-image'],
    // Some tokens are mixed with others, some colours carry the token through `oklch(from …)`.
    seen: /./,
  },
  'font-family': { value: 'monospace', in: ['font-family'], seen: /monospace/ },
  'font-size': { value: '33px', in: ['font-size'] },
  'font-weight': { value: '850', in: ['font-weight'], seen: /850/ },
  'font-line': { value: '3.1', in: ['line-height'] },
  space: {
    value: '37px',
    in: ['row-gap', 'column-gap', 'padding-top', 'padding-left', 'margin-top', 'margin-left'],
    seen: /37px/,
  },
  size: {
    value: '61px',
    in: ['min-height', 'height', 'width', 'border-top-width', 'top', 'border-bottom-width'],
    seen: /61px/,
  },
  radius: { value: '29px', in: ['border-top-left-radius'], seen: /29px/ },
  'motion-duration': { value: '777ms', in: ['transition-duration'], seen: /0\.777s/ },
  'motion-easing': { value: 'steps(3)', in: ['transition-timing-function'], seen: /steps\(3/ },
  shadow: { value: 'rgb(1, 254, 3) 0px 0px 9px', in: ['box-shadow'], seen: /rgb\(1, 254, 3\) 0px 0px 9px/ },
};

function probeOf(token: Token) {
  const found = Object.entries(PROBES).find(([start]) => token.startsWith(start));
  if (!found) throw new Error(`No probe tells what ${token} does.`);
  return found[1];
}

/** One computed value after the other, of everything inside the elements below a page. */
function look(page: HTMLElement, properties: readonly string[]): string[] {
  const seen: string[] = [];
  const read = (element: Element, pseudo?: string): void => {
    const style = getComputedStyle(element, pseudo);
    for (const property of properties) seen.push(style.getPropertyValue(property));
  };
  for (const { shadowRoot } of page.querySelectorAll('*')) {
    for (const element of shadowRoot?.querySelectorAll('*') ?? []) {
      read(element);
      read(element, '::before');
      read(element, '::after');
    }
  }
  return seen;
}

describe('each token', () => {
  let stack: Stack;
  let page: HTMLElement;
  let field: HTMLInputElement;

  before(async () => {
    stack = await startStack({ scenario: 'reconnect-otp' });
    stack.simulator.linkEntity({ customerId: stack.customerId });
    // Not a fixture, which would be gone after the first token.
    page = document.createElement('div');
    document.body.append(page);
    render(
      html`
        <lean-accounts id="given"></lean-accounts>
        <lean-transactions id="list"></lean-transactions>
        <lean-connect-button></lean-connect-button>
        <lean-accounts id="failed"></lean-accounts>
        <lean-provider proxy=${PROXY_PATH}><lean-accounts id="needy"></lean-accounts></lean-provider>
        <div lang="ar"><lean-accounts id="arabic"></lean-accounts></div>
      `,
      page,
    );
    const screenOf = (id: string) => new Screen(page.querySelector<LeanAccounts>(`#${id}`)!);
    const list = page.querySelector<LeanTransactions>('#list')!;
    for (const id of ['given', 'arabic']) {
      screenOf(id).element.accounts = [
        sampleAccount(),
        sampleAccount({ accountId: 'c', entityId: 'entity-2' }),
      ];
      screenOf(id).element.selected = 'c';
    }
    list.transactions = [sampleTransaction(), sampleTransaction({ transactionId: 'b', direction: 'credit' })];
    await screenOf('needy').until('the notice is there', () => screenOf('needy').part('notice') !== null);
    await screenOf('failed').until('the error is there', () => screenOf('failed').part('error') !== null);
    await screenOf('arabic').until('it speaks', () => screenOf('arabic').part('account') !== null);
    const screen = new Screen(list);
    await screen.until('the list is there', () => screen.part('row') !== null);
    field = screen.find('input') as HTMLInputElement;
    field.focus();
  });
  after(() => {
    page.remove();
    stack.stop();
  });

  for (const token of Object.keys(TOKENS) as Token[]) {
    it(`changes what is on screen: ${token}`, () => {
      const { value, in: properties, seen = /./ } = probeOf(token);
      field.focus();
      const before = look(page, properties);
      page.style.setProperty(`--lean-${token}`, value);
      const after = look(page, properties);
      page.style.removeProperty(`--lean-${token}`);
      const changed = after.filter((now, index) => now !== before[index]);
      expect(changed.some((now) => seen.test(now))).to.equal(true);
      expect(look(page, properties)).to.deep.equal(before);
    });
  }
});
