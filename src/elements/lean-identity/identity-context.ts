import type { Identity } from '../../domain/identity.js';
import type { Formats, Messages } from '../../i18n/index.js';
import type { IdentityMessages } from '../../i18n/en-identity.js';
import type { BankNoticeContext } from '../shared/bank-notice.view.js';

/** Everything the picture of persons depends on beside the snapshot, and what can be done in it. */
export interface IdentityContext extends BankNoticeContext {
  messages: Messages & IdentityMessages;
  format: Formats;
  /** The customer asked to see this person's details. */
  isRevealed: (person: Identity) => boolean;
  /** Shows them, or hides them again. */
  toggle: (person: Identity) => void;
}
