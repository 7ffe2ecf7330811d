// Made by "npm run manifest" from custom-elements.json; edit the element instead.
import * as React from 'react';
import { createComponent, type EventName } from '@lit/react';
import '../define/lean-transactions.js';
import { LeanTransactions as Element } from '../elements/lean-transactions/lean-transactions.js';

/** `<lean-transactions>` as a React component. The history of one account, or of all: newest first, in days, with search and filters. */
export const LeanTransactions = createComponent({
  react: React,
  tagName: 'lean-transactions',
  elementClass: Element,
  displayName: 'LeanTransactions',
  events: {
    onLeanTransactionsLoad: 'lean-transactions-load' as EventName<
      HTMLElementEventMap['lean-transactions-load']
    >,
    onLeanTransactionsError: 'lean-transactions-error' as EventName<
      HTMLElementEventMap['lean-transactions-error']
    >,
    onLeanTransactionSelect: 'lean-transaction-select' as EventName<
      HTMLElementEventMap['lean-transaction-select']
    >,
    onLeanFilterChange: 'lean-filter-change' as EventName<HTMLElementEventMap['lean-filter-change']>,
    onLeanExportStart: 'lean-export-start' as EventName<HTMLElementEventMap['lean-export-start']>,
    onLeanReconnectRequired: 'lean-reconnect-required' as EventName<
      HTMLElementEventMap['lean-reconnect-required']
    >,
    onLeanConnectStart: 'lean-connect-start' as EventName<HTMLElementEventMap['lean-connect-start']>,
    onLeanConnectSuccess: 'lean-connect-success' as EventName<HTMLElementEventMap['lean-connect-success']>,
    onLeanConnectCancel: 'lean-connect-cancel' as EventName<HTMLElementEventMap['lean-connect-cancel']>,
    onLeanConnectError: 'lean-connect-error' as EventName<HTMLElementEventMap['lean-connect-error']>,
    onLeanConnectRedirect: 'lean-connect-redirect' as EventName<HTMLElementEventMap['lean-connect-redirect']>,
    onLeanConnectReady: 'lean-connect-ready' as EventName<HTMLElementEventMap['lean-connect-ready']>,
  },
});
