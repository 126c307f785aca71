import { billedTogether } from './billed-together';
import type { PriceBook } from './charges/prices';
import type { Confirmed } from './coverage/confirmed';
import { Terms } from './coverage/coverage';
import type { Balance } from './credits/credit';
import { type Estimate, estimateOf } from './estimate';
import { Acceptances } from './findings/acceptances';
import { byWeight, type Finding } from './findings/finding';
import { stackFindings } from './findings/stack-findings';
import type { Instant } from './instant';
import { type JudgedResource, judgeResource } from './judge';
import { notesOf } from './notes';
import { type Notice, notice } from './notice';
import { drawDown, type Outlook } from './outlook/outlook';
import { acceptedCash, plannedCharges } from './outlook/planned-charges';
import { type ProductLine, productLines } from './outlook/products';
import { sumsOf } from './outlook/streams';
import type { Plan, PlannedResource, Stack } from './plan';
import { PlanIndex } from './plan-index';
import type { Settings } from './settings';
import { type Verdict, verdictOf } from './verdict';

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

/** All that is known, for every face to show and none to decide. Amounts are USD, instants UTC. */
export interface Assessment {
  readonly stack: Stack;
  readonly now: Instant;
  readonly plan: Plan;
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
export function assess({ plan, balance, settings, prices, confirmed, now, clock }: Input): Assessment {
  const terms = new Terms(balance, settings, now);
  const judgeAll = (resources: readonly PlannedResource[], old: ReadonlyMap<string, PlannedResource>) => {
    const index = new PlanIndex(resources);
    const context = { prices, overrides: settings.usage, confirmed, index, now, terms, settings };
    const judged = resources.map((resource) => judgeResource(resource, context, old.get(resource.urn)));
    return billedTogether(judged);
  };
  const resources = judgeAll(plan.resources, new Map(plan.before?.map((resource) => [resource.urn, resource])));
  const before = plan.before === undefined ? undefined : judgeAll(plan.before, new Map());

  const sums = sumsOf(plannedCharges(resources, before), now);
  const outlook = drawDown(sums, terms, settings, plan.stack);
  const estimate = estimateOf(resources, before, sums, outlook.whoPays);
  const products = productLines(resources, sums, outlook);

  const acceptances = new Acceptances(settings.accept, now);
  const faults = outlook.faults.map((fault) => notice('ledger-fault', 'warn', fault));
  const problems = [...plan.problems, ...faults];
  const isPlanInDoubt = problems.some(({ level }) => level !== 'info');
  const isPartial = !estimate.complete || isPlanInDoubt;

  const own = resources.flatMap(({ findings }) => findings).map((finding) => acceptances.apply(finding));
  const accepted = acceptedCash(resources, own, outlook.whoPays);
  const checked = { balance, estimate, outlook, products, resources, accepted, isPartial, settings, now };
  const ofStack = stackFindings(checked).map((finding) => acceptances.apply(finding));
  const findings = [...own, ...ofStack, ...acceptances.ended].sort(byWeight);

  const notes = [
    ...problems,
    ...(clock === 'fixed' ? [notice('date-fixed', 'info', { at: now })] : []),
    ...notesOf({ plan, balance, terms, resources, sums, outlook, settings, prices, confirmed }),
    ...acceptances.notes(plan.stack),
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
