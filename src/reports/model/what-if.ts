import type { Assessment } from '../../core/assessment';
import { subtractRanges } from '../../core/money';
import type { Figure, Figures } from './figures';
import type { FindingRow } from './finding-rows';
import type { RunwayRow } from './forecast';
import type { ProductRow } from './product-rows';
import { type Report, reportOf } from './report';

/** A plan beside what it would be: what is different, and in which figures. */
export interface Comparison {
  readonly planned: Report;
  readonly supposed: Report;
  readonly monthly: Figures;
  readonly once: Figures;
  /** The first product that credits stop to cover; undefined where they last or the balance is not known. */
  readonly coverageEnds: { readonly planned: FirstEnd | undefined; readonly supposed: FirstEnd | undefined };
  readonly runway: { readonly planned: RunwayRow; readonly supposed: RunwayRow } | undefined;
  /** Whole days of runway that are won, or lost; undefined where one of the two has no end. */
  readonly runwayDays: number | undefined;
  /** Of another kind or of another resource than before. */
  readonly newFindings: readonly FindingRow[];
  readonly goneFindings: readonly FindingRow[];
}

export interface FirstEnd {
  readonly product: string;
  readonly at: number;
}

/** Pure: the same two assessments give the same comparison. */
export function comparisonOf(planned: Assessment, supposed: Assessment): Comparison {
  const [before, after] = [reportOf(planned), reportOf(supposed)];
  const runway =
    before.forecast === undefined || after.forecast === undefined
      ? undefined
      : { planned: before.forecast.runway, supposed: after.forecast.runway };
  return {
    planned: before,
    supposed: after,
    monthly: changeOf(before.estimate.monthly, after.estimate.monthly),
    once: changeOf(before.estimate.once, after.estimate.once),
    coverageEnds: { planned: firstEnd(before.products), supposed: firstEnd(after.products) },
    runway,
    runwayDays: daysBetween(runway),
    newFindings: notIn(after.findings, before.findings),
    goneFindings: notIn(before.findings, after.findings),
  };
}

/** Amounts may be negative. What is in no figure of one of the two is in no difference. */
function changeOf(before: Figures, after: Figures): Figures {
  const of = (part: keyof Figures): Figure => ({
    ...subtractRanges(after[part], before[part]),
    isPartial: before[part].isPartial || after[part].isPartial,
  });
  return { total: of('total'), covered: of('covered'), cash: of('cash'), unknown: of('unknown') };
}

function firstEnd(products: readonly ProductRow[]): FirstEnd | undefined {
  const ends = products.flatMap(({ product, end }) => (end === undefined ? [] : [{ product, at: end.earliest }]));
  return ends.sort((a, b) => a.at - b.at)[0];
}

function daysBetween(runway: Comparison['runway']): number | undefined {
  const [from, to] = [runway?.planned.days, runway?.supposed.days];
  return from === undefined || to === undefined ? undefined : to - from;
}

/** The same check of the whole stack finds the same, in whatever figures and words. */
const keyOf = ({ policy, rule, code, level, urn, charge }: FindingRow): string =>
  (urn === undefined ? [policy, rule, level, charge?.product ?? ''] : [policy, rule, level, code, urn]).join('\n');

function notIn(findings: readonly FindingRow[], others: readonly FindingRow[]): readonly FindingRow[] {
  const known = new Set(others.map(keyOf));
  return findings.filter((finding) => !known.has(keyOf(finding)));
}
