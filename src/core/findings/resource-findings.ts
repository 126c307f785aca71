import type { Charge } from '../charges/charge';
import type { JudgedCharge, Terms } from '../coverage/coverage';
import type { Hit, Source } from '../coverage/rule';
import { bindingRule } from '../coverage/rules';
import { addMonths, HOURS_PER_MONTH, type Instant, MS_PER_HOUR, startOfMonth } from '../instant';
import { addRanges, type Range, share, zero } from '../money';
import { isPaidAlready, type PlannedResource } from '../plan';
import type { Level, ResourcePolicyName } from '../policy-names';
import type { Answer } from '../reading';
import type { PolicySettings, Settings } from '../settings';
import { adviceOf } from './advice';
import { type Finding, type FindingCharge, type Says, says } from './finding';
import { ceilingOf, lower, unknownLevel } from './level';

/** What the eligibility table says of one resource, as findings. */
export function ruleFindings(
  hits: readonly Hit[],
  judged: readonly JudgedCharge[],
  terms: Terms,
  settings: Pick<Settings, 'policies'>,
): Finding[] {
  return hits.flatMap((hit) => {
    const charges = judged.filter(({ eligibility }) => eligibility.rule === hit.rule).map(({ charge }) => charge);
    // Credits cover it while they last: what is left of its term then is reported below.
    if (hit.rule.verdict === 'binds' && charges.some(({ kind }) => kind === 'commitment')) return [];
    const finding = findingOf(hit, charges, terms, settings);
    return finding === undefined ? [] : [finding];
  });
}

function findingOf(
  hit: Hit,
  charges: readonly Charge[],
  terms: Terms,
  settings: Pick<Settings, 'policies'>,
): Finding | undefined {
  const { rule, resource } = hit;
  const policy = settings.policies[rule.policy];
  if (policy.level === 'off') return undefined;
  const charge = addUp(charges);
  if (charge?.usd?.max.eq(zero)) return undefined;
  const certainty = certaintyOf(hit, charge, terms);
  if (certainty === 'no') return undefined;
  const said = sayingOf(hit, certainty, charge, terms);
  return {
    policy: rule.policy,
    rule: rule.id,
    level: levelOf(hit, certainty, policy, charge),
    says: said,
    ...identity(resource),
    charge,
    coverage: rule.verdict === 'binds' ? 'covered' : certainty === 'yes' ? 'not-covered' : 'unknown',
    source: sourceOf(hit),
    accepted: null,
    refused: null,
    advice: said.code === 'not-covered' ? adviceOf(hit, charge?.usd, terms) : undefined,
  };
}

/** What AWS itself has answered is as official as what it writes. */
const sourceOf = ({ rule: { url, asOf, confidence }, match }: Hit): Source => ({
  url,
  asOf,
  confidence: match.match === 'yes' && match.isConfirmed === true ? 'A' : confidence,
});

/** Does this harm for certain, perhaps, or not at all with the credits and terms at hand? */
function certaintyOf(hit: Hit, charge: FindingCharge | null, terms: Terms): Answer {
  const { rule, match } = hit;
  if (rule.verdict === 'ends-credits' || rule.verdict === 'shares-credits') {
    const { accountPlan } = terms.balance;
    if (accountPlan.state === 'unknown') return rule.verdict === 'ends-credits' ? 'unknown' : 'no';
    return (accountPlan.value === 'FREE') === (rule.verdict === 'ends-credits') ? 'yes' : 'no';
  }
  if (rule.verdict === 'hides-credits' || rule.verdict === 'binds') return match.match === 'yes' ? 'yes' : 'unknown';
  const eligibility = terms.of(charge?.product ?? rule.product ?? '', hit);
  const answer = terms.coverableToday(eligibility, charge?.usd?.max);
  if (answer === 'yes') return 'no';
  return answer === 'no' ? 'yes' : 'unknown';
}

function levelOf(
  hit: Hit,
  certainty: Exclude<Answer, 'no'>,
  policy: PolicySettings,
  charge: FindingCharge | null,
): Level {
  const { rule, isHistory } = hit;
  const ceiling = ceilingOf(policy);
  let level: Level = isOfficial(sourceOf(hit)) ? ceiling : lower(ceiling, policy.uncertain);
  if (rule.verdict === 'shares-credits') level = lower(level, 'warn'); // nothing is lost
  if (certainty === 'unknown')
    level = rule.verdict === 'unknown' ? lower(level, 'warn') : unknownLevel(policy.onUnknown, level);
  // What was there before is not caused by this deployment: money paid once is history, the rest is worth a word.
  if (isHistory) {
    const isOver = charge?.per === 'once' || rule.verdict === 'ends-credits' || rule.verdict === 'shares-credits';
    level = isOver ? 'info' : lower(level, 'warn');
  }
  return level;
}

/** Does an official text of AWS say so, first or second hand? */
export const isOfficial = ({ confidence }: Source): boolean => confidence === 'A' || confidence === 'B';

