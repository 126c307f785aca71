import { isoDay, isoMonth } from '../../core/instant';
import { dollars, larger, sum, type Usd, zero } from '../../core/money';
import { counted } from '../../words/text';
import { element, fragment, type Markup } from '../markup';
import type { Forecast, MonthRow } from '../model/forecast';
import type { Report } from '../model/report';

/** What draws: the two parts of D3 that need no browser. They are modules that only `import()` loads on every Node. */
export interface Drawing {
  readonly shape: typeof import('d3-shape');
  readonly scale: typeof import('d3-scale');
}

/** Who pays in a month: a credit, the rest of them, nobody's credit, or nobody knows. */
export interface Series {
  readonly id: string;
  readonly name: string;
  /** `credit-0` …, `cash`, `unknown`: its colour and pattern. */
  readonly look: string;
  readonly usd: readonly Usd[];
}

const WIDTH = 760;
const LEFT = 76;
const RIGHT = 12;
const BARS = { top: 40, height: 190 };
const LINES = { top: 286, height: 120 };
const HEIGHT = 440;
/** A label needs so many columns. */
const LABEL = 54;
const MOST_CREDITS = 5;

/** What stands in each month, from the bottom up. */
export function seriesOf({ months }: Forecast, { credits }: Report): readonly Series[] {
  const nameOf = (id: string) => credits.rows.find((row) => row.id === id)?.description ?? id;
  const totals = new Map<string, Usd>();
  for (const month of months) {
    for (const { id, covered } of month.credits) totals.set(id, (totals.get(id) ?? zero).plus(covered));
  }
  const ids = [...totals].filter(([, usd]) => usd.gt(zero)).map(([id]) => id);
  const coveredBy = (month: MonthRow, some: readonly string[]) =>
    sum(month.credits.filter(({ id }) => some.includes(id)).map(({ covered }) => covered));
  const own = ids.slice(0, MOST_CREDITS);
  const others = ids.slice(MOST_CREDITS);
  const of = (id: string, name: string, look: string, value: (month: MonthRow) => Usd): Series => ({
    id,
    name,
    look,
    usd: months.map(value),
  });
  return [
    ...own.map((id, i) => of(id, nameOf(id), `credit-${i}`, (month) => coveredBy(month, [id]))),
    ...(others.length > 0
      ? [
          of('others', counted(others.length, 'other credit'), `credit-${MOST_CREDITS}`, (month) =>
            coveredBy(month, others),
          ),
        ]
      : []),
    of('cash', 'cash', 'cash', ({ cash }) => cash),
    of('unknown', 'not known who pays', 'unknown', ({ unknown }) => unknown),
  ].filter(({ usd }) => usd.some((amount) => amount.gt(zero)));
}

