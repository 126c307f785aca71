import type { StackPart } from '../assessment';
import type { Terms } from '../coverage/coverage';
import { type Balance, type Credit, closingOf } from '../credits/credit';
import type { Estimate } from '../estimate';
import { type Instant, MS_PER_DAY, wholeDays } from '../instant';
import type { JudgedResource } from '../judge';
import { addRanges, exactly, larger, nothing, type Range, sum, type Usd, usd, zero } from '../money';
import type { Row } from '../outlook/draw';
import { type Runway, rateOf } from '../outlook/ledger';
import type { Outlook } from '../outlook/outlook';
import { OwnStreams } from '../outlook/own-streams';
import { acceptedCash } from '../outlook/planned-charges';
import type { ProductLine } from '../outlook/product-lines';
import type { Stream } from '../outlook/stream';
import type { End } from '../outlook/streams';
import type { Level } from '../policy-names';
import type { Settings } from '../settings';
import type { Blocks, Finding } from './finding';
import { says, stackFinding } from './finding';
import { historyFindings } from './history-findings';
import { ceilingOf, lower } from './level';
import { plannedUses } from './planned-uses';
import { programFindings, type Risk } from './program-findings';

/** What the checks of `credit-outlook` look at. */
export interface StackInput {
  readonly balance: Balance;
  readonly estimate: Estimate;
  readonly outlook: Outlook;
  readonly products: readonly ProductLine[];
  readonly resources: readonly JudgedResource[];
  /** Cash that the owner has accepted, resource by resource: it counts against no limit. */
  readonly accepted: Readonly<Record<'month' | 'once', Range>>;
  /** Something is in no figure. */
  readonly isPartial: boolean;
  /** Undefined without credits that AWS may cancel. */
  readonly risk: Risk | undefined;
  readonly settings: Settings;
  readonly terms: Terms;
  readonly now: Instant;
}

/** Runs the checks. The level of each is what it may do at most, and so is the level of the policy. */
export function stackFindings(input: StackInput): Finding[] {
  if (input.settings.outlook.level === 'off') return [];
  const ceiling = ceilingOf(input.settings.outlook);
  return [
    checkBalance,
    checkRunway,
    checkCoverage,
    checkHistory,
    checkCash,
    checkExpiring,
    programFindings,
    checkEstimate,
  ]
    .flatMap((check) => check(input))
    .map((found) => ({ ...found, level: lower(found.level, ceiling) }));
}

const isBalanceKnown = ({ balance: { credits } }: StackInput): boolean => credits.state === 'known';

const isFreePlan = ({ balance: { accountPlan } }: StackInput): boolean =>
  accountPlan.state === 'known' && accountPlan.value === 'FREE';

/** Credits stop to cover most of this plan: used up before they end, or so soon that the owner wants to be stopped. */
function checkRunway(input: StackInput): Finding[] {
  const { outlook, settings, now, isPartial } = input;
  const { runway: level, blockWithinDays } = settings.outlook;
  if (level === 'off' || !isBalanceKnown(input)) return [];
  const { cheap, dear } = outlook.runway;
  if (dear.state !== 'ends') return [];
  const limit = blockWithinDays === undefined ? undefined : now + blockWithinDays * MS_PER_DAY;
  const isWithin = (end: Runway) => limit !== undefined && end.state === 'ends' && end.at < limit;
  // The cheap end of the ranges decides what blocks: what is only possible is a warning.
  const found = isWithin(cheap) ? lower('block', level) : 'warn';
  const setting: Blocks | undefined =
    isWithin(dear) && blockWithinDays !== undefined ? { name: 'blockWithinDays', days: blockWithinDays } : undefined;
  const common = { coverable: outlook.coverable, days: wholeDays(now, dear.at), isPartial, setting };
  if (dear.because === 'used-up' && dear.at > now) {
    const latest = cheap.state === 'ends' && cheap.because === 'used-up' ? cheap.at : undefined;
    const { lastEnd, moreFrom, drawnByOthers } = outlook;
    const amounts = { ...common, drawnByOthers, moreFrom };
    const args = { earliest: dear.at, latest, lastEnd, isFreePlan: isFreePlan(input), ...amounts };
    const coverage = latest === undefined ? 'unknown' : 'not-covered';
    return [stackFinding({ rule: 'runway', level: found, coverage, says: says('credits-run-out', args) })];
  }
  if (setting === undefined) return [];
  const backAt = outlook.dear.coverageEnds.find(({ at }) => at === dear.at)?.backAt;
  const args = { at: dear.at, because: dear.because, backAt, ...common };
  return [stackFinding({ rule: 'runway', level: found, coverage: 'not-covered', says: says('coverage-stops', args) })];
}

