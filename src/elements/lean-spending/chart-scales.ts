import type { Flow } from '../../domain/spending/flow.js';
import { ticksBetween } from './ticks.js';

/** A month as the chart needs it. */
export interface ChartMonth {
  month: string;
  total: Flow;
}

export interface Bar {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where everything stands: across in hundredths of the width, so that it fits any, and down in pixels. */
export interface ChartPlan {
  ticks: { value: number; y: number }[];
  months: { month: string; in: Bar; out: Bar; net: { x: number; y: number } }[];
}

/** How much of its month's width a bar takes. */
const BAR = 0.54;

/** What is not nothing can be seen. */
const LEAST_BAR = 2;

/**
 * Lays a chart out: money in stands above zero, money out hangs below, the first month where reading begins, after the
 * places of those that are still to come.
 */
export function planChart(
  months: readonly ChartMonth[],
  height: number,
  isRightToLeft: boolean,
  free = 0,
): ChartPlan {
  // Pixels need no exact sums; every amount that is read as text stays decimal.
  const sizes = months.map(({ month, total }) => ({
    month,
    in: Number(total.in),
    out: Number(total.out),
    net: Number(total.net),
  }));
  const most = Math.max(0, ...sizes.map((size) => size.in));
  const least = -Math.max(0, ...sizes.map((size) => size.out));
  const values = ticksBetween(least, most);
  const [bottom = 0, top = 1] = [values[0], values.at(-1)];
  const yOf = (value: number) => ((top - value) / (top - bottom)) * height;
  const zero = yOf(0);
  const step = 100 / (free + months.length);
  const width = step * BAR;
  const placed = sizes.map(({ month, in: received, out: spent, net }, index) => {
    const place = isRightToLeft ? months.length - 1 - index : free + index;
    const x = place * step + (step - width) / 2;
    const [up, down] = [barHeight(zero - yOf(received)), barHeight(yOf(-spent) - zero)];
    return {
      month,
      in: { x, y: zero - up, width, height: up },
      out: { x, y: zero, width, height: down },
      net: { x: x + width / 2, y: yOf(net) },
    };
  });
  return {
    ticks: values.map((value) => ({ value, y: yOf(value) })),
    months: placed,
  };
}

function barHeight(height: number): number {
  return height === 0 ? 0 : Math.max(LEAST_BAR, height);
}
