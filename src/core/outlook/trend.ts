import { displayProduct } from '../coverage/products';
import type { History } from '../credits/burn-answers';
import { addMonths, type Instant, isoMonth, midnight, startOfMonth } from '../instant';
import { keep, larger, type Usd, usd, zero } from '../money';
import type { Stream } from './stream';

/** How what credits covered went up or down, month by month and product by product. */
export interface Trend {
  /** The closed months that it is measured on: `2026-05`, `2026-10`. */
  readonly from: string;
  readonly to: string;
  readonly months: number;
  /** USD more each month; negative where it goes down. */
  readonly steps: ReadonlyMap<string, Usd>;
}

const MOST_MONTHS = 6;
/** Two months are a difference, and no trend. */
const FEWEST_MONTHS = 3;

/**
 * A straight line through the last closed months. Undefined where there are too few: those that AWS could not answer for
 * are none, and where it says that something is missing, and not of which months, all are in doubt.
 */
export function trendOf({ allocations, failedMonths, isPartial }: History): Trend | undefined {
  if (isPartial) return undefined;
  const open = new Set([...failedMonths, ...allocations.filter((one) => one.isEstimated).map(({ month }) => month)]);
  const closed = new Set(allocations.map(({ month }) => month).filter((month) => !open.has(month)));
  const months = lastInARow([...closed].sort());
  const [from, to] = [months[0], months.at(-1)];
  if (from === undefined || to === undefined || months.length < FEWEST_MONTHS) return undefined;
  const at = new Map(months.map((month, i) => [month, i]));
  const spent = new Map<string, Usd[]>();
  for (const { month, service, usd: amount } of allocations) {
    const i = at.get(month);
    if (i === undefined) continue;
    const product = displayProduct(service);
    const series = spent.get(product) ?? months.map(() => zero);
    series[i] = (series[i] ?? zero).plus(amount);
    spent.set(product, series);
  }
  return { from, to, months: months.length, steps: new Map([...spent].map(([name, series]) => [name, slope(series)])) };
}

/** The last months of which none is left out between. */
function lastInARow(months: readonly string[]): readonly string[] {
  const breaks = months.findLastIndex(
    (month, i) => i > 0 && isoMonth(addMonths(midnight(`${months[i - 1]}-01`), 1)) !== month,
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
