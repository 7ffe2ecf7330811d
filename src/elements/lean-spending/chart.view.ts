import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { MonthSpending } from '../../domain/spending/spending.js';
import { iconChevronRight } from '../../theme/data-icons.js';
import { cssVariable } from '../shared/css-variable.js';
import { iconView } from '../shared/icon.view.js';
import { planChart, type Bar, type ChartPlan } from './chart-scales.js';
import { legendView } from './legend.view.js';
import { inLine } from '../shared/money-text.js';
import { moveInMonths } from './month-keys.js';
import { ofWidth, roundNumbersOf } from './numbers.js';
import type { Looked, SpendingContext } from './spending-context.js';

const HEIGHT = 168;
/** Room for half a line of a tick's text above and below. */
const MARGIN = 8;

/**
 * In, out and net by month: a picture whose months can be chosen, with its legend, which tells the figures. While older
 * ones are read, what they will need is left free.
 */
export function chartView(looked: Looked, isReading: boolean, context: SpendingContext): TemplateResult {
  const { messages, format, direction } = context;
  const months = looked.shownMonths;
  const free = isReading ? looked.free : 0;
  const plan = planChart(months, HEIGHT, direction === 'rtl', free);
  const { compact } = roundNumbersOf(format.locale);
  const figure = (value: number): string => compact(Math.abs(value));
  // About 7 px for each letter: "400K" of one language is a word more in another.
  const axis = Math.max(...plan.ticks.map(({ value }) => 7 * figure(value).length + 14));
  return html`${legendView(looked, context)}
    <div class="chart" part="chart" ${cssVariable('--_months', String(free + months.length))}>
      <svg class="axis" width=${axis} height=${HEIGHT + 2 * MARGIN} aria-hidden="true">
        ${plan.ticks.map(
          ({ value, y }) =>
            svg`<text x=${direction === 'rtl' ? 6 : axis - 6} y=${y + MARGIN} text-anchor="end" dominant-baseline="central">${figure(value)}</text>`,
        )}
      </svg>
      <div class="plot">
        <svg class="picture" width="100%" height=${HEIGHT + 2 * MARGIN} aria-hidden="true">
          <defs>
            <pattern
              id="hatch"
              width="5"
              height="5"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="5" height="5" />
              <path d="M0 0V5" />
            </pattern>
          </defs>
          <g transform="translate(0 ${MARGIN})">
            ${gridView(plan)} ${barsView(plan)}
            ${plan.months.map(({ net }, index) => {
              const next = plan.months[index + 1]?.net;
              return next
                ? svg`<line class="net" x1=${ofWidth(net.x)} y1=${net.y} x2=${ofWidth(next.x)} y2=${next.y} />`
                : nothing;
            })}
            ${plan.months.map(({ net }) => svg`<circle cx=${ofWidth(net.x)} cy=${net.y} r="3" />`)}
          </g>
        </svg>
        <div
          class="months"
          role="group"
          aria-label=${messages.spending.byMonth}
          ${cssVariable('--_first', String(free + 1))}
          @keydown=${moveInMonths}
          @pointerleave=${() => {
            context.point(null);
          }}
        >
          ${repeat(
            months,
            ({ month }) => month,
            (month, index) => monthView(month, index, looked, context),
          )}
        </div>
      </div>
    </div>
    ${isReading || looked.hasEarlier || looked.hasLater ? pagerView(looked, context) : nothing}`;
}

function gridView({ ticks }: ChartPlan): SVGTemplateResult[] {
  return ticks.map(
    ({ value, y }) => svg`<line class=${value === 0 ? 'zero' : 'grid'} x1="0" x2="100%" y1=${y} y2=${y} />`,
  );
}

function barsView({ months }: ChartPlan): SVGTemplateResult[] {
  return months.map((month) => svg`${barView(month.in, 'in')}${barView(month.out, 'out')}`);
}

function barView({ x, y, width, height }: Bar, kind: string): SVGTemplateResult | typeof nothing {
  return height === 0
    ? nothing
    : svg`<rect class=${kind} x=${ofWidth(x)} y=${y} width=${ofWidth(width)} height=${height} rx="2" />`;
}

/** A month's column: pressed to look at that month alone, pointed at to read its figures. */
function monthView(
  { month, total }: MonthSpending,
  index: number,
  looked: Looked,
  context: SpendingContext,
): TemplateResult {
  const { names, chosen, messages, format } = context;
  const { currency, shownMonths } = looked;
  const isChosen = chosen.month === month;
  const tabStop = shownMonths.find((each) => each.month === chosen.month) ?? shownMonths.at(-1);
  const text = (amount: string) => inLine(format, { amount, currency });
  const point = (): void => {
    context.point(month);
  };
  const showsYear = index === 0 || month.endsWith('-01');
  return html`<button
    type="button"
    class="month"
    part="month ${isChosen ? 'selected' : ''}"
    tabindex=${tabStop?.month === month ? 0 : -1}
    aria-pressed=${isChosen}
    @click=${() => {
      context.choose({ ...chosen, month: isChosen ? null : month });
    }}
    @pointerenter=${point}
    @focus=${point}
    @blur=${() => {
      context.point(null);
    }}
  >
    <span class="unseen"
      >${messages.spending.monthFigures(names.long(month), text(total.in), text(total.out), text(total.net))}</span
    >
    <span class="label" aria-hidden="true">${names.short(month)}</span>
    <span class="year" aria-hidden="true">${showsYear ? names.year(month) : '\u00a0'}</span>
  </button>`;
}

function pagerView({ hasEarlier, hasLater, shownMonths }: Looked, context: SpendingContext): TemplateResult {
  const { messages, names, page } = context;
  const words = messages.spending;
  const [first = '', last = ''] = [shownMonths[0]?.month, shownMonths.at(-1)?.month];
  const step = (label: string, screens: number, isPossible: boolean, side = '') =>
    html`<button
      type="button"
      class="icon-button ${side}"
      aria-label=${label}
      ?disabled=${!isPossible}
      @click=${() => {
        page(screens);
      }}
    >
      ${iconView(iconChevronRight)}
    </button>`;
  return html`<div class="pager">
    ${step(words.earlier, 1, hasEarlier, 'back')}
    <span class="small muted">${words.span(names.brief(first), names.brief(last))}</span>
    ${step(words.later, -1, hasLater)}
  </div>`;
}
