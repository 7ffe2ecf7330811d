/** Runs of one job at a time per key: who asks while it runs waits for the same result. A failure is forgotten. */
export class Shared<Value> {
  private readonly running = new Map<string, Promise<Value>>();

  run(key: string, job: () => Promise<Value>): Promise<Value> {
    const present = this.running.get(key);
    if (present !== undefined) return present;
    const started = job().finally(() => this.running.delete(key));
    this.running.set(key, started);
    return started;
  }
}
