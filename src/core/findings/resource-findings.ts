import type { Charge } from '../charges/charge';
import { type Coverage, creditPays, eligibility, type JudgedCharge, type Terms } from '../coverage/coverage';
import type { Hit, Rule } from '../coverage/rule';
import { isAlive } from '../credits/credit';
import { addMonths, HOURS_PER_MONTH, type Instant, isoDay, MS_PER_HOUR } from '../instant';
import { addRanges, dollarRange, type Range, share, zero } from '../money';
import { isPaidAlready, type PlannedResource } from '../plan';
import type { Level, ResourcePolicyName } from '../policies';
import type { PolicySettings, Settings } from '../settings';
import type { Finding, FindingCharge } from './finding';
import { ceilingOf, lower, unknownLevel } from './level';
import { amountWords, clean } from './words';

/** What the eligibility table says of one resource, as findings. */
export function ruleFindings(hits: readonly Hit[], judged: readonly JudgedCharge[], terms: Terms, settings: Settings) {
  return hits.flatMap((hit) => {
    const charges = judged.filter((one) => one.rule === hit.rule).map((one) => one.charge);
    const finding = findingOf(hit, charges, terms, settings);
    return finding === undefined ? [] : [finding];
  });
}

function findingOf(hit: Hit, charges: readonly Charge[], terms: Terms, settings: Settings): Finding | undefined {
  const { rule, resource } = hit;
  const policy = settings.policies[rule.policy];
  if (policy.level === 'off') return undefined;
  const certainty = certaintyOf(hit, charges, terms);
  if (certainty === 'no') return undefined;
  const charge = addUp(charges);
  if (charge?.usd?.max.eq(zero)) return undefined;
  const because = hit.match.match === 'maybe' ? hit.match.because : undefined;
  return {
    policy: rule.policy,
    rule: rule.id,
    level: levelOf(hit, certainty, policy, charge),
    ...identity(resource),
    charge,
    coverage: certainty === 'yes' ? 'not-covered' : 'unknown',
    headline: headlineOf(hit, certainty, charge),
    reason:
      because === undefined ? rule.why : `${rule.why.replace(/\.$/, '')}; whether it applies is not known: ${because}.`,
    remedy: rule.remedy,
    source: { url: rule.url, asOf: rule.asOf, confidence: rule.confidence },
    accepted: null,
  };
}

/** Is it certain that this harms, possible, or excluded by the credits and terms at hand? */
function certaintyOf(hit: Hit, charges: readonly Charge[], terms: Terms): 'yes' | 'maybe' | 'no' {
  const { rule, match } = hit;
  if (rule.verdict === 'ends-credits') {
    const { accountPlan } = terms.balance;
    if (accountPlan.state === 'unknown') return 'maybe';
    return accountPlan.value === 'FREE' ? 'yes' : 'no';
  }
  if (rule.verdict === 'hides-credits') return match.match === 'yes' ? 'yes' : 'maybe';
  const answer = eligibility(hit, charges[0]?.product ?? rule.product ?? '', terms);
  if (answer === 'yes') return 'no';
  return answer === 'no' ? 'yes' : 'maybe';
}

function levelOf(
  { rule, resource }: Hit,
  certainty: 'yes' | 'maybe',
  policy: PolicySettings,
  charge: FindingCharge | null,
): Level {
  const ceiling = ceilingOf(policy);
  let level: Level = isOfficial(rule) ? ceiling : lower(ceiling, policy.uncertain);
  if (certainty === 'maybe')
    level = rule.verdict === 'unknown' ? lower(level, 'warn') : unknownLevel(policy.onUnknown, level);
  // What was there before is not caused by this deployment: money paid once is history, the rest is worth a word.
  if (isPaidAlready(resource)) {
    level = charge?.per === 'once' || rule.verdict === 'ends-credits' ? 'info' : lower(level, 'warn');
  }
  return level;
}

/** Does an official text of AWS say so, first or second hand? */
const isOfficial = ({ confidence }: Rule): boolean => confidence === 'A' || confidence === 'B';

