// Made by "npm run manifest" from custom-elements.json; edit the element instead.
import * as React from 'react';
import { createComponent, type EventName } from '@lit/react';
import '../define/lean-consents.js';
import { LeanConsents as Element } from '../elements/lean-consents/lean-consents.js';

/** `<lean-consents>` as a React component. The customer's connected banks: what is shared with the page, since and until when. A consent can be renewed, and ended after a question. */
export const LeanConsents = createComponent({
  react: React,
  tagName: 'lean-consents',
  elementClass: Element,
  displayName: 'LeanConsents',
  events: {
    onLeanDisconnectStart: 'lean-disconnect-start' as EventName<HTMLElementEventMap['lean-disconnect-start']>,
    onLeanDisconnectSuccess: 'lean-disconnect-success' as EventName<
      HTMLElementEventMap['lean-disconnect-success']
    >,
    onLeanDisconnectError: 'lean-disconnect-error' as EventName<HTMLElementEventMap['lean-disconnect-error']>,
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
