import { addRanges, between, exactly, keep, nothing, type Range, usd } from '../money';
import { type Known, known, type Maybe, mapReading, notSet, type Reading } from '../reading';

/** A count or a size: known exactly, known between bounds, or not known. */
export type Quantity = number | Range | Maybe<number> | Maybe<Range> | Reading<number>;

const ONE = known(exactly(usd(1)));

/** Brings every way of stating a quantity to one form. An absent count is not known: defaults are the caller's word. */
export function asRange(quantity: Quantity): Maybe<Range> {
  if (quantity === 1) return ONE;
  if (typeof quantity === 'number') return known(exactly(usd(quantity)));
  if ('min' in quantity) return known(quantity);
  if (quantity.state === 'absent') return notSet(quantity);
  if (quantity.state === 'unknown') return quantity;
  const { value } = quantity as Known<number | Range>;
  return known(typeof value === 'number' ? exactly(usd(value)) : value);
}

export const product = (a: Range, b: Range): Range => ({
  min: keep(a.min.times(b.min)),
  max: keep(a.max.times(b.max)),
});

/** So many of so many: known when both are. */
export function times(a: Quantity, b: Quantity): Maybe<Range> {
  const [first, second] = [asRange(a), asRange(b)];
  if (first.state !== 'known') return first;
  return second.state === 'known' ? known(product(first.value, second.value)) : second;
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
  const [low, high] = [asRange(least), asRange(most)];
  if (low.state !== 'known') return low;
  return high.state === 'known' ? known(between(low.value.min, high.value.max)) : high;
}

/** How many stand in a list; an absent list is not known: defaults are the caller's word. */
export const countOf = (list: Reading<readonly unknown[]>): Reading<number> =>
  mapReading(list, (items) => items.length);

/** What goes beyond the part that is included. */
export const beyond = (size: Reading<number>, included: number): Reading<number> =>
  mapReading(size, (value) => Math.max(0, value - included));

/** "3 × 730 hours", "0 to 100 GB": empty where it is not known. */
export function quantityWords(units: Maybe<Range>, unit: string): string {
  if (units.state !== 'known') return '';
  const { min, max } = units.value;
  const figures = min.eq(max) ? min.toFixed() : `${min.toFixed()} to ${max.toFixed()}`;
  return `${figures} ${unit}`.trim();
}
