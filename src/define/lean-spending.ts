import './lean-provider.js';
import { LeanSpending } from '../elements/lean-spending/lean-spending.js';
import { noteEarlierDefinition, recordDefinition } from './first-wins.js';

if (customElements.get('lean-spending') === undefined) {
  customElements.define('lean-spending', LeanSpending);
  recordDefinition('lean-spending');
} else {
  noteEarlierDefinition('lean-spending');
}
