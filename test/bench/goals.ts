/** What must be true of our list (issue 5), as ratios to the floor of the same run or as plain figures. */
import type { Figures } from './measures.js';
import { FLOOR } from './registry.js';

/** Medians of one contender by measure. */
export type Medians = Record<string, Figures>;

export interface Goal {
  name: string;
  measure: string;
  figure: string;
  /** Whose figure it is a ratio to; null for the figure itself. */
  against: string | null;
  most: number;
  unit: string;
}

export const goals: Goal[] = [
  ratio('first rows of 1,000: CPU', 'first 1k', 'cpu', 1.8),
  ratio('first rows of 100,000: time', 'first 100k', 'first', 1.6),
  figure('first rows of 100,000: longest task', 'first 100k', 'longestTask', 50, 'ms'),
  figure('the same, CPU 4x slower', 'first 100k /4', 'longestTask', 50, 'ms'),
  ...['read', 'fling', 'jump'].flatMap((pass) => [
    ratio(`scrolled frame, ${pass}: CPU`, 'scroll', `${pass} cpu`, 1.25),
    figure(`scrolled frame, ${pass}: dropped`, 'scroll', `${pass} dropped`, 0, ''),
    figure(`scrolled frame, ${pass}: blank`, 'scroll', `${pass} blank`, 0, ''),
  ]),
  figure('nodes when windowed', 'scroll', 'nodes', 250, ''),
  ratio('keystroke at 100,000: handler', 'type', 'median', 0.4),
  figure('memory of 100,000 rows and index', 'memory', 'megabytes', 20, 'MB'),
  figure('1,000 mounts: nodes left', 'churn', 'nodes', 0, ''),
  figure('1,000 mounts: listeners left', 'churn', 'listeners', 0, ''),
  figure('1,000 mounts: memory left', 'churn', 'kilobytes', 100, 'kB'),
  figure('layout shift when rows come', 'first 1k', 'shift', 0.02, ''),
  figure('layout shift from script tag to rows', 'cold', 'shift', 0.02, ''),
  // By the tag that JustiFi publishes; what a host's own bundle of it does is printed with the medians (decision 10).
  { ...ratio("script tag to first row, of JustiFi's", 'cold', 'first', 0.5), against: 'justifi' },
];

function ratio(name: string, measure: string, of: string, most: number): Goal {
  return { name, measure, figure: of, against: FLOOR, most, unit: 'x' };
}

function figure(name: string, measure: string, of: string, most: number, unit: string): Goal {
  return { name, measure, figure: of, against: null, most, unit };
}

export interface Verdict extends Goal {
  value: number;
  isMet: boolean;
}

/** Ratios of few samples on a shared machine wander by this much, and a frame or two of a hundred come late. */
const QUICK_SLACK = 1.15;
const QUICK_DROPPED = 0.05;

/** How the goals stand; those whose measure did not run are left out. */
export function verdicts(
  all: Readonly<Record<string, Medians>>,
  subject: string,
  isQuick: boolean,
): Verdict[] {
  return goals.flatMap((goal) => {
    const own = all[subject]?.[goal.measure]?.[goal.figure];
    const base = goal.against === null ? 1 : all[goal.against]?.[goal.measure]?.[goal.figure];
    if (own === undefined || base === undefined) return [];
    const value = own / base;
    return [{ ...goal, value, isMet: value <= (isQuick ? quickMost(goal) : goal.most) }];
  });
}

function quickMost({ most, against, figure: name }: Goal): number {
  if (name.endsWith(' dropped')) return QUICK_DROPPED;
  return against === null ? most : most * QUICK_SLACK;
}
