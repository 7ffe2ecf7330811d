import { LeanProvider } from '../elements/lean-provider/lean-provider.js';
import { noteEarlierDefinition, recordDefinition } from './first-wins.js';

if (customElements.get('lean-provider') === undefined) {
  customElements.define('lean-provider', LeanProvider);
  recordDefinition('lean-provider');
} else {
  noteEarlierDefinition('lean-provider');
}
