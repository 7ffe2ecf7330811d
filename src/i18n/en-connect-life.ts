import type { ConnectStatus } from '../domain/link.js';
import { plural, type Count } from './count.js';

/** A moment of the connect button's life: its name, what it means, and the next act (empty when there is none). */
export interface ConnectText {
  label: string;
  text: string;
  step: string;
}

/** What is said of a flow once it has begun; it comes with the code that runs one. */
export const enConnectLife = {
  connect: {
    statuses: {
      idle: { label: 'Ready', text: 'You choose the bank and what it shares.', step: '' },
      loading: { label: 'Getting ready', text: 'Loading the bank window.', step: '' },
      opening: { label: 'Opening', text: 'The bank window opens in a moment.', step: '' },
      open: { label: 'Bank window open', text: 'Go on in the bank window.', step: '' },
      verifying: {
        label: 'Checking',
        text: 'We are asking your bank whether it worked. This can take a moment.',
        step: '',
      },
      syncing: {
        label: 'Bringing in your data',
        text: 'Your bank is connected. Your accounts appear as they arrive; you can look around meanwhile.',
        step: '',
      },
      connected: { label: 'Connected', text: 'Your bank is connected.', step: 'Connect another bank' },
      cancelled: {
        label: 'Not connected',
        text: 'You closed the bank window. Nothing has been shared; you can start again at any time.',
        step: 'Start again',
      },
      failed: {
        label: 'That did not work',
        text: 'Your bank was not connected. Nothing has changed; please try again.',
        step: 'Try again',
      },
      blocked: {
        label: 'The bank window did not open',
        text: 'Something in this browser, often an ad blocker, stops it. Allow cdn.leantech.me for this page.',
        step: 'Try again',
      },
      offline: {
        label: 'You are offline',
        text: 'Connecting a bank needs the internet. Try again when you are back online.',
        step: 'Try again',
      },
      unsupported: {
        label: 'This bank is not available yet',
        text: 'Your bank cannot be connected here so far. You can choose another one.',
        step: 'Choose another bank',
      },
    } satisfies Record<ConnectStatus, ConnectText>,
    stillWorking: 'Your bank is still working. You can leave this page; we look again when you come back.',
    /** Of banks whose data is awaited, how many are done. */
    banksHere: (ready: Count, all: Count) =>
      `${ready.text} of ${plural(all, { one: '# bank', other: '# banks' })} done.`,
    accountsHere: (accounts: Count) =>
      plural(accounts, {
        one: '# account is here; the rest follows.',
        other: '# accounts are here; the rest follows.',
      }),
  },
};

export type ConnectLifeMessages = typeof enConnectLife;
