// Made by "npm run manifest" from custom-elements.json; edit the element instead.
import * as React from 'react';
import { createComponent, type EventName } from '@lit/react';
import '../define/lean-identity.js';
import { LeanIdentity as Element } from '../elements/lean-identity/lean-identity.js';

/** `<lean-identity>` as a React component. Who the customer's banks say they are, masked until they ask to see it. A bank is asked once for each page, when the element is first in sight, since the host may be charged for it; `refresh()` asks only those that have not answered yet. It needs the permission `identity` and, in the reference backend, `identity: true`. */
export const LeanIdentity = createComponent({
  react: React,
  tagName: 'lean-identity',
  elementClass: Element,
  displayName: 'LeanIdentity',
  events: {
    onLeanIdentityLoad: 'lean-identity-load' as EventName<HTMLElementEventMap['lean-identity-load']>,
    onLeanIdentityError: 'lean-identity-error' as EventName<HTMLElementEventMap['lean-identity-error']>,
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
