// Made by "npm run manifest" from custom-elements.json; edit the element instead.
import * as React from 'react';
import { createComponent, type EventName } from '@lit/react';
import '../define/lean-connect-button.js';
import { LeanConnectButton as Element } from '../elements/lean-connect-button/lean-connect-button.js';

/** `<lean-connect-button>` as a React component. Opens Lean's Link and owns what follows, until the bank's data is there. Each state has its own words on the page and a next step. */
export const LeanConnectButton = createComponent({
  react: React,
  tagName: 'lean-connect-button',
  elementClass: Element,
  displayName: 'LeanConnectButton',
  events: {
    onLeanConnectStart: 'lean-connect-start' as EventName<HTMLElementEventMap['lean-connect-start']>,
    onLeanConnectSuccess: 'lean-connect-success' as EventName<HTMLElementEventMap['lean-connect-success']>,
    onLeanConnectCancel: 'lean-connect-cancel' as EventName<HTMLElementEventMap['lean-connect-cancel']>,
    onLeanConnectError: 'lean-connect-error' as EventName<HTMLElementEventMap['lean-connect-error']>,
    onLeanConnectRedirect: 'lean-connect-redirect' as EventName<HTMLElementEventMap['lean-connect-redirect']>,
    onLeanConnectReady: 'lean-connect-ready' as EventName<HTMLElementEventMap['lean-connect-ready']>,
  },
});
