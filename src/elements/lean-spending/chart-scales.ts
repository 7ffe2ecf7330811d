import { scaleBand } from 'd3-scale';
import { line } from 'd3-shape';
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
  /** Where zero is. */
  zero: number;
  ticks: { value: number; y: number }[];
  months: { month: string; in: Bar; out: Bar; net: { x: number; y: number } }[];
  /** The line through the nets, in a box of 100 by `height`. */
  netPath: string;
}

/** What is not nothing can be seen. */
const LEAST_BAR = 2;

/** Lays a chart out: money in stands above zero, money out hangs below, the first month where reading begins. */
export function planChart(months: readonly ChartMonth[], height: number, isRightToLeft: boolean): ChartPlan {
  // Pixels need no exact sums; every amount that is read as text stays decimal.
  const sizes = months.map(({ total }) => ({
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
  const bands = scaleBand()
    .domain(months.map(({ month }) => month))
    .range(isRightToLeft ? [100, 0] : [0, 100])
    .paddingInner(0.46)
    .paddingOuter(0.23);
  const width = bands.bandwidth();
  const planned = months.map(({ month }, index) => {
    const { in: received, out: spent, net } = sizes[index] ?? { in: 0, out: 0, net: 0 };
    const x = bands(month) ?? 0;
    const [up, down] = [barHeight(zero - yOf(received)), barHeight(yOf(-spent) - zero)];
    return {
      month,
      in: { x, y: zero - up, width, height: up },
      out: { x, y: zero, width, height: down },
      net: { x: x + width / 2, y: yOf(net) },
    };
  });
  const netLine = line<{ x: number; y: number }>(
    ({ x }) => x,
    ({ y }) => y,
  );
  return {
    zero,
    ticks: values.map((value) => ({ value, y: yOf(value) })),
    months: planned,
    netPath: netLine(planned.map(({ net }) => net)) ?? '',
  };
}

function barHeight(height: number): number {
  return height === 0 ? 0 : Math.max(LEAST_BAR, height);
}
