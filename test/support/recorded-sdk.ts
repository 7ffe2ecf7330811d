/**
 * A Link SDK in the place of Lean's that only records: what it was called with, and a way for the test to say how
 * Link ended. It stands where the real script puts its global.
 */
export interface RecordedCall {
  method: string;
  config: Record<string, unknown>;
  /** Link ends: calls the page back as the SDK would. */
  end(outcome: unknown): void;
}

export interface RecordedSdk {
  readonly calls: RecordedCall[];
  /** Waits for the call number `index`. */
  call(index?: number): Promise<RecordedCall>;
  /** Cancels what is still open and takes the global away. */
  remove(): void;
}

/** Puts the recording SDK on a page, this one unless told otherwise. It shows a layer of its own, so that nobody takes it for silent. */
export function installRecordedSdk(view: Window = window): RecordedSdk {
  const { document } = view;
  const calls: RecordedCall[] = [];
  const waiting: (() => void)[] = [];
  const open = new Set<RecordedCall>();
  const record = (method: string) => (config: Record<string, unknown>) => {
    const layer = document.createElement('iframe');
    layer.title = 'Recorded Link';
    (document.getElementById('lean-link') ?? document.body).append(layer);
    const call: RecordedCall = {
      method,
      config,
      end(outcome) {
        open.delete(this);
        layer.remove();
        (config['callback'] as (outcome: unknown) => void)(outcome);
      },
    };
    calls.push(call);
    open.add(call);
    for (const wake of waiting.splice(0)) wake();
  };
  const page = view as { Lean?: unknown };
  page.Lean = { connect: record('connect'), reconnect: record('reconnect') };
  return {
    calls,
    async call(index = 0) {
      for (;;) {
        const call = calls[index];
        if (call) return call;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    remove() {
      for (const call of [...open]) call.end({ status: 'CANCELLED' });
      delete page.Lean;
    },
  };
}