/** Products that no usable credit covers, of which that is not known, or that lose their coverage before the rest. */
function checkCoverage(input: StackInput): Finding[] {
  const { outlook, settings, products } = input;
  const { coverage: level } = settings.outlook;
  if (level === 'off' || !isBalanceKnown(input)) return [];
  const found = lower('block', level);
  const ordinary = products.filter(
    ({ eligibility }) => eligibility.rule === undefined && hasCharges(eligibility.key, input),
  );
  const isSomeUsable = outlook.usable === undefined || outlook.usable.max.gt(zero);
  const runwayEnds = outlook.runway.dear.state === 'ends' ? outlook.runway.dear.at : Number.POSITIVE_INFINITY;
  return ordinary.flatMap((line): Finding[] => {
    if (line.coverage === 'unknown') return [notKnown(line, found, input)];
    if (line.coverage === 'not-covered') return isSomeUsable ? [notCovered(line, found, input)] : [];
    const { end } = line;
    if (end === undefined || !end.isLoss || end.at >= runwayEnds) return [];
    const { product } = line.eligibility;
    const args = { product, at: end.at, because: end.because, backAt: end.backAt, isPartial: input.isPartial };
    const charge = { product, kind: 'usage', usd: line.monthly.total, per: 'month' as const };
    return [
      stackFinding({
        rule: 'coverage-ends',
        level: found,
        coverage: 'not-covered',
        says: says('product-coverage-ends', args),
        charge,
      }),
    ];
  });
}

/** What AWS did otherwise than the rules say. What credits covered alone is no burn to hold against it. */
function checkHistory({ balance: { history }, terms, outlook, settings }: StackInput): Finding[] {
  const { coverage: level } = settings.outlook;
  if (level === 'off' || history === undefined) return [];
  return historyFindings(history, terms, settings.isBurnCoveredOnly ? undefined : outlook.burn);
}

/** A product that costs something, or may: one whose only charges are zero needs no word. */
function hasCharges(key: string, { products }: StackInput): boolean {
  const line = products.find(({ eligibility }) => eligibility.key === key);
  return line !== undefined && (line.missing > 0 || line.monthly.total.max.gt(zero) || line.once.total.max.gt(zero));
}

function notCovered(line: ProductLine, level: Level, { outlook }: StackInput): Finding {
  const { product, key } = line.eligibility;
  const because = line.end?.because ?? outlook.dear.becauseNow(key) ?? 'not-listed';
  const args = { product, because, resources: line.resources };
  return stackFinding({
    rule: 'product-not-covered',
    level,
    coverage: 'not-covered',
    says: says('product-not-covered', args),
    charge: chargeOf(line),
  });
}

function notKnown(line: ProductLine, level: Level, { outlook }: StackInput): Finding {
  const { eligibility, resources } = line;
  const perhaps = outlook.holdings.credits
    .map(({ credit }) => credit)
    .filter((credit) => eligibility.allowedBy(credit) !== 'no' && (credit.ends ?? outlook.now + 1) > outlook.now);
  const ends = perhaps.map(({ ends: end }) => end ?? Number.POSITIVE_INFINITY);
  const last = Math.max(Number.NEGATIVE_INFINITY, ...ends);
  const args = {
    product: eligibility.product,
    resources,
    credits: perhaps.map(({ description }) => description),
    creditsEnd: Number.isFinite(last) ? last : undefined,
  };
  return stackFinding({
    rule: 'product-coverage-unknown',
    level,
    coverage: 'unknown',
    says: says('product-coverage-not-known', args),
    charge: chargeOf(line),
  });
}

/** Its monthly amount, or what is due once where there is none; not known where nothing is. */
function chargeOf({ eligibility: { product }, monthly, once, missing }: ProductLine) {
  const isMonthly = monthly.total.max.gt(zero) || once.total.max.eq(zero);
  const { total } = isMonthly ? monthly : once;
  const usd = missing > 0 && total.max.eq(zero) ? null : total;
  return { product, kind: 'usage', usd, per: isMonthly ? ('month' as const) : ('once' as const) };
}

/** What is cash, against the owner's limits. */
const checkCash = (input: StackInput): Finding[] =>
  cashFindings({ ...input, limits: input.settings.outlook, streamOf: () => (stream) => stream });

/**
 * One of several stacks may have set lower limits than the run has: those are for its own cash. `own`: the findings of all
 * resources, with what is accepted.
 */
