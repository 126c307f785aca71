import { type Instant, isoDay } from '../core/instant';
import { between, cents, dollarRange, dollars, type Range, zero } from '../core/money';
import { counted } from '../words/text';
import { type Figure, type Figures, isSome, PARTS, type Part } from './model/figures';
import type { ResourceRow } from './model/resource-rows';

/** How each part of an amount is called in a column. */
export const PAYERS: Readonly<Record<Part, string>> = { covered: 'credits', cash: 'cash', unknown: 'unknown' };

/** `$3.20–$9.80`. Of what nothing is known, that is said: it is no "$0.00". */
export const amount = (figure: Figure): string =>
  isNothingKnown(figure) ? 'not known' : dollarRange(between(figure.min, figure.max));

export const isNothingKnown = ({ min, max, isPartial }: Figure): boolean => isPartial && min.eq(zero) && max.eq(zero);

export const orMore = (figure: Figure): string => (figure.isPartial && !isNothingKnown(figure) ? ' or more' : '');

/** `$3.20–$9.80 a month or more` */
export const aMonth = (figure: Figure): string =>
  isNothingKnown(figure) ? 'not known' : `${amount(figure)} a month${orMore(figure)}`;

/** What stands behind an amount in a table of monthly figures: `or more`, `once`, `once or more`. */
export const besideAmount = (figure: Figure, per: 'month' | 'once'): string =>
  `${per === 'once' ? 'once' : ''}${orMore(figure)}`.trim();

export const isTold = ({ total: { min, max, isPartial } }: Figures): boolean =>
  isPartial || !min.eq(zero) || !max.eq(zero);

/** `+$12.00–$15.00`, `-$3.00`, `-$5.00 to -$3.00`, `-$3.00 to +$4.00`, `no change`. */
export function signed(range: Range): string {
  const [min, max] = [cents(range.min), cents(range.max)];
  if (min.eq(zero) && max.eq(zero)) return 'no change';
  if (min.gte(zero)) return `+${dollarRange(range)}`;
  if (min.eq(max)) return dollars(min);
  return `${dollars(min)} to ${max.gt(zero) ? '+' : ''}${dollars(max)}`;
}

/**
 * A day that the ranges and what is missing make rough: `2027-05-12 at the earliest`, `2027-05-12 at the latest`.
 * `latest` undefined: at the cheap end it does not come.
 */
export function dayWords(earliest: Instant, latest: Instant | undefined, isPartial: boolean): string {
  const [first, last] = [isoDay(earliest), latest === undefined ? undefined : isoDay(latest)];
  if (first === last) return isPartial ? `${first} at the latest` : first;
  if (!isPartial) return `${first} at the earliest`;
  return last === undefined ? `${first} or sooner` : `${first}–${last} at the latest`;
}

/** `3 of 8 resources; --all shows each`; nothing when all are shown. */
export const shownOf = (shown: number, all: number, noun: string): string =>
  shown === all ? '' : `${shown} of ${counted(all, noun)}; --all shows each`;

/** Who pays something of it; where nothing is known, who perhaps does. */
export function payersOf(figures: Figures): readonly Part[] {
  const parts = PARTS.filter((part) => isSome(figures[part]));
  const shown = parts.length > 0 ? parts : PARTS.filter((part) => figures[part].isPartial);
  return shown.length === PARTS.length ? ['unknown'] : shown;
}

/** What costs something: dearest in a month first, then dearest at once, then those of which less is known. */
export const dearestFirst = (resources: readonly ResourceRow[]): readonly ResourceRow[] =>
  resources.filter((row) => isTold(row.monthly) || isTold(row.once)).sort(byDollars);

const byDollars = (a: ResourceRow, b: ResourceRow): number =>
  b.monthly.total.max.cmp(a.monthly.total.max) || b.once.total.max.cmp(a.once.total.max) || (a.urn < b.urn ? -1 : 1);
