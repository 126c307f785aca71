import { addRanges, between, exactly, keep, nothing, type Range } from '../money';
import { type Known, known, type Maybe, mapReading, notSet, type Reading } from '../reading';
import { asRecurring, exactNumber, isRecurring, WorkedOut } from './recurring';

/** A count or a size: known exactly, known between bounds, or not known. */
export type Quantity = number | Range | Maybe<number> | Maybe<Range> | Reading<number>;

/** Brings every way of stating a quantity to one form. An absent count is not known: defaults are the caller's word. */
export function asRange(quantity: Quantity): Maybe<Range> {
  if (typeof quantity === 'number') return exactNumber(quantity);
  if ('min' in quantity) return known(quantity);
  if (quantity.state === 'absent') return notSet(quantity);
  if (quantity.state === 'unknown') return quantity;
  const { value } = quantity as Known<number | Range>;
  return typeof value === 'number' ? exactNumber(value) : (quantity as Known<Range>);
}

/** A figure of a figure is one figure, and is computed once. */
export function product(a: Range, b: Range): Range {
  const min = keep(a.min.times(b.min));
  return a.min === a.max && b.min === b.max ? exactly(min) : { min, max: keep(a.max.times(b.max)) };
}

const products = new WorkedOut<Range, Known<Range>>();

/** So many of so many: known when both are. */
export function times(a: Quantity, b: Quantity): Maybe<Range> {
  const first = asRange(a);
  const second = asRange(b);
  if (first.state !== 'known') return first;
  if (second.state !== 'known') return second;
  const [of, each] = [first.value, second.value];
  if (!isRecurring(of) || !isRecurring(each)) return known(product(of, each));
  return products.of(of, each, () => known(asRecurring(product(of, each))));
}

/** All of them together: known when each is. */
export function total(quantities: readonly Quantity[]): Maybe<Range> {
  let sum: Range = nothing;
  for (const quantity of quantities) {
    const range = asRange(quantity);
    if (range.state !== 'known') return range;
    sum = addRanges(sum, range.value);
  }
  return known(sum);
}

/** Something that scales by itself between two sizes. */
export function fromTo(least: Quantity, most: Quantity): Maybe<Range> {
  const low = asRange(least);
  const high = asRange(most);
  if (low.state !== 'known') return low;
  if (high.state !== 'known') return high;
  const [from, to] = [low.value, high.value];
  if (!isRecurring(from) || !isRecurring(to)) return known(between(from.min, to.max));
  return spans.of(from, to, () => known(asRecurring(between(from.min, to.max))));
}

const spans = new WorkedOut<Range, Known<Range>>();

/** How many stand in a list; an absent list is not known: defaults are the caller's word. */
export const countOf = (list: Reading<readonly unknown[]>): Reading<number> =>
  mapReading(list, (items) => items.length);

/** What goes beyond the part that is included. */
export const beyond = (size: Reading<number>, included: number): Reading<number> =>
  mapReading(size, (value) => Math.max(0, value - included));

/** "3 × 730 hours", "0 to 100 GB": empty where it is not known. */
export const quantityWords = (units: Maybe<Range>, unit: string): string =>
  units.state === 'known' ? words.of(units.value, unit, () => wordsOf(units.value, unit)) : '';

const words = new WorkedOut<string, string>();

function wordsOf({ min, max }: Range, unit: string): string {
  const figures = min.eq(max) ? min.toFixed() : `${min.toFixed()} to ${max.toFixed()}`;
  return `${figures} ${unit}`.trim();
}