function headlineOf({ rule, resource }: Hit, certainty: 'yes' | 'maybe', charge: FindingCharge | null): string {
  switch (rule.verdict) {
    case 'ends-credits':
      return certainty === 'yes'
        ? `Every Free Tier credit is lost at once with ${rule.what}`
        : `Free Tier credits may be lost at once with ${rule.what}`;
    case 'hides-credits':
      return `This budget ${certainty === 'yes' ? 'stays' : 'may stay'} near $0 while credits last`;
    default: {
      const amount = charge === null ? 'An amount that is not known' : amountWords(charge.usd, charge.kind, charge.per);
      if (charge?.per === 'once' && isPaidAlready(resource)) return `${amount} was paid in cash when it was bought`;
      if (certainty === 'yes') return `${amount} will ${isOfficial(rule) ? '' : 'probably '}be paid in cash`;
      if (rule.verdict === 'unknown')
        return `${amount} for ${rule.what}: nobody can tell from the terms whether credits pay it`;
      return `${amount} may have to be paid in cash for ${rule.what}`;
    }
  }
}

export function identity(resource: PlannedResource) {
  return {
    urn: resource.urn,
    type: resource.writtenType ?? resource.type,
    name: clean(resource.name, 120),
    existing: resource.existing ?? null,
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
  settings: Settings,
): Finding[] {
  const policy = settings.policies[COMMITMENT];
  if (policy.level === 'off') return [];
  return judged.flatMap((one) => {
    if (one.charge.kind !== 'commitment' || one.charge.usd.state === 'unknown') return [];
    const tail = tailOf(one.charge, one.charge.usd.value, terms);
    return tail === undefined ? [] : [commitmentFinding(resource, one, tail, policy)];
  });
}

interface Tail {
  readonly usd: Range;
  readonly creditsEnd: Instant | undefined;
  readonly coverage: Coverage;
}

/** What a commitment costs between the end of the last credit that pays it and the end of its term. */
function tailOf(charge: Charge, monthly: Range, { balance, settings, now }: Terms): Tail | undefined {
  const terms = charge.termMonths === undefined ? [12, 36] : [charge.termMonths];
  const termEnds = terms.map((months) => addMonths(now, months));
  if (balance.credits.state === 'unknown')
    return { usd: spread(monthly, termEnds, now), creditsEnd: undefined, coverage: 'unknown' };
  const paying = balance.credits.value.filter(
    (credit) => isAlive(credit, now) && creditPays(credit, charge.product, settings.unlistedProducts) !== 'no',
  );
  if (paying.some((credit) => credit.ends === undefined)) return undefined;
  const creditsEnd = paying.length === 0 ? undefined : Math.max(...paying.map((credit) => credit.ends ?? now));
  const usd = spread(monthly, termEnds, creditsEnd ?? now);
  return usd.max.gt(zero) ? { usd, creditsEnd, coverage: 'not-covered' } : undefined;
}

function spread(monthly: Range, termEnds: readonly Instant[], from: Instant): Range {
  const spans = termEnds.map((end) => Math.max(0, end - from));
  const month = HOURS_PER_MONTH * MS_PER_HOUR;
  return { min: share(monthly.min, Math.min(...spans), month), max: share(monthly.max, Math.max(...spans), month) };
}

function commitmentFinding(
  resource: PlannedResource,
  { charge }: JudgedCharge,
  tail: Tail,
  policy: PolicySettings,
): Finding {
  const until =
    tail.coverage === 'unknown'
      ? 'how long the credits last is not known'
      : tail.creditsEnd === undefined
        ? 'no credit pays it'
        : `the last credit that can pay it ends on ${isoDay(tail.creditsEnd)}`;
  const monthly = charge.usd.state === 'known' ? dollarRange(charge.usd.value) : 'an unknown amount';
  const term = charge.termMonths === undefined ? 'one or three years' : `${charge.termMonths} months`;
  return {
    policy: COMMITMENT,
    rule: 'commitment-outlives-credits',
    level: isPaidAlready(resource) ? 'info' : unknownLevel(policy.onUnknown, ceilingOf(policy)),
    ...identity(resource),
    charge: { product: charge.product, kind: 'commitment', usd: tail.usd, per: 'once' },
    coverage: tail.coverage,
    headline: `${dollarRange(tail.usd)} of this commitment ${tail.coverage === 'unknown' ? 'may be' : 'will be'} paid in cash`,
    reason: `It binds ${term} at ${monthly} a month, and ${until}.`,
    remedy: 'Commit to no more than what runs after the credits, or wait until they end.',
    source: { url: 'https://repost.aws/knowledge-center/credits-ri', asOf: '2026-11-23', confidence: 'A' },
    accepted: null,
  };
}

/** Types that bind for a term. A test holds this list against the services and rules that state commitments. */
export const COMMITMENT_TYPES: readonly string[] = [
  'aws:savingsplans/savingsPlan:SavingsPlan',
  'aws:shield/subscription:Subscription',
  'aws:bedrock/provisionedModelThroughput:ProvisionedModelThroughput',
];
