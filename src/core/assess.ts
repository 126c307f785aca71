import type { Charge } from './charges/charge';
import { blankBill, type Pricing, priceResource } from './charges/charges';
import type { PriceBook } from './charges/prices';
import type { ChargeContext } from './charges/service';
import { type JudgedCharge, judge, type Terms } from './coverage/coverage';
import type { Hit, Rule } from './coverage/rule';
import { rulesFor } from './coverage/rules';
import type { Balance } from './credits/credit';
import { bucketsOf, differenceOf, type Estimate } from './estimate';
import { applyAcceptances } from './findings/acceptances';
import { byWeight, type Finding } from './findings/finding';
import { commitmentFindings, ruleFindings } from './findings/resource-findings';
import type { Instant } from './instant';
import { type Notice, notice } from './notice';
import { outlookFindings } from './outlook/checks';
import { drawDown, type Outlook, type OutlookCharge } from './outlook/outlook';
import { isPaidAlready, type Plan, type PlannedResource, type Stack } from './plan';
import { PlanIndex } from './plan-index';
import type { Settings } from './settings';

/** Everything the flow needs: one plan, one balance, the owner's settings, the price book, one instant. */
export interface Input {
  readonly plan: Plan;
  readonly balance: Balance;
  readonly settings: Settings;
  readonly prices: PriceBook;
  readonly now: Instant;
}

/** What there is to tell. Amounts are USD, instants UTC. */
export interface Assessment {
  readonly stack: Stack;
  readonly now: Instant;
  readonly findings: readonly Finding[];
  readonly estimate: Estimate;
  readonly balance: Balance;
  /** Undefined when the balance is not known, or when a draw-down did not add up. */
  readonly outlook: Outlook | undefined;
  /** Lines about the input itself: what could not be read. */
  readonly problems: readonly Notice[];
  readonly plan: Plan;
}

/** One resource with its charges, each with the answer to "do credits pay it?". */
export interface JudgedResource {
  readonly resource: PlannedResource;
  readonly pricing: Pricing;
  readonly judged: readonly JudgedCharge[];
  readonly findings: readonly Finding[];
}

/**
 * The whole flow, one way: planned resources → charges → coverage → outlook → findings. Pure: the same input gives the
 * same assessment.
 */
export function assess({ plan, balance, settings, prices, now }: Input): Assessment {
  const terms: Terms = { balance, settings, now };
  const judgeAll = (resources: readonly PlannedResource[]) => {
    const surroundings = { prices, overrides: settings.usage, index: new PlanIndex(resources) };
    return resources.map((resource) => judgeResource(resource, surroundings, terms, settings));
  };
  const after = judgeAll(plan.resources);
  const before = plan.before === undefined ? undefined : judgeAll(plan.before);

  const estimate = estimateOf(after, before);
  const drawn =
    balance.credits.state === 'known'
      ? drawDown(outlookCharges(after, before, settings), balance, settings, now)
      : undefined;
  const outlook = drawn?.faults.length === 0 ? drawn.outlook : undefined;

  const found = [
    ...after.flatMap((one) => one.findings),
    ...outlookFindings({ balance, estimate, outlook, settings, now }),
  ];
  const { findings, notes } = applyAcceptances(found, settings.accept, now);
  const faults = (drawn?.faults ?? []).map((fault) =>
    notice('plan-unread', 'warn', { text: `The outlook cannot be told: ${fault}. Please report this.` }),
  );
  return {
    stack: plan.stack,
    now,
    findings: [...findings, ...notes].sort(byWeight),
    estimate,
    balance,
    outlook,
    problems: [...plan.problems, ...faults],
    plan,
  };
}

/**
 * One resource through charges and coverage: what a resource policy looks at, and every resource of a plan. Both are
 * told for the moment of the terms.
 */
export function judgeResource(
  resource: PlannedResource,
  surroundings: Omit<ChargeContext, 'now'>,
  terms: Terms,
  settings: Settings,
): JudgedResource {
  const context: ChargeContext = { ...surroundings, now: terms.now };
  const pricing = priceResource(resource, context);
  const hits = hitsOf(resource, context);
  const ordinary = pricing.status === 'priced' ? pricing.charges : [];
  const whole = hits.find(judgesOrdinaryCharges);
  const judged = [
    ...ordinary.map((charge) => judge(charge, whole, terms)),
    ...hits.flatMap((hit) => hit.match.charges.map((charge) => judge(charge, hit, terms))),
  ];
  const findings = [
    ...ruleFindings(hits, judged, terms, settings),
    ...commitmentFindings(resource, judged, terms, settings),
  ];
  return { resource, pricing, judged, findings };
}

