import { Discounts } from './charges/discounts';
import type { PriceBook } from './charges/prices';
import type { Confirmed } from './coverage/confirmed';
import { Terms } from './coverage/coverage';
import type { Balance } from './credits/credit';
import { type Estimate, estimateOf } from './estimate';
import { Acceptances } from './findings/acceptances';
import { byWeight, type Finding } from './findings/finding';
import { ownCashFindings, stackFindings } from './findings/stack-findings';
import { addMonths, type Instant, startOfMonth } from './instant';
import { type JudgedResource, judgeResource } from './judge';
import { notesOf } from './notes';
import { type Notice, notice } from './notice';
import { drawDown, type Outlook } from './outlook/outlook';
import { acceptedCash, plannedCharges } from './outlook/planned-charges';
import { type ProductLine, productLines } from './outlook/products';
import { joinSums, type Sum, sumsOf } from './outlook/streams';
import type { Plan, PlannedResource, Stack } from './plan';
import { PlanIndex } from './plan-index';
import type { Settings } from './settings';
import { byStack, type JudgedStack, joinPlans, type PlanOfStack, reckonedTogether, wasBefore } from './stacks';
import { type CoveredUntil, coveredUntilOf, type Verdict, verdictOf } from './verdict';

/** Everything the flow needs: one plan, one balance, the owner's settings, the price book, one instant. */
export interface Input {
  readonly plan: Plan;
  readonly balance: Balance;
  readonly settings: Settings;
  readonly prices: PriceBook;
  /** What saved answers of AWS settle; nothing where it is left out. */
  readonly confirmed?: Confirmed | undefined;
  readonly now: Instant;
  /** `fixed`: somebody has stated the date. */
  readonly clock?: 'now' | 'fixed' | undefined;
}

/** Everything for several plans of one account that draw on one pool. */
export interface Together extends Omit<Input, 'plan'> {
  readonly plans: readonly PlanOfStack[];
  /** Calendar months that the draw-down shows at least, the present one among them. */
  readonly months?: number | undefined;
}

/** What one of several stacks has of an assessment. */
export interface StackPart extends Pick<JudgedStack, 'plan' | 'settings' | 'resources'> {
  readonly sums: readonly Sum[];
  readonly estimate: Estimate;
  /** The first instant from which credits do not cover all that they cover of it now; undefined when they last. */
  readonly coveredUntil: CoveredUntil | undefined;
}

/** All that is known, for every face to show and none to decide. Amounts are USD, instants UTC. */
export interface Assessment {
  /** Of several: what they share. */
  readonly stack: Stack;
  readonly now: Instant;
  /** Of several: all of them as one. */
  readonly plan: Plan;
  /** One for each plan, by project and name. */
  readonly stacks: readonly StackPart[];
  readonly balance: Balance;
  /** The account that pays this stack; undefined when nobody has said and the credits belong to several. */
  readonly account: string | undefined;
  /** Every resource with its charges, in URN order. */
  readonly resources: readonly JudgedResource[];
  /** What each product costs, who covers it and until when, dearest first. */
  readonly products: readonly ProductLine[];
  readonly estimate: Estimate;
  /** The draw-down; where the balance is not known it says that of everything. */
  readonly outlook: Outlook;
  readonly findings: readonly Finding[];
  readonly notes: readonly Notice[];
  readonly verdict: Verdict;
  /** Something is in no figure: totals mean "or more", dates "at the latest". */
  readonly isPartial: boolean;
  readonly settings: Settings;
}

/**
 * The whole flow, one way: planned resources → charges → coverage → ledger → findings → verdict. Pure: the same input gives
 * the same assessment.
 */
export const assess = ({ plan, ...input }: Input): Assessment =>
  assessTogether({ ...input, plans: [{ plan, settings: input.settings }] });

