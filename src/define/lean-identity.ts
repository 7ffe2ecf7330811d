import './lean-provider.js';
import { LeanIdentity } from '../elements/lean-identity/lean-identity.js';
import { noteEarlierDefinition, recordDefinition } from './first-wins.js';

if (customElements.get('lean-identity') === undefined) {
  customElements.define('lean-identity', LeanIdentity);
  recordDefinition('lean-identity');
} else {
  noteEarlierDefinition('lean-identity');
}
