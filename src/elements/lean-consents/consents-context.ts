import type { DisconnectController } from '../../controllers/disconnect.js';
import type { Entity } from '../../domain/entity.js';
import type { Formats, Messages } from '../../i18n/index.js';
import type { ConsentsMessages } from '../../i18n/en-consents.js';
import type { BankNoticeContext } from '../shared/bank-notice.view.js';

/** Everything the consents' picture depends on beside the snapshot, and what can be done in it. */
export interface ConsentsContext extends BankNoticeContext {
  messages: Messages & ConsentsMessages;
  format: Formats;
  /** Milliseconds since 1970: consents run out while the page is open. */
  now: number;
  /** The zone in which a bank's days are read. */
  zoneOf: (entity: Entity) => string;
  disconnect: DisconnectController;
}
