import type { Buckets } from '../core/estimate';
import { addRanges, cents, type Range } from '../core/money';

/** The parts in whole cents and the total as their sum: whoever adds up what stands there finds the same. */
export function rounded(buckets: Buckets): Buckets {
  const [covered, cash, unknown] = [inCents(buckets.covered), inCents(buckets.cash), inCents(buckets.unknown)];
  return { covered, cash, unknown, total: addRanges(addRanges(covered, cash), unknown) };
}

const inCents = ({ min, max }: Range): Range => ({ min: cents(min), max: cents(max) });
