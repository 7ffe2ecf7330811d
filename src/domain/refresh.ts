import type { LeanError } from './error.js';

/** How far a refresh that the customer asked for has come: Lean reads the bank anew. */
export type Refresh =
  | { status: 'running' | 'finished'; refreshId: string | null }
  | { status: 'reconnect-required'; refreshId: string | null; reconnectId: string | null };

/** Where asking the banks anew stands, as a Refresh button shows it. */
export type RefreshSnapshot =
  /** Nothing that can be asked anew is known, or the backend has no such thing: there is no button. */
  | { status: 'absent' }
  | { status: 'ready' }
  | { status: 'running' }
  /** The banks answered; everything has been read again. */
  | { status: 'done' }
  /** We stopped asking often; the customer's return asks again. */
  | { status: 'still-working' }
  /** Not before `waitMs` (milliseconds from now): the banks were just asked, or refuse to be asked that often. */
  | { status: 'waiting'; why: 'just-asked' | 'too-often'; waitMs: number }
  | { status: 'failed'; error: LeanError };
