import './lean-provider.js';
import { LeanAccounts } from '../elements/lean-accounts/lean-accounts.js';
import { noteEarlierDefinition, recordDefinition } from './first-wins.js';

if (customElements.get('lean-accounts') === undefined) {
  customElements.define('lean-accounts', LeanAccounts);
  recordDefinition('lean-accounts');
} else {
  noteEarlierDefinition('lean-accounts');
}