export function ownCashFindings(
  { plan: { stack }, settings, resources, sums, estimate }: StackPart,
  input: StackInput,
  own: readonly Finding[],
): Finding[] {
  const { level, maxMonthlyCash, maxOneTimeCash } = settings.outlook;
  const { outlook: ofRun } = input.settings;
  const limits = {
    cash: settings.outlook.cash,
    maxMonthlyCash: isLower(maxMonthlyCash, ofRun.maxMonthlyCash) ? maxMonthlyCash : undefined,
    maxOneTimeCash: isLower(maxOneTimeCash, ofRun.maxOneTimeCash) ? maxOneTimeCash : undefined,
  };
  if (level === 'off' || (limits.maxMonthlyCash === undefined && limits.maxOneTimeCash === undefined)) return [];
  const accepted = acceptedCash(resources, own, input.outlook.whoPays);
  const streamOf = (end: End) => {
    const streams = new OwnStreams(sums, end);
    return (stream: Stream) => streams.of(stream);
  };
  const ceiling = ceilingOf(settings.outlook);
  return cashFindings({ ...input, estimate, accepted, limits, streamOf }).map((found) => ({
    ...found,
    level: lower(found.level, ceiling),
    stack,
  }));
}

const isLower = (limit: Usd | undefined, other: Usd | undefined): boolean =>
  limit !== undefined && (other === undefined || limit.lt(other));

/** What cash limits are held against: that of a whole run, or of one stack in it. */
interface CashInput extends Pick<StackInput, 'estimate' | 'accepted' | 'outlook'> {
  readonly limits: Pick<Settings['outlook'], 'cash' | 'maxMonthlyCash' | 'maxOneTimeCash'>;
  /** What of a stream counts. */
  readonly streamOf: (end: End) => (stream: Stream) => Stream | undefined;
}

function cashFindings(input: CashInput): Finding[] {
  const { limits, estimate, accepted, outlook } = input;
  const { cash: level, maxMonthlyCash, maxOneTimeCash } = limits;
  if (level === 'off') return [];
  const isOverNow = maxMonthlyCash === undefined || less(estimate.monthly.cash, accepted.month).max.gt(maxMonthlyCash);
  const from = isOverNow
    ? undefined
    : outlook.dear.firstAbove(accepted.month.max.plus(maxMonthlyCash), planCash(input.streamOf('dear')));
  return [
    ...overLimit({ per: 'month', usd: less(monthlyCash(input), accepted.month), limit: maxMonthlyCash, from }, level),
    ...overLimit({ per: 'once', usd: less(estimate.once.cash, accepted.once), limit: maxOneTimeCash }, level),
  ];
}

/** The most that is cash in a month: in the next 30 days, or later within `blockWithinDays`. */
function monthlyCash({ estimate, streamOf, outlook: { cheap, dear, cashUntil } }: CashInput): Range {
  const { min, max } = estimate.monthly.cash;
  return {
    min: larger(min, cheap.highestCash(cashUntil, planCash(streamOf('cheap')))),
    max: larger(max, dear.highestCash(cashUntil, planCash(streamOf('dear')))),
  };
}

/** What the plan costs a month of a row that credits do not cover. */
const planCash =
  (streamOf: (stream: Stream) => Stream | undefined) =>
  ({ stream, because }: Row): Usd => {
    if (stream.origin !== 'plan' || because === undefined || because === 'unknown') return zero;
    const own = streamOf(stream);
    return own === undefined ? zero : rateOf(own);
  };

const less = (a: Range, b: Range): Range => ({
  min: larger(zero, a.min.minus(b.min)),
  max: larger(zero, a.max.minus(b.max)),
});

/** Cash beside its limit. `from`: the first day on which it is above it. */
interface Cash {
  readonly per: 'month' | 'once';
  readonly usd: Range;
  readonly limit: Usd | undefined;
  readonly from?: Instant | undefined;
}

function overLimit({ per, usd: cash, limit, from }: Cash, level: Level): Finding[] {
  if (limit === undefined || cash.max.lte(limit)) return [];
  const isCertain = cash.min.gt(limit);
  const setting = per === 'month' ? 'maxMonthlyCash' : 'maxOneTimeCash';
  return [
    stackFinding({
      rule: per === 'month' ? 'monthly-cash' : 'one-time-cash',
      level: isCertain ? lower('block', level) : 'warn',
      coverage: isCertain ? 'not-covered' : 'unknown',
      says: says('cash-over-limit', { per, limit, isCertain, from, setting }),
      charge: { product: 'AWS', kind: per === 'once' ? 'once' : 'hourly', usd: cash, per },
    }),
  ];
}

/** Less than this is not worth a word. */
const SMALLEST_LOSS = usd(1);

