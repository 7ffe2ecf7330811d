import type { CallRecord } from '../client/call-log.js';
import type { SdkReport } from './sdk-report.js';

/** One event as it is told: its name, and a code or status where it has one. */
export interface HeardEvent {
  at: number;
  name: string;
  said: string;
}

/** Everything the inspector shows. It holds no token, id, amount or name: what it is made of has none. */
export interface Report {
  elements: readonly { tag: string; state: string }[];
  settings: readonly string[];
  sdk: SdkReport;
  /** Newest first. */
  calls: readonly CallRecord[];
  /** Newest first. */
  events: readonly HeardEvent[];
}

/** The same as text, to be pasted where help is asked for. */
export function reportText(report: Report): string {
  const { elements, settings, sdk, calls, events } = report;
  return [
    'lean-elements inspector',
    section(
      'Elements',
      elements.map(({ tag, state }) => `${tag}: ${state}`),
    ),
    section('Settings', settings),
    section('Lean’s SDK', sdk),
    section(
      'Calls, newest first',
      calls.map((call) => callWords(call).join('  ')),
    ),
    section(
      'Events, newest first',
      events.map(({ at, name, said }) => [clock(at), name, said].filter(Boolean).join('  ')),
    ),
  ].join('\n\n');
}

/** A call in words: when, what, how it was answered, how long it took, its number for support. */
export function callWords(call: CallRecord): string[] {
  const status = call.httpStatus === null ? 'no answer' : String(call.httpStatus);
  return [
    clock(call.at),
    call.route,
    [status, call.leanStatus].filter(Boolean).join(' '),
    `${String(call.milliseconds)} ms`,
    call.correlationId ?? '',
  ].filter(Boolean);
}

/** A time of day in UTC, to the second, as logs have it. */
export function clock(at: number): string {
  return new Date(at).toISOString().slice(11, 19);
}

function section(title: string, lines: readonly string[]): string {
  return [title, ...(lines.length > 0 ? lines : ['none']).map((line) => `  ${line}`)].join('\n');
}
