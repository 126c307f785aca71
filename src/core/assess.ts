import type { Assessment, Input, StackPart, Together } from './assessment';
import { Terms } from './coverage/coverage';
import { type Estimate, estimateOf } from './estimate';
import { Acceptances } from './findings/acceptances';
import { byWeight, type Finding } from './findings/finding';
import { ownCashFindings, stackFindings } from './findings/stack-findings';
import { addMonths, type Instant, startOfMonth } from './instant';
import type { JudgedResource } from './judge';
import { notesOf } from './notes';
import { notice } from './notice';
import { drawDown, type Outlook } from './outlook/outlook';
import { acceptedCash, plannedCharges } from './outlook/planned-charges';
import { productLines } from './outlook/product-lines';
import { joinSums, type Sum, sumsOf } from './outlook/streams';
import { type JudgedStack, judgeTogether } from './stacks';
import { coveredUntilOf, verdictOf } from './verdict';

/**
 * The whole flow, one way: planned resources → charges → coverage → ledger → findings → verdict. Pure: the same input gives
 * the same assessment.
 */
export const assess = ({ plan, ...input }: Input): Assessment =>
  assessTogether({ ...input, plans: [{ plan, settings: input.settings }] });

/** The same for several plans: one draw-down for all. `settings` are those of the run, each plan has those of its stack. */
export function assessTogether(input: Together): Assessment {
  const { settings, now, clock, months } = input;
  const terms = new Terms(input.balance, settings, now);
  const { balance } = terms;
  const { judged, plan, stacks, resources, before } = judgeTogether(input, terms);

  const sumsOfEach = judged.map((one) => sumsOf(plannedCharges(one.resources, one.before), now));
  const sums = joinSums(sumsOfEach);
  const until = months === undefined ? undefined : addMonths(startOfMonth(now), months);
  const draw = (held: Terms) => drawDown(sums, held, { ...settings, until }, ...stacks);
  const outlook = draw(terms);
  const estimate = estimateOf(resources, before, sums, outlook.whoPays);
  const products = productLines(resources, sums, outlook);

  const faults = outlook.faults.map((fault) => notice('ledger-fault', 'warn', fault));
  const problems = [...plan.problems, ...faults];
  const isPlanInDoubt = problems.some(({ level }) => level !== 'info');
  const isComplete = estimate.complete && !resources.some((one) => hidesLater(one, outlook.dear.end));
  const isPartial = !isComplete || isPlanInDoubt;

  const acceptances = new Acceptances(settings.accept, now);
  const applied = (findings: readonly Finding[]) => findings.map((finding) => acceptances.apply(finding));
  const own = applied(resources.flatMap((one) => one.findings));
  const accepted = acceptedCash(resources, own, outlook.whoPays);
  const atRisk = settings.outlook.terms === 'off' ? [] : terms.aliveOf('third-party');
  const risk = atRisk.length === 0 ? undefined : { credits: atRisk, without: draw(terms.without(atRisk)) };
  const checked = { balance, estimate, outlook, risk, products, resources, accepted, isPartial, settings, terms, now };
  const parts = judged.map((one, i) =>
    partOf(one, sumsOfEach[i] ?? [], { outlook, terms, alone: judged.length === 1 ? estimate : undefined }),
  );
  const ofStacks = applied([
    ...stackFindings(checked),
    ...parts.flatMap((part) => ownCashFindings(part, checked, own)),
  ]);
  const findings = [...own, ...ofStacks, ...acceptances.ended].sort(byWeight);

  const notes = [
    ...problems,
    ...(clock === 'fixed' ? [notice('date-fixed', 'info', { at: now })] : []),
    ...notesOf({ ...input, balance, plan, stacks, terms, resources, sums, estimate, outlook, isPartial }),
    ...acceptances.notes(...stacks),
  ];
  const verdict = verdictOf({
    estimate,
    outlook,
    findings,
    resources,
    isBalanceKnown: terms.credits !== undefined,
    isInDoubt: isPartial || balance.problems.length > 0,
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

/** Does something of it begin before the draw-down ends of which no amount is known? */
const hidesLater = ({ later }: JudgedResource, end: Instant): boolean =>
  later.some(({ charge: { usd, begins = 0 } }) => usd.state === 'unknown' && begins < end);

interface Whole {
  readonly outlook: Outlook;
  readonly terms: Terms;
  /** What all cost, where there is no other stack. */
  readonly alone: Estimate | undefined;
}

/** What one stack has of the draw-down of all. */
const partOf = (
  { plan, settings, resources, before }: JudgedStack,
  sums: readonly Sum[],
  { outlook, terms, alone }: Whole,
): StackPart => ({
  plan,
  settings,
  resources,
  sums,
  estimate: alone ?? estimateOf(resources, before, sums, outlook.whoPays),
  coveredUntil: terms.credits === undefined ? undefined : coveredUntilOf(outlook, sums),
});
