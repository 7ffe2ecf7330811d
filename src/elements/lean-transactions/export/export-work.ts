import type { ReactiveControllerHost } from 'lit';
import { CSV_FIELDS, type CsvField } from './columns.js';
import type { CsvOptions } from './csv.js';

/** Where an export stands. */
export type ExportState =
  | { status: 'idle' }
  | { status: 'waiting' }
  | { status: 'writing'; done: number }
  | { status: 'done'; count: number }
  | { status: 'failed' };

/** Writes the file of these columns; asked anew for each export. */
export type WriteFile = (
  fields: readonly CsvField[],
  options: Required<CsvOptions>,
) => Promise<{ file: Blob; count: number; name: string }>;

/** The customer's export: the columns chosen, the file being written, the download. */
export class ExportWork {
  state: ExportState = { status: 'idle' };
  readonly #host: ReactiveControllerHost;
  readonly #write: WriteFile;
  #left: ReadonlySet<CsvField> = new Set();
  #running: AbortController | null = null;

  constructor(host: ReactiveControllerHost, write: WriteFile) {
    this.#host = host;
    this.#write = write;
  }

  /** The columns of the file, in their order. */
  get fields(): CsvField[] {
    return CSV_FIELDS.filter((field) => !this.#left.has(field));
  }

  toggle(field: CsvField): void {
    const left = new Set(this.#left);
    if (!left.delete(field)) left.add(field);
    this.#left = left;
    this.#show({ status: 'idle' });
  }

  /** Writes the file and hands it to the browser. `allow` asks the page first. */
  async start(allow: (fields: readonly CsvField[]) => boolean): Promise<void> {
    const { fields } = this;
    if (this.#running || fields.length === 0 || !allow(fields)) return;
    const running = new AbortController();
    this.#running = running;
    this.#show({ status: 'waiting' });
    try {
      const { file, count, name } = await this.#write(fields, {
        signal: running.signal,
        progress: (done) => {
          this.#show({ status: 'writing', done });
        },
      });
      if (running.signal.aborted) return;
      download(file, name);
      this.#show({ status: 'done', count });
    } catch (thrown) {
      // Whoever cancelled knows; of anything else the customer can only be told that it did not work.
      const isCancelled = running.signal.aborted;
      if (!isCancelled) console.warn(`lean-elements: the export failed: ${nameOf(thrown)}.`);
      this.#show({ status: isCancelled ? 'idle' : 'failed' });
    } finally {
      if (this.#running === running) this.#running = null;
    }
  }

  cancel(): void {
    this.#running?.abort();
    this.#running = null;
    this.#show({ status: 'idle' });
  }

  #show(state: ExportState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}

/** What went wrong, without its message, which may repeat a bank's text. */
function nameOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.name : typeof thrown;
}

/** How long a browser may take to begin saving before the file is let go. */
const SAVING_MS = 60_000;

function download(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, SAVING_MS);
}
