import './lean-provider.js';
import { LeanTransactions } from '../elements/lean-transactions/lean-transactions.js';
import { noteEarlierDefinition, recordDefinition } from './first-wins.js';

if (customElements.get('lean-transactions') === undefined) {
  customElements.define('lean-transactions', LeanTransactions);
  recordDefinition('lean-transactions');
} else {
  noteEarlierDefinition('lean-transactions');
}
