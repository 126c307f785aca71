import type { Assessment } from '../../core/assessment';
import { type Estimate, type ResourceCounts, taxOn } from '../../core/estimate';
import { CHECKS, type CheckName } from '../../core/findings/checks';
import type { Instant } from '../../core/instant';
import type { Stack } from '../../core/plan';
import type { Verdict } from '../../core/verdict';
import { cashSentence } from '../../words/cash';
import { clean } from '../../words/text';
import { titleOf, verdictSentence } from '../../words/verdict';
import { type CreditsPart, creditsPart } from './credit-rows';
import { addFigures, type Figure, type Figures, figure, inCents, missingFigures, noFigures } from './figures';
import { type FindingRow, findingRow } from './finding-rows';
import { type Forecast, forecastOf } from './forecast';
import { type NoteRow, noteRow } from './note-rows';
import { type ProductRow, productRows } from './product-rows';
import { type ResourceRow, resourceRows } from './resource-rows';
import { type StackRow, stackMarks, stackRows } from './stack-rows';

/**
 * What every format tells, and all that it may read: amounts in whole cents that add up, "or more" on each partial one,
 * names cleaned and words found. A format is layout.
 */
export interface Report {
  readonly date: Instant;
  /** Of several: what they share. */
  readonly stack: Stack;
  /** `shop/dev`, or `3 stacks`. */
  readonly title: string;
  readonly verdict: Verdict & { readonly sentence: string };
  /** One for each of several stacks on one pool; none for one. */
  readonly stacks: readonly StackRow[];
  readonly findings: readonly FindingRow[];
  readonly checks: readonly CheckRow[];
  readonly estimate: EstimatePart;
  /** In the order of the plan. */
  readonly resources: readonly ResourceRow[];
  /** Dearest first; their sum is the estimate. */
  readonly products: readonly ProductRow[];
  readonly credits: CreditsPart;
  /** Undefined when the balance is not known. */
  readonly forecast: Forecast | undefined;
  readonly notes: readonly NoteRow[];
  /** Something is in no figure: totals mean "or more", dates "at the latest". */
  readonly isPartial: boolean;
}

/** One check of the whole stack. */
export interface CheckRow {
  readonly name: CheckName;
  /** What it lacked, so that it could not be made; a sentence. */
  readonly missing: string | undefined;
}

export interface EstimatePart {
  readonly monthly: Figures;
  readonly once: Figures;
  /** A full month of what the stack had; undefined as `change` is. */
  readonly before: Figures | undefined;
  /** What the deployment costs in cash, in a sentence; undefined as `change` is. */
  readonly cashOfChange: string | undefined;
  /** Of what is priced; undefined when the plan does not say what was there before. */
  readonly change: Figures | undefined;
  /** What tax adds to cash; undefined where no rate is stated. */
  readonly tax: { readonly rate: number; readonly monthly: Figure; readonly once: Figure } | undefined;
  readonly counts: ResourceCounts;
  readonly isComplete: boolean;
  readonly unpriced: readonly { readonly type: string; readonly count: number; readonly reason: string }[];
  /** Only read by the stack, by type, and of other clouds and tools, by package. */
  readonly external: ReadonlyMap<string, number>;
  readonly outside: ReadonlyMap<string, number>;
}

export function reportOf(assessment: Assessment): Report {
  const { now, stack, verdict, findings, notes, isPartial } = assessment;
  const markOf = stackMarks(assessment);
  const resources = resourceRows(assessment, markOf);
  const places = new Map(resources.flatMap(({ urn, at }) => (at === undefined ? [] : [[urn, at] as const])));
  const products = productRows(assessment, resources);
  const told = findings.map((finding) => {
    const mark = markOf(finding.urn, finding.stack);
    return findingRow(finding, now, places.get(finding.urn ?? ''), mark);
  });
  return {
    date: now,
    stack,
    title: titleOf(assessment),
    verdict: { ...verdict, sentence: clean(verdictSentence(assessment), 1000) },
    stacks: stackRows(assessment, resources, told),
    findings: told,
    checks: checksOf(assessment),
    estimate: estimateOf(assessment, resources),
    resources,
    products,
    credits: creditsPart(assessment),
    forecast: forecastOf(assessment),
    notes: notes.map(noteRow),
    isPartial,
  };
}

function checksOf({ settings: { outlook }, balance }: Assessment): readonly CheckRow[] {
  if (outlook.level === 'off') return [];
  const missingOf = (check: CheckName): string | undefined => {
    if (NEEDS_BALANCE.has(check) && balance.credits.state === 'unknown') return 'The credit balance is not known.';
    const hasLimit = outlook.maxMonthlyCash !== undefined || outlook.maxOneTimeCash !== undefined;
    return check === 'cash' && !hasLimit ? 'No limit is set: maxMonthlyCash, maxOneTimeCash.' : undefined;
  };
  return CHECKS.filter((check) => outlook[check] !== 'off').map((name) => ({ name, missing: missingOf(name) }));
}

const NEEDS_BALANCE: ReadonlySet<CheckName> = new Set(['runway', 'coverage', 'expiring']);

function estimateOf(
  { estimate, plan, isPartial, settings }: Assessment,
  resources: readonly ResourceRow[],
): EstimatePart {
  const { before, change, resources: counts, complete, unpriced } = estimate;
  const monthly = resources.map((row) => row.monthly).reduce(addFigures, noFigures);
  const once = resources.map((row) => row.once).reduce(addFigures, noFigures);
  // What could not be read of a plan may be anything.
  const unread = isPartial && complete ? missingFigures(undefined) : noFigures;
  const changes = change === undefined ? undefined : inCents(change, isPartial);
  return {
    monthly: addFigures(monthly, unread),
    once: addFigures(once, unread),
    cashOfChange: changes === undefined ? undefined : cashSentence({ monthly: changes, once, isPartial }),
    before: before === undefined ? undefined : inCents(before, isPartial),
    change: changes,
    tax: settings.tax === undefined ? undefined : taxOf(estimate, settings.tax, isPartial),
    counts,
    isComplete: complete,
    unpriced: unpriced.map(({ type, count, reason }) => ({ type: clean(type), count, reason: clean(reason) })),
    external: plan.external,
    outside: plan.outside,
  };
}

function taxOf(estimate: Estimate, rate: number, isPartial: boolean): NonNullable<EstimatePart['tax']> {
  const { monthly, once } = taxOn(estimate, rate);
  return { rate, monthly: figure(monthly, isPartial), once: figure(once, isPartial) };
}
