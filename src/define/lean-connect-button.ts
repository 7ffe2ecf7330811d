import './lean-provider.js';
import { LeanConnectButton } from '../elements/lean-connect-button/lean-connect-button.js';
import { noteEarlierDefinition, recordDefinition } from './first-wins.js';

if (customElements.get('lean-connect-button') === undefined) {
  customElements.define('lean-connect-button', LeanConnectButton);
  recordDefinition('lean-connect-button');
} else {
  noteEarlierDefinition('lean-connect-button');
}