/** Credit that will be lost at its end at today's credit use, and paused credit, of which nothing can be drawn at all. */
function checkExpiring({ outlook, balance, settings, terms, now, isPartial }: StackInput): Finding[] {
  const { credits } = balance;
  const { expiring: level } = settings.outlook;
  if (level === 'off' || credits.state === 'unknown') return [];
  const horizon = now + settings.outlook.expiringWithinDays * MS_PER_DAY;
  const ending = credits.value.filter(({ ends }) => ends !== undefined && ends > now && ends <= horizon);
  const [least, most] = [outlook.dear.forfeits, outlook.cheap.forfeits];
  const losing = ending
    .map((credit) => ({ credit, usd: lossOf(credit, least, most) }))
    .filter((one) => one.usd.max.gt(zero));
  const lost = losing.map((one) => one.usd).reduce(addRanges, nothing);
  if (lost.max.lt(SMALLEST_LOSS)) return [];
  const from = Math.min(...losing.map(({ credit }) => credit.ends ?? now));
  const paused = losing.filter(({ credit }) => credit.status === 'paused').length;
  const isBurnKnown = outlook.burn !== undefined;
  // Of a paused credit nothing is drawn, whatever is missing.
  const isLess = (isPartial || !isBurnKnown) && paused < losing.length;
  const usable = losing
    .filter(({ credit }) => credit.status !== 'paused')
    .sort((a, b) => (a.credit.ends ?? now) - (b.credit.ends ?? now))
    .map(({ credit, usd: { min } }) => ({ credit, usd: min }));
  const { uses, used } = plannedUses(usable, settings.planned, terms);
  const rest = less(lost, exactly(used));
  const endsWithPlan = from === closingOf(balance);
  const counts = { credits: losing.length, paused, endsWithPlan };
  const args = { usd: lost, from, ...counts, isPartial: isLess, isBurnKnown, uses, rest };
  // What is only lost at the cheap end may still be used.
  const found = lost.min.gte(SMALLEST_LOSS) ? lower('block', level) : 'warn';
  return [
    stackFinding({ rule: 'expiring', level: found, coverage: 'unknown', says: says('credit-expires-unused', args) }),
  ];
}

function lossOf(credit: Credit, least: ReadonlyMap<string, Usd>, most: ReadonlyMap<string, Usd>): Range {
  if (credit.status === 'paused' && credit.remaining.state === 'known') {
    return { min: credit.remaining.value, max: credit.remaining.value };
  }
  return { min: least.get(credit.id) ?? zero, max: most.get(credit.id) ?? zero };
}

/** What could not be priced: an incomplete estimate never passes in silence. */
function checkEstimate({ estimate: { resources: counts }, resources, settings }: StackInput): Finding[] {
  const { estimate: level, minimumPricedShare } = settings.outlook;
  if (level === 'off' || counts.unpriced === 0) return [];
  const { priced, free, unpriced, total } = counts;
  const tooFew = minimumPricedShare !== undefined && (priced + free) / total < minimumPricedShare;
  const args = {
    unpriced,
    total,
    first: firstUnpriced(resources),
    minimumShare: tooFew ? minimumPricedShare : undefined,
  };
  const found = tooFew ? lower('block', level) : 'warn';
  return [stackFinding({ rule: 'estimate', level: found, coverage: 'unknown', says: says('not-priced', args) })];
}

/** Of what is not priced in full, the resource with the dearest known part; without any, the first of the plan. */
function firstUnpriced(resources: readonly JudgedResource[]) {
  let first: { readonly one: JudgedResource; readonly because: string; readonly known: Usd } | undefined;
  for (const one of resources) {
    if (one.status.state !== 'unpriced') continue;
    const known = sum(one.judged.map(({ charge }) => (charge.usd.state === 'known' ? charge.usd.value.max : zero)));
    if (first === undefined || known.gt(first.known)) first = { one, because: one.status.because, known };
  }
  if (first === undefined) return undefined;
  const { writtenType, type, name } = first.one.resource;
  return { type: writtenType ?? type, name, reason: first.because };
}

/** What is wrong with the balance, one finding for each thing. */
function checkBalance({ balance: { credits, problems }, outlook, settings }: StackInput): Finding[] {
  const { balance: level, onUnknownBalance } = settings.outlook;
  if (level === 'off') return [];
  const isUnknown = credits.state === 'unknown';
  const isStale = problems.some((problem) => problem.code === 'balance-stale');
  const isPoolUnknown = problems.some((problem) => problem.code === 'balance-pool-not-read');
  const blocks = onUnknownBalance === 'block' && (isUnknown || isStale || isPoolUnknown);
  const found = problems.map((problem) =>
    stackFinding({
      rule: problem.code,
      level: blocks ? lower('block', level) : 'warn',
      coverage: 'unknown',
      says: says('balance', { problem, isUnknown }),
    }),
  );
  if (credits.state === 'unknown' || problems.some(({ code }) => code === 'balance-empty')) return found;
  if (outlook.usable === undefined || outlook.usable.max.gt(zero)) return found;
  const args = { credits: credits.value.length };
  const none = says('no-usable-credit', args);
  return [...found, stackFinding({ rule: 'balance-none-usable', level: 'warn', coverage: 'not-covered', says: none })];
}