/** The same for several plans: one draw-down for all. `settings` are those of the run, each plan has those of its stack. */
export function assessTogether({
  plans,
  balance,
  settings,
  prices,
  confirmed,
  now,
  clock,
  months,
}: Together): Assessment {
  const terms = new Terms(balance, settings, now);
  const judgeAll = (of: Settings, resources: readonly PlannedResource[], old: ReadonlyMap<string, PlannedResource>) => {
    const index = new PlanIndex(resources);
    const discounts = new Discounts(of.discounts);
    const context = { prices, overrides: of.usage, discounts, confirmed, index, now, terms, settings: of };
    return resources.map((resource) => judgeResource(resource, context, old.get(resource.urn)));
  };
  const judged = reckonedTogether(
    [...plans].sort(byStack).map((one) => ({
      ...one,
      resources: judgeAll(one.settings, one.plan.resources, byUrn(one.plan.before)),
      before: one.plan.before === undefined ? undefined : judgeAll(one.settings, one.plan.before, byUrn(undefined)),
    })),
  );
  const plan = joinPlans(judged.map((one) => one.plan));
  const stacks = judged.map((one) => one.plan.stack);
  const resources = judged.length === 1 ? (judged[0]?.resources ?? []) : judged.flatMap((one) => one.resources);
  const before = plan.before === undefined ? undefined : judged.flatMap(wasBefore);

  const sumsOfEach = judged.map((one) => sumsOf(plannedCharges(one.resources, one.before), now));
  const sums = joinSums(sumsOfEach);
  const until = months === undefined ? undefined : addMonths(startOfMonth(now), months);
  const outlook = drawDown(sums, terms, { ...settings, until }, ...stacks);
  const estimate = estimateOf(resources, before, sums, outlook.whoPays);
  const products = productLines(resources, sums, outlook);

  const acceptances = new Acceptances(settings.accept, now);
  const faults = outlook.faults.map((fault) => notice('ledger-fault', 'warn', fault));
  const problems = [...plan.problems, ...faults];
  const isPlanInDoubt = problems.some(({ level }) => level !== 'info');
  const isPartial = !estimate.complete || isPlanInDoubt;

  const own = resources.flatMap(({ findings }) => findings).map((finding) => acceptances.apply(finding));
  const accepted = acceptedCash(resources, own, outlook.whoPays);
  const checked = { balance, estimate, outlook, products, resources, accepted, isPartial, settings, terms, now };
  const parts = judged.map((one, i): StackPart => {
    const ofOne = judged.length === 1 ? sums : (sumsOfEach[i] ?? []);
    return {
      plan: one.plan,
      settings: one.settings,
      resources: one.resources,
      sums: ofOne,
      estimate: judged.length === 1 ? estimate : estimateOf(one.resources, one.before, ofOne, outlook.whoPays),
      coveredUntil: terms.credits === undefined ? undefined : coveredUntilOf(outlook, ofOne),
    };
  });
  const ofStack = [...stackFindings(checked), ...parts.flatMap((part) => ownCashFindings(part, checked, own))].map(
    (finding) => acceptances.apply(finding),
  );
  const findings = [...own, ...ofStack, ...acceptances.ended].sort(byWeight);

  const notes = [
    ...problems,
    ...(clock === 'fixed' ? [notice('date-fixed', 'info', { at: now })] : []),
    ...notesOf({ plan, stacks, balance, terms, resources, sums, outlook, settings, prices, confirmed }),
    ...acceptances.notes(...stacks),
  ];
  const verdict = verdictOf({
    estimate,
    outlook,
    findings,
    resources,
    isBalanceKnown: terms.credits !== undefined,
    isInDoubt: isPlanInDoubt || balance.problems.length > 0,
    isNothingPlanned: plan.resources.length === 0,
  });
  return {
    stack: plan.stack,
    now,
    plan,
    stacks: parts,
    balance,
    account: terms.account,
    resources,
    products,
    estimate,
    outlook,
    findings,
    notes,
    verdict,
    isPartial,
    settings,
  };
}

const byUrn = (resources: readonly PlannedResource[] | undefined): ReadonlyMap<string, PlannedResource> =>
  new Map(resources?.map((resource) => [resource.urn, resource]));
