/** `lean-elements`: registers every element, and offers what `lean-elements/classes` does. */
import './define/lean-provider.js';
import './define/lean-connect-button.js';
import './define/lean-accounts.js';
import './define/lean-transactions.js';
import './define/lean-spending.js';
import './define/lean-consents.js';
import './define/lean-identity.js';

export * from './classes.js';
