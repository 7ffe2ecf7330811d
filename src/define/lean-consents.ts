import './lean-provider.js';
import { LeanConsents } from '../elements/lean-consents/lean-consents.js';
import { noteEarlierDefinition, recordDefinition } from './first-wins.js';

if (customElements.get('lean-consents') === undefined) {
  customElements.define('lean-consents', LeanConsents);
  recordDefinition('lean-consents');
} else {
  noteEarlierDefinition('lean-consents');
}
