/** `dist/cdn/lean-connect-button.js`: the button alone, with the provider that it can stand in. */
import './define/lean-connect-button.js';

export { configure } from './session/page.js';