/** What the eligibility table finds in a resource. */
function hitsOf(resource: PlannedResource, context: ChargeContext): Hit[] {
  return rulesFor(resource.type).flatMap((rule) => {
    const match = rule.find(blankBill(resource, productOf(rule), context));
    return match.match === 'no' ? [] : [{ rule, resource, match }];
  });
}

const productOf = (rule: Rule): string => rule.product ?? 'AWS';

/** A rule that names no charge of its own speaks of all that the resource costs. */
const judgesOrdinaryCharges = ({ rule, match }: Hit): boolean =>
  match.charges.length === 0 && (rule.verdict === 'not-covered' || rule.verdict === 'unknown');

function estimateOf(after: readonly JudgedResource[], before: readonly JudgedResource[] | undefined): Estimate {
  const monthly = bucketsOf(
    after.flatMap((one) => one.judged),
    'month',
  );
  const once = bucketsOf(
    after.filter((one) => !isPaidAlready(one.resource)).flatMap((one) => one.judged),
    'once',
  );
  const gaps: { type: string; reason: string }[] = [];
  let free = 0;
  for (const one of after) {
    const reason = gapOf(one);
    if (reason !== undefined) gaps.push({ type: one.resource.writtenType ?? one.resource.type, reason });
    else if (one.judged.length === 0) free++;
  }
  return {
    monthly,
    once,
    change:
      before === undefined
        ? undefined
        : differenceOf(
            monthly,
            bucketsOf(
              before.flatMap((one) => one.judged),
              'month',
            ),
          ),
    resources: { priced: after.length - free - gaps.length, free, unpriced: gaps.length, total: after.length },
    complete: gaps.length === 0,
    unpriced: groupGaps(gaps),
  };
}

const isMissing = (charge: Charge): boolean => charge.usd.state === 'unknown';

/** Why a resource is not priced in full; undefined when nothing is missing. */
function gapOf({ resource, pricing, judged }: JudgedResource): string | undefined {
  const missing = judged.find(({ charge }) => isMissing(charge) && !(charge.per === 'once' && isPaidAlready(resource)));
  if (missing?.charge.usd.state === 'unknown') return `${missing.charge.what}: ${missing.charge.usd.because}`;
  if (pricing.status !== 'unpriced' || judged.length > 0) return undefined;
  return rulesFor(resource.type).some(isTrap) ? undefined : pricing.because;
}

/** A resource that harms credits and costs nothing: an Organization, a budget. */
const isTrap = ({ verdict }: Rule): boolean => verdict === 'ends-credits' || verdict === 'hides-credits';

function groupGaps(gaps: readonly { type: string; reason: string }[]): Estimate['unpriced'] {
  const groups = new Map<string, { type: string; count: number; reason: string }>();
  for (const { type, reason } of gaps) {
    const key = `${type}\n${reason}`;
    const group = groups.get(key) ?? { type, count: 0, reason };
    group.count++;
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1));
}

/**
 * What counts in the draw-down. The account's burn, when the owner states it, already contains what exists: then only
 * what is new or changed is added, and what a change replaces is taken away.
 */
function outlookCharges(
  after: readonly JudgedResource[],
  before: readonly JudgedResource[] | undefined,
  settings: Settings,
): OutlookCharge[] {
  const counts = (resource: PlannedResource): OutlookCharge['counts'] => {
    if (settings.burn === undefined) return 'yes';
    if (resource.existing === undefined) return 'perhaps';
    return resource.existing && resource.change !== 'update' && resource.change !== 'replace' ? 'no' : 'yes';
  };
  const planned = after.flatMap(({ resource, judged }) =>
    judged.map((one) => ({ judged: one, counts: counts(resource), paidAlready: isPaidAlready(resource) })),
  );
  if (settings.burn === undefined || before === undefined) return planned;
  const gone = before.filter(({ resource }) => resource.change !== 'same').flatMap((one) => one.judged);
  return [...planned, ...gone.map((judged) => ({ judged, counts: 'removed' as const, paidAlready: true }))];
}
