import { displayProduct } from '../coverage/products';
import type { ClosedMonth } from '../credits/burn-reading';
import { addMonths, type Instant, isoMonth, midnight, startOfMonth } from '../instant';
import { keep, larger, type Usd, usd, zero } from '../money';
import type { Stream } from './stream';

/** How spending went up or down, month by month and product by product. */
export interface Trend {
  /** The closed months that it is measured on: `2026-05`, `2026-10`. */
  readonly from: string;
  readonly to: string;
  readonly months: number;
  /** USD more each month; negative where it goes down. */
  readonly steps: ReadonlyMap<string, Usd>;
}

export const MOST_MONTHS = 6;
/** Two months are a difference, and no trend. */
const FEWEST_MONTHS = 3;

/** A straight line through the last closed months in a row. Undefined where there are too few. A month that is not over is none. */
export function trendOf(closed: readonly ClosedMonth[], now: Instant): Trend | undefined {
  const months = lastInARow(closed.filter(({ month }) => month < isoMonth(now)));
  const [from, to] = [months[0]?.month, months.at(-1)?.month];
  if (from === undefined || to === undefined || months.length < FEWEST_MONTHS) return undefined;
  const spent = new Map<string, Usd[]>();
  for (const [i, { usd: amounts }] of months.entries()) {
    for (const [name, amount] of amounts) {
      const product = displayProduct(name);
      const series = spent.get(product) ?? months.map(() => zero);
      series[i] = (series[i] ?? zero).plus(amount);
      spent.set(product, series);
    }
  }
  return { from, to, months: months.length, steps: new Map([...spent].map(([name, series]) => [name, slope(series)])) };
}

/** The last months of which none is left out between. */
function lastInARow(months: readonly ClosedMonth[]): readonly ClosedMonth[] {
  const breaks = months.findLastIndex(
    ({ month }, i) => i > 0 && isoMonth(addMonths(midnight(`${months[i - 1]?.month}-01`), 1)) !== month,
  );
  return months.slice(Math.max(0, breaks)).slice(-MOST_MONTHS);
}

/** Least squares: how much more each month. */
function slope(series: readonly Usd[]): Usd {
  const middle = (series.length - 1) / 2;
  let [weighted, weight] = [zero, 0];
  for (const [i, amount] of series.entries()) {
    weighted = weighted.plus(amount.times(i - middle));
    weight += (i - middle) ** 2;
  }
  return keep(weighted.div(usd(weight)));
}

/** A stream that grows by so much each calendar month, for as many months as the trend was measured on; then it stays. */
export function alongTrend(stream: Stream, { months, steps }: Trend, now: Instant): Stream[] {
  const step = steps.get(stream.eligibility.product) ?? zero;
  if (step.eq(zero)) return [stream];
  const begins = startOfMonth(now);
  return Array.from({ length: months + 1 }, (_, i) => ({
    ...stream,
    perMonth: larger(zero, stream.perMonth.plus(step.times(i))),
    startsAt: i === 0 ? undefined : addMonths(begins, i),
    endsAt: i === months ? undefined : addMonths(begins, i + 1),
  }));
}
