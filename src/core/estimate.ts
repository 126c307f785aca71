import type { Charge } from './charges/charge';
import type { Coverage, JudgedCharge } from './coverage/coverage';
import { addRanges, nothing, type Range, subtractRanges } from './money';

/** USD by who pays. `covered + cash + unknown = total`, at both bounds. */
export interface Buckets {
  readonly total: Range;
  readonly covered: Range;
  readonly cash: Range;
  readonly unknown: Range;
}

export interface ResourceCounts {
  readonly priced: number;
  readonly free: number;
  readonly unpriced: number;
  readonly total: number;
}

/** What the planned resources cost, as far as it can be told. */
export interface Estimate {
  /** A full month of 730 hours while credits last. */
  readonly monthly: Buckets;
  /** Paid one time by this deployment. */
  readonly once: Buckets;
  /** What the deployment changes a month; undefined when the plan does not say what was there before. */
  readonly change: Buckets | undefined;
  readonly resources: ResourceCounts;
  /** False as soon as one amount is missing: then every total means "at least". */
  readonly complete: boolean;
  readonly unpriced: readonly { readonly type: string; readonly count: number; readonly reason: string }[];
}

const BUCKET: Readonly<Record<Coverage, 'covered' | 'cash' | 'unknown'>> = {
  covered: 'covered',
  'not-covered': 'cash',
  unknown: 'unknown',
};

/** Adds up the charges of one period by who pays them. Charges of unknown amount are left out, never taken as zero. */
export function bucketsOf(charges: readonly JudgedCharge[], per: Charge['per']): Buckets {
  const sums = { covered: nothing, cash: nothing, unknown: nothing };
  for (const { charge, coverage } of charges) {
    if (charge.per !== per || charge.usd.state === 'unknown') continue;
    const bucket = BUCKET[coverage];
    sums[bucket] = addRanges(sums[bucket], charge.usd.value);
  }
  return withTotal(sums);
}

const withTotal = (parts: Omit<Buckets, 'total'>): Buckets => ({
  total: addRanges(addRanges(parts.covered, parts.cash), parts.unknown),
  ...parts,
});

export function differenceOf(after: Buckets, before: Buckets): Buckets {
  return withTotal({
    covered: subtractRanges(after.covered, before.covered),
    cash: subtractRanges(after.cash, before.cash),
    unknown: subtractRanges(after.unknown, before.unknown),
  });
}
