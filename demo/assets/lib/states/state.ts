/** What a state is: how its frame comes about, by what it is known, and how a person meets it in the live demo. */
import type { CompleteMessages } from '../../../../src/i18n/en.js';
import type { Step } from './live.js';

export type Reply = (real: () => Promise<Response>) => Response | Promise<Response>;

/** By what a state is recognised, in its frame and in the live demo alike. */
export interface Sign {
  /** What the element's own tag has. */
  host?: string;
  /** What is on screen inside the element. */
  within?: string;
  /** What stands there, in the page's language; amounts, days and names are left out. */
  says?: (words: CompleteMessages) => string;
}

/** How a person meets the state on the sample site. */
export interface Live {
  /** The page; the landing page unless it says otherwise. */
  path?: string;
  /** How many banks are connected beforehand. */
  banks: 0 | 1 | 2;
  /** What to choose in the switch; left out, the first scenario: all is well. */
  scenario?: string;
  steps?: readonly Step[];
}

export interface State {
  /** In the address: `state.html?show=accounts-empty`. */
  id: string;
  element: string;
  title: string;
  sign: Sign;
  live: Live;
  /** Attributes of the element beside its tag. */
  attributes?: string;
  /** Another element of the frame, before this one; it is not shown. */
  beside?: string;
  /** By the beginning of a route (`GET /accounts`), the first that fits; everything else answers as on a good day. */
  replies?: Readonly<Record<string, Reply>>;
  /** No bank is connected: ever, or until Link has ended. */
  isWithoutBank?: true | 'until-link-ends';
  /** How Link ends once it is open; left out, it stays open. */
  linkEnds?: Readonly<Record<string, unknown>>;
  /** What comes instead of Link's script, or that it never shows anything. */
  script?: 'outside-policy' | 'blocked' | 'never' | 'silent';
  /** The page was left for a bank's own, and is loaded anew. */
  isBack?: true;
  isOffline?: true;
  isWithoutProxy?: true;
  /** The element's own code cannot be had. */
  isPartMissing?: true;
  /** Done to the element when it is there, in turn. */
  acts?: readonly Act[];
}

/** `connect` presses the connect button; `until` waits for a selector, `press` presses what it finds. */
export type Act =
  { until: string } | { press: string } | 'connect' | 'three-minutes-later' | 'backend-goes-down';

export type Group = Omit<State, 'id' | 'element'>;

/** The states of one element; each is named after its element and its key. */
export const statesOf = (element: string, states: Readonly<Record<string, Group>>): State[] =>
  Object.entries(states).map(([name, state]) => ({
    id: `${element.replace('lean-', '')}-${name}`,
    element,
    ...state,
  }));
