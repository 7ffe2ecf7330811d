/** What a store is asked for and shows, kept up to date while somebody listens. */
export interface Store<Request, Snapshot> {
  snapshot(): Snapshot;
  request(request: Request): void;
  /** Reads everything again; resolves when every answer is there, whatever it is. */
  refresh(): Promise<void>;
  subscribe(listener: () => void): () => void;
}
