/** What a person does in the live demo, told in words. */
import type { Live } from './state.js';

/** `go-through` is the whole way through Link: bank, login, code, consent. */
export type Step =
  | 'press-connect'
  | 'go-through'
  | 'go-through-bank-page'
  | 'be-rejected'
  | 'close-window'
  | 'bank-not-listed'
  | 'reload'
  | 'three-minutes-later'
  | 'end-session'
  /** Chooses something else in the switch. */
  | { choose: string }
  /** Waits until an element of the page has something on screen. */
  | { until: string; in: string; told: string }
  | { press: string; in: string; told: string }
  | { type: string; into: string; in: string; told: string };

const TOLD: Record<Extract<Step, string>, string> = {
  'press-connect': 'press the connect button',
  'go-through': 'press the connect button and connect Lean Mock Bank',
  'go-through-bank-page': 'press the connect button, choose a bank with a page of its own, and agree there',
  'be-rejected': 'press the connect button and log in at Lean Mock Bank',
  'close-window': 'press the connect button and close the bank window',
  'bank-not-listed': 'press the connect button and say that your bank is not listed',
  reload: 'reload the page',
  'three-minutes-later': 'press “Three minutes later”',
  'end-session': 'press “End my session”',
};
const BANKS = ['before any bank is connected', 'with a bank connected', 'with two banks connected'];

/** The whole way to a state, as one line; `labelOf` tells what the switch calls a choice. */
export function liveText(live: Live, labelOf: (name: string) => string): string {
  const { path, banks, scenario, steps = [] } = live;
  return [
    // Other pages bring their banks.
    path === undefined ? (BANKS[banks] ?? '') : `on ${path}`,
    ...(scenario === undefined ? [] : [`choose “${labelOf(scenario)}”`]),
    ...steps.map((step) => {
      if (typeof step === 'string') return TOLD[step];
      return 'choose' in step ? `choose “${labelOf(step.choose)}”` : step.told;
    }),
  ].join(', ');
}
