import type { ReactiveControllerHost } from 'lit';
import type { CsvField } from '../export/columns.js';
import type { ExportWork, WriteFile } from '../export/export-work.js';
import type { Extras, PanelName, StatementContext } from './statement-context.js';

/** What is drawn of the tools, and what can be done with them. */
type ToolsContext = Pick<
  StatementContext,
  'openPanel' | 'isChoosingDays' | 'togglePanel' | 'chooseDays' | 'exportOf' | 'startExport'
>;

/** The tools above a list as the customer left them: the panel that is open, and the export. */
export class Tools {
  readonly #host: ReactiveControllerHost;
  readonly #acts: Omit<ToolsContext, 'openPanel' | 'isChoosingDays'>;
  #panel: PanelName | null = null;
  #isChoosingDays = false;
  #export: ExportWork | null = null;

  /** `allow` asks the page before an export; `write` makes its file. */
  constructor(
    host: ReactiveControllerHost,
    allow: (fields: readonly CsvField[]) => boolean,
    write: (...asked: [...Parameters<WriteFile>, Extras]) => ReturnType<WriteFile>,
  ) {
    this.#host = host;
    this.#acts = {
      togglePanel: (panel) => {
        this.#panel = this.#panel === panel ? null : panel;
        this.#host.requestUpdate();
      },
      chooseDays: (isChoosing) => {
        this.#isChoosingDays = isChoosing;
        this.#host.requestUpdate();
      },
      exportOf: (part) =>
        (this.#export ??= new part.ExportWork(this.#host, (fields, options) => write(fields, options, part))),
      startExport: (work) => {
        void work.start(allow);
      },
    };
  }

  get context(): ToolsContext {
    return { openPanel: this.#panel, isChoosingDays: this.#isChoosingDays, ...this.#acts };
  }

  /** The element has left the page: an export under way is given up. */
  leave(): void {
    this.#export?.cancel();
  }
}
