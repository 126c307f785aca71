import type { Coverage, Eligibility } from '../coverage/coverage';
import { addBuckets, EMPTY } from '../estimate';
import type { JudgedResource } from '../judge';
import { addRanges } from '../money';
import type { CoverageEnd } from './ledger';
import type { Outlook } from './outlook';
import { runsNow, type Sum } from './streams';
import type { Buckets } from './who-pays';

/** What a plan costs of one product, or of what one rule finds in it; who covers it, and until when. */
export interface ProductLine {
  readonly eligibility: Eligibility;
  readonly monthly: Buckets;
  readonly once: Buckets;
  readonly coverage: Coverage;
  /** URNs of the resources behind it, in the order of the plan. */
  readonly resources: readonly string[];
  /** Charges whose amount is not known, and which are in no figure. */
  readonly missing: number;
  /** The first instant from which credits do not cover all of it; undefined when they last. */
  readonly end: CoverageEnd | undefined;
  /** Credits that cover it, by id, at the dear end of the ranges. */
  readonly paidBy: readonly string[];
}

/** One line for each kind of charge of a plan, dearest first. */
export function productLines(
  resources: readonly JudgedResource[],
  sums: readonly Sum[],
  { whoPays, dear }: Outlook,
): ProductLine[] {
  const behind = new Map<string, { resources: Set<string>; missing: number; hasMonthly: boolean }>();
  for (const { resource, judged } of resources) {
    for (const { charge, eligibility } of judged) {
      let known = behind.get(eligibility.key);
      if (known === undefined) {
        known = { resources: new Set(), missing: 0, hasMonthly: false };
        behind.set(eligibility.key, known);
      }
      known.resources.add(resource.urn);
      if (charge.usd.state === 'unknown') known.missing++;
      if (charge.per === 'month') known.hasMonthly = true;
    }
  }
  const amounts = new Map<string, { eligibility: Eligibility; monthly: Buckets; once: Buckets }>();
  for (const sum of sums) {
    if (sum.part === 'removed' || !runsNow(sum)) continue;
    const { eligibility, hourly, monthly, once } = sum;
    const { key } = eligibility;
    const before = amounts.get(key) ?? { eligibility, monthly: EMPTY, once: EMPTY };
    amounts.set(key, {
      eligibility,
      monthly: addBuckets(before.monthly, whoPays.split(key, 'month', addRanges(hourly, monthly))),
      once: addBuckets(before.once, whoPays.split(key, 'once', once)),
    });
  }
  const ends = new Map(dear.coverageEnds.map((end) => [end.eligibility.key, end]));
  return [...amounts.values()]
    .map(({ eligibility, monthly, once }): ProductLine => {
      const { key } = eligibility;
      const known = behind.get(key);
      return {
        eligibility,
        monthly,
        once,
        coverage: whoPays.coverage(key, known?.hasMonthly === false ? 'once' : 'month'),
        resources: [...(known?.resources ?? [])],
        missing: known?.missing ?? 0,
        end: ends.get(key),
        paidBy: [...dear.paidBy(key)],
      };
    })
    .sort(byDollars);
}

const byDollars = (a: ProductLine, b: ProductLine): number =>
  b.monthly.total.max.cmp(a.monthly.total.max) ||
  b.once.total.max.cmp(a.once.total.max) ||
  (a.eligibility.key < b.eligibility.key ? -1 : 1);
