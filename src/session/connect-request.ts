import type { LeanError } from '../domain/error.js';
import type {
  ConnectProgress,
  ConnectReport,
  ConnectStatus,
  LinkAttributes,
  LinkMethod,
} from '../domain/link.js';

/** What to open, and for which bank. */
export interface ConnectRequest {
  method: LinkMethod;
  reconnectId: string | null;
  entityId: string | null;
  attributes: LinkAttributes;
  language: 'en' | 'ar';
  host: HTMLElement;
}

/** The terminal events of a flow, and those before and after. */
export type ConnectEventKind = 'success' | 'cancel' | 'error' | 'redirect' | 'ready';

/** Where a flow stands. */
export interface ConnectState {
  status: ConnectStatus;
  error: LeanError | null;
  /** We have stopped asking often; the customer may go on, a late success is still taken. */
  isStillWorking: boolean;
  /** What of the new bank's data is known to be here; null before there is anything to say. */
  progress: ConnectProgress | null;
}

/** Where a flow tells what happens. */
export interface ConnectListener {
  onState: (state: ConnectState) => void;
  onEvent: (kind: ConnectEventKind, report: ConnectReport, error: LeanError | null) => void;
}