/** Months as bars by who pays, and below them what is left of the credits: between the dear end and the cheap one. */
export function chart(forecast: Forecast, report: Report, { shape, scale }: Drawing): Markup {
  const { months, leftAtMost, isPartial } = forecast;
  const series = seriesOf(forecast, report);
  const x = scale
    .scaleBand<string>()
    .domain(months.map(({ month }) => month))
    .range([LEFT, WIDTH - RIGHT])
    .padding(0.25);
  const tops = months.map((_, i) => sum(series.map(({ usd }) => usd[i] ?? zero)));
  const usd = scale
    .scaleLinear()
    .domain([0, number(greatest(tops)) || 1])
    .nice(4)
    .range([BARS.height, 0]);
  const usable = report.credits.usable;
  const left = [usable?.min ?? zero, ...months.map((month) => month.left)];
  const atMost = [usable?.max ?? zero, ...leftAtMost];
  const rest = scale
    .scaleLinear()
    .domain([0, number(greatest([...left, ...atMost])) || 1])
    .nice(3)
    .range([LINES.height, 0]);

  const rows = months.map((_, i) => Object.fromEntries(series.map((one) => [one.id, number(one.usd[i] ?? zero)])));
  const stack = shape.stack().keys(series.map(({ id }) => id))(rows);
  const bars = stack.flatMap((layer, s) =>
    layer.flatMap(([from = 0, to = 0], i) => {
      const [one, month] = [series[s], months[i]];
      if (one === undefined || month === undefined || to <= from) return [];
      const amount = one.usd[i] ?? zero;
      return [
        element(
          'rect',
          {
            class: `bar ${one.look}`,
            x: round(x(month.month) ?? 0),
            y: round(usd(to)),
            width: round(x.bandwidth()),
            height: round(usd(from) - usd(to)),
          },
          element('title', {}, `${month.month}, ${one.name}: ${dollars(amount)}${isPartial ? ' or more' : ''}`),
        ),
      ];
    }),
  );

  const points = left.map((dear, i) => ({
    at: i === 0 ? LEFT : (x(months[i - 1]?.month ?? '') ?? 0) + x.bandwidth(),
    dear: number(dear),
    cheap: number(atMost[i] ?? dear),
  }));
  const band = shape
    .area<(typeof points)[number]>()
    .x(({ at }) => at)
    .y0(({ dear }) => rest(dear))
    .y1(({ cheap }) => rest(cheap))
    .digits(1)(points);
  const line = (end: 'dear' | 'cheap') =>
    shape
      .line<(typeof points)[number]>()
      .x(({ at }) => at)
      .y((point) => rest(point[end]))
      .digits(1)(points) ?? '';

  const step = Math.max(1, Math.ceil(LABEL / x.step()));
  const labels = months
    .filter((_, i) => i % step === 0)
    .map(({ month }) =>
      element(
        'text',
        {
          class: 'tick',
          x: round((x(month) ?? 0) + x.bandwidth() / 2),
          y: LINES.top + LINES.height + 20,
          'text-anchor': 'middle',
        },
        month,
      ),
    );
  const summary = `${counted(months.length, 'month')} from ${months[0]?.month ?? ''}. The same values stand in the table below.`;
  return element(
    'svg',
    { class: 'chart', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-labelledby': 'chart-title chart-text' },
    element('title', { id: 'chart-title' }, 'Who pays each month, and what is left of the credits'),
    element('desc', { id: 'chart-text' }, summary),
    patterns(),
    panel(BARS.top, { title: 'USD a month', scale: usd, ticks: 4 }, fragment(...bars)),
    panel(
      LINES.top,
      { title: 'credits left', scale: rest, ticks: 3 },
      fragment(
        element('path', { class: 'band', d: band ?? '' }),
        element('path', { class: 'line cheap', d: line('cheap') }),
        element('path', { class: 'line', d: line('dear') }),
        ...points
          .slice(1)
          .map(({ at, dear, cheap }, i) =>
            element(
              'circle',
              { class: 'point', cx: round(at), cy: round(rest(dear)), r: 3 },
              element(
                'title',
                {},
                `${months[i]?.month ?? ''}: ${rangeText(dear, cheap, left[i + 1], atMost[i + 1])} left`,
              ),
            ),
          ),
      ),
    ),
    ...expiryMarks(report).flatMap(({ month, text, number: label }) => {
      const start = x(month);
      if (start === undefined) return [];
      const at = round(start + x.bandwidth());
      return [
        element(
          'g',
          { class: 'expiry' },
          element('title', {}, text),
          element('line', { x1: at, x2: at, y1: BARS.top, y2: LINES.top + LINES.height }),
          element('circle', { cx: at, cy: BARS.top - 10, r: 8 }),
          element('text', { x: at, y: BARS.top - 6, 'text-anchor': 'middle' }, String(label)),
        ),
      ];
    }),
    ...labels,
  );
}

interface Expiry {
  readonly number: number;
  /** `2027-03` */
  readonly month: string;
  readonly text: string;
}

/** The ends of credits that can be used, in their order: numbers in the chart, sentences beside it. */
export function expiryMarks({ credits, forecast }: Report): readonly Expiry[] {
  const months = new Set(forecast?.months.map(({ month }) => month));
  return credits.rows
    .flatMap(({ ends, description, isEntitled, state }) =>
      ends === undefined || isEntitled === 'no' || (state !== 'usable' && state !== 'not-started')
        ? []
        : [{ ends, description }],
    )
    .filter(({ ends }) => months.has(isoMonth(ends)))
    .sort((a, b) => a.ends - b.ends)
    .map(({ ends, description }, i) => ({
      number: i + 1,
      month: isoMonth(ends),
      text: `${description} expires on ${isoDay(ends)}.`,
    }));
}

const rangeText = (dear: number, cheap: number, least: Usd = zero, most: Usd = zero): string =>
  dear === cheap ? dollars(least) : `${dollars(least)} to ${dollars(most)}`;

interface Linear {
  (value: number): number;
  ticks(count: number): number[];
  tickFormat(count: number, specifier: string): (value: number) => string;
}

interface Axis {
  readonly title: string;
  readonly scale: Linear;
  readonly ticks: number;
}

/** A panel with its own axis of dollars. */
function panel(top: number, { title, scale, ticks }: Axis, content: Markup): Markup {
  const format = scale.tickFormat(ticks, '$,f');
  return element(
    'g',
    { transform: `translate(0 ${top})` },
    ...scale.ticks(ticks).map((tick) =>
      fragment(
        element('line', {
          class: 'grid',
          x1: LEFT,
          x2: WIDTH - RIGHT,
          y1: round(scale(tick)),
          y2: round(scale(tick)),
        }),
        element('text', { class: 'tick', x: LEFT - 8, y: round(scale(tick)) + 4, 'text-anchor': 'end' }, format(tick)),
      ),
    ),
    element('text', { class: 'axis', x: 4, y: -20 }, title),
    content,
  );
}

/** Cash and what is not known are hatched: they can be told apart without colour. */
const patterns = (): Markup =>
  element(
    'defs',
    {},
    element(
      'pattern',
      { id: 'hatch', width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      element('rect', { class: 'cash-ground', width: 6, height: 6 }),
      element('line', { class: 'cash-mark', x1: 0, y1: 0, x2: 0, y2: 6 }),
    ),
    element(
      'pattern',
      { id: 'dots', width: 6, height: 6, patternUnits: 'userSpaceOnUse' },
      element('rect', { class: 'unknown-ground', width: 6, height: 6 }),
      element('circle', { class: 'unknown-mark', cx: 3, cy: 3, r: 1.4 }),
    ),
  );

/** The look of a series, for the list beside the chart. */
export const swatch = (look: string): Markup =>
  element(
    'svg',
    { class: 'swatch', viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    element('rect', { class: `bar ${look}`, width: 16, height: 16 }),
  );

/** For where something stands, never for how much it is. */
const number = (usd: Usd): number => Number(usd.toFixed(2));

const round = (value: number): number => Math.round(value * 10) / 10;

const greatest = (amounts: readonly Usd[]): Usd => amounts.reduce(larger, zero);
