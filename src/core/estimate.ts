import type { Charge } from './charges/charge';
import type { JudgedResource } from './judge';
import { addRanges, nothing, type Range, subtractRanges, timesRange } from './money';
import { runsNow, type Sum } from './outlook/streams';
import type { Buckets, WhoPays } from './outlook/who-pays';

export interface ResourceCounts {
  readonly priced: number;
  readonly free: number;
  readonly unpriced: number;
  readonly total: number;
}

/** What the planned resources cost, as far as it is known. */
export interface Estimate {
  /** A full month of 730 hours; who pays is as in the next 30 days. */
  readonly monthly: Buckets;
  /** Paid one time by this deployment. */
  readonly once: Buckets;
  /** A full month of what the stack had before; undefined when the plan does not say. */
  readonly before: Buckets | undefined;
  /** What the deployment changes a month; undefined when the plan does not say what was there before. */
  readonly change: Buckets | undefined;
  /** How many are priced, free, and without a price. */
  readonly resources: ResourceCounts;
  /** False as soon as one amount is missing: then every total means "at least". */
  readonly complete: boolean;
  /** What is not priced in full, with the reason. */
  readonly unpriced: readonly Unpriced[];
}

/** Resources of one type that are not priced in full, for one reason. */
export interface Unpriced {
  readonly type: string;
  readonly count: number;
  readonly reason: string;
}

/** Adds the charges up: by who pays them as the ledger says, and resource by resource by what could be priced. */
export function estimateOf(
  resources: readonly JudgedResource[],
  before: readonly JudgedResource[] | undefined,
  sums: readonly Sum[],
  whoPays: WhoPays,
): Estimate {
  const unpriced = unpricedOf(resources);
  const counts = { priced: 0, free: 0, unpriced: 0 };
  for (const { status } of resources) counts[status.state]++;
  return {
    monthly: bucketsOf(sums, 'month', whoPays),
    once: bucketsOf(sums, 'once', whoPays),
    before: before === undefined ? undefined : earlierOf(before, whoPays),
    change: before === undefined ? undefined : changeOf(resources, before, whoPays),
    resources: { ...counts, total: resources.length },
    complete: counts.unpriced === 0,
    unpriced,
  };
}

/** What tax adds to the cash of a month and to what is due once. */
export const taxOn = ({ monthly, once }: Pick<Estimate, 'monthly' | 'once'>, rate: number) => ({
  monthly: timesRange(monthly.cash, rate),
  once: timesRange(once.cash, rate),
});

/** What is not priced in full, by type and reason, most frequent first. */
function unpricedOf(resources: readonly JudgedResource[]): Unpriced[] {
  const groups = new Map<string, { type: string; count: number; reason: string }>();
  for (const { resource, status } of resources) {
    if (status.state !== 'unpriced') continue;
    const type = resource.writtenType ?? resource.type;
    const key = `${type}\n${status.because}`;
    const group = groups.get(key) ?? { type, count: 0, reason: status.because };
    group.count++;
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1));
}

/** Adds up what is charged after the deployment, by who pays. */
function bucketsOf(sums: readonly Sum[], per: 'month' | 'once', whoPays: WhoPays): Buckets {
  return sums
    .filter((sum) => sum.part !== 'removed' && runsNow(sum))
    .map(({ eligibility, hourly, monthly, once }) =>
      whoPays.split(eligibility.key, per, per === 'once' ? once : addRanges(hourly, monthly)),
    )
    .reduce(addBuckets, EMPTY);
}

export const EMPTY: Buckets = { total: nothing, covered: nothing, cash: nothing, unknown: nothing };

export const addBuckets = (a: Buckets, b: Buckets): Buckets => ({
  total: addRanges(a.total, b.total),
  covered: addRanges(a.covered, b.covered),
  cash: addRanges(a.cash, b.cash),
  unknown: addRanges(a.unknown, b.unknown),
});

/** What the stack had cost a month, by who pays such charges now. */
function earlierOf(before: readonly JudgedResource[], whoPays: WhoPays): Buckets {
  const sums = new Map<string, Range>();
  for (const one of before) {
    for (const { key, usd } of monthlyCharges(one).values()) sums.set(key, addRanges(sums.get(key) ?? nothing, usd));
  }
  return [...sums].map(([key, usd]) => whoPays.split(key, 'month', usd)).reduce(addBuckets, EMPTY);
}

/** What changes a month, charge by charge: one that costs the same before and after changes nothing. */
function changeOf(after: readonly JudgedResource[], before: readonly JudgedResource[], whoPays: WhoPays): Buckets {
  // What stays may still cost another amount, where others fill the steps of its price or use what is free of it.
  const isShared = ({ inSteps, allowance }: Charge) => inSteps !== undefined || allowance !== undefined;
  const kept = ({ resource, judged }: JudgedResource): boolean =>
    resource.change === 'same' && judged.every(({ charge }) => !isShared(charge));
  const differences = new Map<string, Range>();
  const add = (key: string, usd: Range): void => {
    differences.set(key, addRanges(differences.get(key) ?? nothing, usd));
  };
  const earlier = new Map(before.filter((one) => !kept(one)).map((one) => [one.resource.urn, monthlyCharges(one)]));
  for (const one of after) {
    if (kept(one)) continue;
    const old = earlier.get(one.resource.urn) ?? new Map<string, Line>();
    for (const [name, line] of monthlyCharges(one)) {
      const was = old.get(name);
      old.delete(name);
      // A charge may change hands: then it leaves one kind and joins another.
      if (was === undefined || was.key !== line.key) {
        add(line.key, line.usd);
        if (was !== undefined) add(was.key, subtractRanges(nothing, was.usd));
      } else if (!isSame(was.usd, line.usd)) add(line.key, subtractRanges(line.usd, was.usd));
    }
  }
  for (const old of earlier.values()) for (const was of old.values()) add(was.key, subtractRanges(nothing, was.usd));
  return [...differences].map(([key, usd]) => whoPays.split(key, 'month', usd)).reduce(addBuckets, EMPTY);
}

interface Line {
  readonly key: string;
  readonly usd: Range;
}

/** The known monthly charges of a resource, by what they are for. */
function monthlyCharges({ judged }: JudgedResource): Map<string, Line> {
  const lines = new Map<string, Line>();
  for (const { charge, eligibility } of judged) {
    if (charge.per !== 'month' || charge.usd.state === 'unknown') continue;
    const name = `${charge.product}\n${charge.what}`;
    const before = lines.get(name);
    const usd = before === undefined ? charge.usd.value : addRanges(before.usd, charge.usd.value);
    lines.set(name, { key: eligibility.key, usd });
  }
  return lines;
}

const isSame = (a: Range, b: Range): boolean => a.min.eq(b.min) && a.max.eq(b.max);
