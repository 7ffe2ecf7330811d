// Made by "npm run manifest" from custom-elements.json; edit the element instead.
import * as React from 'react';
import { createComponent, type EventName } from '@lit/react';
import '../define/lean-accounts.js';
import { LeanAccounts as Element } from '../elements/lean-accounts/lean-accounts.js';

/** `<lean-accounts>` as a React component. The customer's banks, accounts and balances, with one total per currency. */
export const LeanAccounts = createComponent({
  react: React,
  tagName: 'lean-accounts',
  elementClass: Element,
  displayName: 'LeanAccounts',
  events: {
    onLeanAccountsLoad: 'lean-accounts-load' as EventName<HTMLElementEventMap['lean-accounts-load']>,
    onLeanAccountsError: 'lean-accounts-error' as EventName<HTMLElementEventMap['lean-accounts-error']>,
    onLeanAccountSelect: 'lean-account-select' as EventName<HTMLElementEventMap['lean-account-select']>,
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