function sayingOf(
  hit: Hit,
  certainty: Exclude<Answer, 'no'>,
  charge: FindingCharge | null,
  { now, balance }: Terms,
): Says {
  const { rule, isHistory, match } = hit;
  const because = match.match === 'unknown' ? match.because : undefined;
  switch (rule.verdict) {
    case 'ends-credits':
      return says('ends-credits', { rule, isCertain: certainty === 'yes', planEnds: balance.accountPlanEnds });
    case 'shares-credits':
      // Its own credits apply to the consolidated bill from the next month on.
      return says('shares-credits', { rule, from: addMonths(startOfMonth(now), 1) });
    case 'hides-credits':
      return says('hides-credits', { rule, because });
    case 'binds':
      return says('goes-on', { rule, because });
    case 'unknown':
      return says('coverage-not-known', { rule, because });
    case 'not-covered':
      return charge?.per === 'once' && isHistory
        ? says('paid-before', { rule })
        : says('not-covered', {
            rule,
            isCertain: certainty === 'yes',
            isOfficial: isOfficial(sourceOf(hit)),
            because,
            lookUp: match.lookUp,
            priceLookUp: match.priceLookUp,
          });
  }
}

function identity(resource: PlannedResource) {
  return {
    urn: resource.urn,
    type: resource.writtenType ?? resource.type,
    name: resource.name,
    existing: resource.existing ?? null,
    change: resource.change ?? null,
  };
}

/** One figure for all charges that a rule found; unknown as soon as one of them is. */
function addUp(charges: readonly Charge[]): FindingCharge | null {
  const [first, ...others] = charges;
  if (first === undefined) return null;
  let usd: Range | null = first.usd.state === 'known' ? first.usd.value : null;
  for (const charge of others) {
    usd = usd === null || charge.usd.state === 'unknown' ? null : addRanges(usd, charge.usd.value);
  }
  return { product: first.product, kind: first.kind, usd, per: first.per };
}

const COMMITMENT: ResourcePolicyName = 'commitments-end-with-credits';

/** Commitments that bind longer than the credits last: the tail, in dollars of cash. */
export function commitmentFindings(
  resource: PlannedResource,
  judged: readonly JudgedCharge[],
  terms: Terms,
  settings: Pick<Settings, 'policies'>,
): Finding[] {
  const policy = settings.policies[COMMITMENT];
  if (policy.level === 'off') return [];
  return judged.flatMap(({ charge, eligibility }): Finding[] => {
    if (charge.kind !== 'commitment') return [];
    const monthly = charge.usd.state === 'known' ? charge.usd.value : undefined;
    const creditsEnd = lastEndOf(terms.mayCover(eligibility).map(({ ends }) => ends));
    const isBalanceKnown = terms.credits !== undefined;
    const spans = spansOf(charge, isBalanceKnown ? creditsEnd : undefined, terms.now);
    const usd = monthly === undefined ? null : tailOf(monthly, spans);
    if (usd?.max.lte(zero) || spans.longest <= 0) return [];
    const binding = eligibility.rule?.bindsForTerm ?? bindingRule(resource.type)?.bindsForTerm;
    return [
      {
        policy: COMMITMENT,
        rule: 'commitment-outlives-credits',
        level: isPaidAlready(resource) ? 'info' : unknownLevel(policy.onUnknown, ceilingOf(policy)),
        says: says('commitment-outlives-credits', {
          monthly,
          termMonths: charge.termMonths,
          creditsEnd: creditsEnd === Number.POSITIVE_INFINITY ? undefined : creditsEnd,
          isBalanceKnown,
        }),
        ...identity(resource),
        charge: { product: charge.product, kind: 'commitment', usd, per: 'once' },
        coverage: isBalanceKnown ? 'not-covered' : 'unknown',
        source: binding ?? null,
        accepted: null,
        refused: null,
      },
    ];
  });
}

/** The last end of several credits; infinite as soon as one names none, undefined when there is none. */
function lastEndOf(ends: readonly (Instant | undefined)[]): Instant | undefined {
  return ends.length === 0 ? undefined : Math.max(...ends.map((end) => end ?? Number.POSITIVE_INFINITY));
}

/** Milliseconds from the end of the last credit that may cover it to the end of its term: one year or three, where that is not known. */
function spansOf({ termMonths }: Charge, creditsEnd: Instant | undefined, now: Instant) {
  const terms = termMonths === undefined ? [12, 36] : [termMonths];
  const spans = terms.map((months) => Math.max(0, addMonths(now, months) - (creditsEnd ?? now)));
  return { shortest: Math.min(...spans), longest: Math.max(...spans) };
}

/** What a commitment costs in that time. */
function tailOf(monthly: Range, { shortest, longest }: ReturnType<typeof spansOf>): Range {
  const month = HOURS_PER_MONTH * MS_PER_HOUR;
  return { min: share(monthly.min, shortest, month), max: share(monthly.max, longest, month) };
}
