/** Every state of every element: what its backend answers, what is done to it, and how to meet it in the live demo. */
import { accountsStates } from './accounts.js';
import { connectButtonStates } from './connect-button.js';
import { consentsStates } from './consents.js';
import { identityStates } from './identity.js';
import { spendingStates } from './spending.js';
import type { State } from './state.js';
import { transactionsStates } from './transactions.js';

export const STATES: readonly State[] = [
  ...connectButtonStates,
  ...accountsStates,
  ...transactionsStates,
  ...spendingStates,
  ...consentsStates,
  ...identityStates,
];

/** The state of an id; throws for one that does not exist, since both pages draw on the same list. */
export function stateOf(id: string): State {
  const found = STATES.find((state) => state.id === id);
  if (!found) throw new Error(`There is no state "${id}".`);
  return found;
}
