import type { Assessment } from '../../core/assessment';
import type { Coverage } from '../../core/coverage/coverage';
import type { Instant } from '../../core/instant';
import { cents, type Usd } from '../../core/money';
import type { EndBecause, Ledger } from '../../core/outlook/ledger';
import type { ProductLine } from '../../core/outlook/product-lines';
import { NOT_COVERED_NOW, NOT_COVERED_THEN } from '../../words/labels';
import { clean } from '../../words/text';
import { addFigures, type Figures, noFigures } from './figures';
import type { ChargeRow, ResourceRow } from './resource-rows';

/** What a plan costs of one product, or of what one rule finds in it: who covers it, until when, and what follows. */
export interface ProductRow {
  readonly key: string;
  readonly product: string;
  /** Id of the rule that speaks of it; undefined for ordinary usage. */
  readonly rule: string | undefined;
  readonly monthly: Figures;
  readonly once: Figures;
  readonly coverage: Coverage;
  readonly resources: number;
  readonly paidBy: readonly string[];
  /** When credits stop to cover all of it; undefined when they last, or cover nothing of it now. */
  readonly end: CoverageEndRow | undefined;
  /** Why it is not covered, now or from its end on; undefined when it is. */
  readonly because: EndBecause | undefined;
  /** The same in words, without a capital or a full stop. */
  readonly reason: string;
}

export interface CoverageEndRow {
  readonly earliest: Instant;
  /** Undefined: at the cheap end of the ranges it does not come. */
  readonly latest: Instant | undefined;
  readonly backAt: Instant | undefined;
  /** What is cash a month from then on, at the dear end. */
  readonly cash: Usd;
}

/** One row for each kind of charge, dearest first. */
export function productRows(assessment: Assessment, resources: readonly ResourceRow[]): readonly ProductRow[] {
  const monthly = sumsByKey(resources, 'month');
  const once = sumsByKey(resources, 'once');
  const { cheap } = assessment.outlook;
  const latest = firstUncovered(cheap);
  return assessment.products.map((line) => {
    const { key, product, rule } = line.eligibility;
    const because = becauseOf(line, assessment);
    return {
      key,
      product: clean(product),
      rule: rule?.id,
      monthly: monthly.get(key) ?? noFigures,
      once: once.get(key) ?? noFigures,
      coverage: line.coverage,
      resources: line.resources.length,
      paidBy: line.paidBy.map((id) => clean(id)),
      end: endOf(line, latest.get(key) ?? cheap.closedAt, assessment),
      because,
      reason: because === undefined ? '' : reasonOf(line, because, assessment),
    };
  });
}

function sumsByKey(resources: readonly ResourceRow[], per: ChargeRow['per']): ReadonlyMap<string, Figures> {
  const sums = new Map<string, Figures>();
  for (const { charges } of resources) {
    for (const charge of charges) {
      if (charge.per !== per || charge.isPaidBefore) continue;
      sums.set(charge.key, addFigures(sums.get(charge.key) ?? noFigures, charge.usd));
    }
  }
  return sums;
}

/** When each kind of charge is first not covered at the cheap end, also one that costs nothing there. */
function firstUncovered({ pieces }: Ledger): ReadonlyMap<string, Instant> {
  const first = new Map<string, Instant>();
  for (const { from, to, rows } of pieces) {
    if (from === to) continue;
    for (const { stream, because } of rows) {
      const { key } = stream.eligibility;
      if (because !== undefined && !first.has(key)) first.set(key, from);
    }
  }
  return first;
}

function becauseOf(
  { eligibility, end, coverage }: ProductLine,
  { outlook, balance }: Assessment,
): EndBecause | undefined {
  if (balance.credits.state === 'unknown' && eligibility.byTerms !== 'no') return 'unknown';
  if (end !== undefined) return end.because;
  return coverage === 'covered' ? undefined : outlook.dear.becauseNow(eligibility.key);
}

function endOf({ end }: ProductLine, latest: Instant | undefined, { outlook }: Assessment): CoverageEndRow | undefined {
  if (end === undefined || end.at <= outlook.now) return undefined;
  return { earliest: end.at, latest, backAt: end.backAt, cash: cents(end.monthly) };
}

/** The rule's own sentence where it decides; else that of the credits. */
function reasonOf(
  { eligibility: { rule }, end }: ProductLine,
  because: EndBecause,
  { now, balance }: Assessment,
): string {
  if (because === 'unknown' && balance.credits.state === 'unknown') return 'the credit balance is not known';
  if (rule !== undefined && because === 'not-eligible') return clean(rule.why.replace(/\.$/, ''));
  return (end !== undefined && end.at > now ? NOT_COVERED_THEN : NOT_COVERED_NOW)[because];
}
