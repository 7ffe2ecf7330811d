// Made by "npm run manifest" from custom-elements.json; edit the element instead.
import * as React from 'react';
import { createComponent, type EventName } from '@lit/react';
import '../define/lean-provider.js';
import { LeanProvider as Element } from '../elements/lean-provider/lean-provider.js';

/** `<lean-provider>` as a React component. Shared settings for the lean elements inside it. Draws nothing. */
export const LeanProvider = createComponent({
  react: React,
  tagName: 'lean-provider',
  elementClass: Element,
  displayName: 'LeanProvider',
  events: {
    onLeanSessionExpired: 'lean-session-expired' as EventName<HTMLElementEventMap['lean-session-expired']>,
  },
});
