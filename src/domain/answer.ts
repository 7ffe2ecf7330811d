import type { LeanError } from './error.js';

/** What a data call came back with: HTTP 200 may still say pending, reconnect or failed. */
export type Answer<Data> =
  | {
      status: 'ok';
      data: Data;
      refreshedAt: string | null;
      /** Items that were left out, since nobody could ask for them or tell them apart: they had no id. */
      leftOut?: number;
      /** Of how many pages the list is the first; left out where it is whole. */
      pages?: number;
    }
  | { status: 'pending'; resultsId: string | null }
  | { status: 'reconnect-required'; reconnectId: string | null; resultsId: string | null }
  | { status: 'consent-expired'; error: LeanError }
  | { status: 'failed'; error: LeanError };

/** A page of a list; `totalPages` is 1 when the backend sends no page block (v1 answers are whole). */
export interface Page<Item> {
  items: Item[];
  pageNumber: number;
  totalPages: number;
  totalItems: number | null;
}
