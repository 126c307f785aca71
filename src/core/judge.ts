import type { Charge } from './charges/charge';
import { blankMetering, type Pricing, priceResource } from './charges/charges';
import type { ChargeContext } from './charges/service';
import type { JudgedCharge, Terms } from './coverage/coverage';
import type { Hit, Rule } from './coverage/rule';
import { bindingRule, rulesFor } from './coverage/rules';
import type { Finding } from './findings/finding';
import { commitmentFindings, ruleFindings } from './findings/resource-findings';
import { isPaidAlready, type PlannedResource } from './plan';
import type { Settings } from './settings';

/** How a resource stands in the estimate. */
export type ResourceStatus =
  | { readonly state: 'priced' }
  | { readonly state: 'free' }
  /** At least one amount is not known. */
  | { readonly state: 'unpriced'; readonly because: string };

/** One resource with its charges, each with what terms and credits say of it. Nothing of it is lost on the way to a report. */
export interface JudgedResource {
  readonly resource: PlannedResource;
  readonly status: ResourceStatus;
  readonly judged: readonly JudgedCharge[];
  /** Charges that begin on a day ahead: in the draw-down from then on, and in no figure of today. */
  readonly later: readonly JudgedCharge[];
  readonly findings: readonly Finding[];
}

/** What the resources of a plan are judged by: one value for all of them. */
export interface JudgeContext extends ChargeContext {
  readonly terms: Terms;
  readonly settings: Pick<Settings, 'policies'>;
}

/**
 * One resource through charges and coverage: what a resource policy looks at, and every resource of a plan. `before` is
 * the same one as it is now, where the plan says so: what an update newly buys is as new as what a creation buys.
 */
export function judgeResource(
  resource: PlannedResource,
  context: JudgeContext,
  before?: PlannedResource,
): JudgedResource {
  const { terms, settings } = context;
  const pricing = priceResource(resource, context);
  const hits = hitsOf(resource, context, before);
  const ordinary = pricing.status === 'priced' ? pricing.charges : NO_CHARGES;
  const whole = hits.find(judgesOrdinaryCharges);
  const all: JudgedCharge[] = ordinary.map((charge) => ({ charge, eligibility: terms.of(charge.product, whole) }));
  const judged = all.some(isLater) ? all.filter((one) => !isLater(one)) : all;
  for (const hit of hits) {
    for (const charge of hit.match.charges) judged.push({ charge, eligibility: terms.of(charge.product, hit) });
  }
  // Most resources have nothing that a finding could speak of.
  const findings =
    hits.length === 0 && !judged.some(isCommitment)
      ? NO_FINDINGS
      : [...ruleFindings(hits, judged, terms, settings), ...commitmentFindings(resource, judged, terms, settings)];
  const later = judged === all ? NO_LATER : all.filter(isLater);
  return { resource, status: statusOf(resource, pricing, judged), judged, later, findings };
}

const NO_CHARGES: readonly Charge[] = [];
const NO_LATER: readonly JudgedCharge[] = [];
const NO_FINDINGS: readonly Finding[] = [];
const NO_HITS: readonly Hit[] = [];
const PRICED: ResourceStatus = { state: 'priced' };
const FREE: ResourceStatus = { state: 'free' };

const isLater = ({ charge }: JudgedCharge): boolean => charge.begins !== undefined;
const isCommitment = ({ charge }: JudgedCharge): boolean => charge.kind === 'commitment';

/** Can there be a finding? Most resources have none: a resource policy then needs no price of it. */
export const mayHaveFindings = (resource: PlannedResource, context: ChargeContext): boolean =>
  bindingRule(resource.type) !== undefined || hitsOf(resource, context, undefined).length > 0;

/** What the eligibility table finds in a resource. */
function hitsOf(
  resource: PlannedResource,
  context: ChargeContext,
  before: PlannedResource | undefined,
): readonly Hit[] {
  const rules = rulesFor(resource.type);
  if (rules.length === 0) return NO_HITS;
  return rules.flatMap((rule) => {
    const find = (one: PlannedResource) => rule.find(blankMetering(one, rule.product ?? 'AWS', context));
    const match = find(resource);
    if (match.match === 'no') return [];
    const wasFound = before === undefined || find(before).match !== 'no';
    return [{ rule, resource, match, isHistory: isPaidAlready(resource) && wasFound }];
  });
}

/** A rule may speak of all that the resource costs, and not of charges of its own. */
const judgesOrdinaryCharges = ({ rule }: Hit): boolean => rule.judges === 'ordinary';

function statusOf(resource: PlannedResource, pricing: Pricing, judged: readonly JudgedCharge[]): ResourceStatus {
  for (const { charge } of judged) {
    if (charge.usd.state === 'unknown' && !(charge.per === 'once' && isPaidAlready(resource))) {
      return { state: 'unpriced', because: `${charge.what}: ${charge.usd.because}` };
    }
  }
  if (judged.length > 0) return PRICED;
  if (pricing.status !== 'unpriced' || rulesFor(resource.type).some(isTrap)) return FREE;
  return { state: 'unpriced', because: pricing.because };
}

/** A resource that harms credits and costs nothing: an Organization, a budget. */
const isTrap = ({ judges }: Rule): boolean => judges === 'nothing';
