/** One promise of the contract, and whether the backend kept it. */
export interface Finding {
  /** Such as `GET /accounts`. */
  route: string;
  /** The promise, as a sentence about the backend. */
  promise: string;
  /** `unseen`: this run had no way to look, such as no connected bank. */
  outcome: 'kept' | 'broken' | 'unseen';
  /** What was seen instead; never an id or a token. */
  seen?: string;
  /** How it is mended. */
  mend?: string;
}

export interface Promised {
  route: string;
  promise: string;
  mend: string;
}

/** A finding from a condition. */
export function judge(promised: Promised, isKept: boolean, seen: string): Finding {
  const { route, promise, mend } = promised;
  return isKept ? { route, promise, outcome: 'kept' } : { route, promise, outcome: 'broken', seen, mend };
}

/** A promise that could not be looked at, and why. */
export function unseen({ route, promise }: Omit<Promised, 'mend'>, why: string): Finding {
  return { route, promise, outcome: 'unseen', seen: why };
}
