/** How far a refresh that the customer asked for has come: Lean reads the bank anew. */
export type Refresh =
  | { status: 'running' | 'finished'; refreshId: string | null }
  | { status: 'reconnect-required'; refreshId: string | null; reconnectId: string | null };
