// Made by "npm run manifest" from custom-elements.json; edit the element instead.
import * as React from 'react';
import { createComponent, type EventName } from '@lit/react';
import '../define/lean-spending.js';
import { LeanSpending as Element } from '../elements/lean-spending/lean-spending.js';

/** `<lean-spending>` as a React component. Money in and out by month, category and payee: a chart with its table. What is chosen in it can drive a `lean-transactions`. Everything but this frame is loaded when the element is used. */
export const LeanSpending = createComponent({
  react: React,
  tagName: 'lean-spending',
  elementClass: Element,
  displayName: 'LeanSpending',
  events: {
    onLeanCategorySelect: 'lean-category-select' as EventName<HTMLElementEventMap['lean-category-select']>,
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
