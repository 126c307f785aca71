import { Discounts } from '../charges/discounts';
import type { SupportPlan } from '../charges/support-plans';
import type { Terms } from '../coverage/coverage';
import { billedHistory } from '../credits/burn-answers';
import { type ClosedMonth, closedMonths } from '../credits/burn-reading';
import { closingOf } from '../credits/credit';
import { type Instant, MS_PER_DAY } from '../instant';
import { keep, type Range, sum, type Usd, usd, zero } from '../money';
import type { Stack } from '../plan';
import type { Settings } from '../settings';
import { type Burn, burnOf, burnOfOthers } from './burn';
import { claimsOfOthers, grantsOf, type Holdings, holdingsOf, isClosed } from './grants';
import { Ledger, type LedgerFault, type Runway, rateOf } from './ledger';
import type { Grant } from './purse';
import type { Stream } from './stream';
import { type End, runsNow, type Sum, streamsFromNow, streamsOfOthers, streamsUntilNow } from './streams';
import { type Support, supportOf } from './support';
import { type Trend, trendOf } from './trend';
import { WhoPays, windowFrom } from './who-pays';

/**
 * The draw-down at both ends of the ranges. It exists whatever is known: with a balance that is not known, everything
 * that credits may cover is of unknown coverage.
 */
export interface Outlook {
  readonly now: Instant;
  /** The cheapest charges on the most credit: what is cash here is cash for certain. */
  readonly cheap: Ledger;
  /** The dearest charges on the least credit: what is covered here is covered for certain. */
  readonly dear: Ledger;
  readonly whoPays: WhoPays;
  /** What each credit holds for this stack, after share and reservations. */
  readonly holdings: Holdings;
  /** Undefined when the owner has not said what the account spends. */
  readonly burn: Burn | undefined;
  /** What other accounts spend on the same credits, by account. */
  readonly burnOfOthers: ReadonlyMap<string, Burn>;
  /** Undefined where the burn is counted flat. */
  readonly trend: Trend | undefined;
  /** Undefined where no support plan is stated. USD a month today. */
  readonly support: { readonly plan: SupportPlan; readonly usage: Range; readonly fee: Range } | undefined;
  /** USD a month of charges that a credit covers now or later. */
  readonly coverable: Range;
  /** What other accounts draw a month on the credits of this one. */
  readonly drawnByOthers: Range;
  /** When the first charge of this plan begins that does not run yet; undefined when none does before the draw-down ends. */
  readonly moreFrom: Instant | undefined;
  /** USD that can be drawn today, after share, reservations and the open month. Undefined when it is not known. */
  readonly usable: Range | undefined;
  /** When the last credit ends; undefined when there is none, or when one has no end. */
  readonly lastEnd: Instant | undefined;
  /** At each end of the ranges. */
  readonly runway: Readonly<Record<End, Runway>>;
  /** What is wrong with the ledgers, and should be reported as a bug; empty when they are sound. */
  readonly faults: readonly LedgerFault[];
  /** How far `cash` looks: 30 days, or `blockWithinDays` where that is longer. */
  readonly cashUntil: Instant;
}

type OutlookSettings = Pick<
  Settings,
  'pool' | 'isPoolKnown' | 'burn' | 'burnOfOthers' | 'burnMonths' | 'burnForecast' | 'tax' | 'support' | 'discounts'
> & {
  /** Draw at least so far, for a reader who wants to see it. */
  readonly until?: Instant | undefined;
  readonly outlook: Pick<Settings['outlook'], 'blockWithinDays' | 'runwayShare'>;
};

/** Draws the pool of these stacks down under their planned charges and what the accounts spend already. */
export function drawDown(
  sums: readonly Sum[],
  terms: Terms,
  settings: OutlookSettings,
  ...stacks: readonly Stack[]
): Outlook {
  const { now } = terms;
  const spending = spendingIn(settings, terms);
  const charges = new Charges(sums, spending, settings, terms);
  const holdings = holdingsOf(terms, { cheap: charges.untilNow('cheap'), dear: charges.untilNow('dear') });
  const reserved = sum(claimsOfOthers(settings.pool.reserved, stacks).map(({ usd }) => usd));
  const pool = { share: settings.pool.share, reserved, isKnown: settings.isPoolKnown };
  const window = windowFrom(now);
  const cashUntil = Math.max(window, now + (settings.outlook.blockWithinDays ?? 0) * MS_PER_DAY);
  const span = { from: now, until: Math.max(cashUntil, settings.until ?? now), cuts: [window, cashUntil] };
  const closes = isClosed(terms) ? undefined : closingOf(terms.balance);
  const at = (end: End) => {
    const grants = grantsOf(holdings, terms, pool, end);
    const { streams, support } = charges.fromNow(end);
    const ledger = new Ledger([...streams, ...charges.ofOthers], grants, span, closes);
    return { grants, streams, support, ledger, runway: ledger.runway(settings.outlook.runwayShare) };
  };
  const [cheap, dear] = [at('cheap'), at('dear')];
  return {
    now,
    cheap: cheap.ledger,
    dear: dear.ledger,
    whoPays: new WhoPays(cheap.ledger, dear.ledger),
    holdings,
    ...spending,
    support: supportAt(cheap.support, dear.support),
    coverable: { min: coverable(cheap.streams, cheap.grants), max: coverable(dear.streams, dear.grants) },
    drawnByOthers: { min: coverable(charges.ofOthers, cheap.grants), max: coverable(charges.ofOthers, dear.grants) },
    moreFrom: firstStart(dear.streams, dear.ledger.end),
    usable: usableNow(dear.grants, cheap.grants, now),
    lastEnd: lastEnd(dear.grants, now),
    runway: { cheap: cheap.runway, dear: dear.runway },
    faults: distinctFaults([...cheap.ledger.faults, ...dear.ledger.faults]),
    cashUntil,
  };
}

/** What accounts spend already, and how that goes on. */
type Spending = Pick<Outlook, 'burn' | 'burnOfOthers' | 'trend'>;

function spendingIn(settings: OutlookSettings, terms: Terms): Spending {
  const { now, account } = terms;
  const burn = burnOf(settings, account);
  const isTrend = settings.burnForecast === 'trend' && burn !== undefined;
  const trend = isTrend ? (trendOf(settings.burnMonths, now) ?? trendOf(coveredMonths(terms), now)) : undefined;
  return { burn, trend, burnOfOthers: burnOfOthers(settings, account) };
}

/** What credits covered of the account that is billed. */
const coveredMonths = ({ balance: { history }, account }: Terms): readonly ClosedMonth[] =>
  history === undefined ? [] : closedMonths(billedHistory(history, account ?? ''), account);

/** Everything that draws on the credits, less the discounts that are stated. */
class Charges {
  readonly ofOthers: readonly Stream[];
  private readonly discounts: Discounts;

  constructor(
    private readonly sums: readonly Sum[],
    private readonly spending: Spending,
    private readonly settings: Pick<Settings, 'discounts' | 'support'>,
    private readonly terms: Terms,
  ) {
    this.discounts = new Discounts(settings.discounts);
    this.ofOthers = streamsOfOthers(spending.burnOfOthers, terms).map((stream) => this.discounted(stream));
  }

  /** Of all accounts: what has been drawn since the balance was valid. */
  untilNow(end: End): readonly Stream[] {
    const own = streamsUntilNow(this.sums, this.spending.burn, end, this.terms);
    return [...this.withSupport(own).streams, ...this.ofOthers];
  }

  /** Of the account that is billed. */
  fromNow(end: End): { readonly streams: readonly Stream[]; readonly support: Support | undefined } {
    return this.withSupport(streamsFromNow(this.sums, this.spending, end, this.terms));
  }

  private withSupport(own: readonly Stream[]) {
    const support = supportOf(own, this.settings, this.terms);
    return { support, streams: [...own, ...(support?.streams ?? [])].map((stream) => this.discounted(stream)) };
  }

  private discounted(stream: Stream): Stream {
    const discount = this.discounts.acrossServices(stream.eligibility.product);
    return discount === 0 ? stream : { ...stream, discount };
  }
}

const supportAt = (cheap: Support | undefined, dear: Support | undefined): Outlook['support'] =>
  cheap &&
  dear && {
    plan: dear.plan,
    usage: { min: cheap.usage, max: dear.usage },
    fee: { min: cheap.fee, max: dear.fee },
  };

/**
 * What is drawn a month on the credits of this account: the first one that covers a charge may cover it at its list price.
 * What another account draws on credits of its own is none of it.
 */
const coverable = (streams: readonly Stream[], grants: readonly Grant[]): Usd =>
  sum(
    streams.filter(runsNow).flatMap((stream) => {
      const first = grants.find(
        ({ amount, closed, covers }) =>
          amount !== undefined &&
          (closed === undefined || stream.account !== undefined) &&
          covers(stream.eligibility, stream.account) === 'yes',
      );
      if (first === undefined || first.closed !== undefined) return [];
      const { discount = 0 } = stream;
      const isAtList = first.isBeforeDiscounts === true && discount < 1;
      return [isAtList ? keep(rateOf(stream).div(usd(1).minus(discount))) : rateOf(stream)];
    }),
  );

function firstStart(streams: readonly Stream[], end: Instant): Instant | undefined {
  const own = streams.filter(({ origin }) => origin === 'plan');
  const first = Math.min(...own.map(({ startsAt }) => startsAt ?? Number.POSITIVE_INFINITY));
  return first < end ? first : undefined;
}

const isUsableGrant = ({ starts, ends, closed, isOurs }: Grant, now: Instant): boolean =>
  isOurs && closed === undefined && starts <= now && (ends === undefined || ends > now);

/** Unknown as soon as one amount is: a credit in a foreign currency, a balance that was not read. */
function usableNow(least: readonly Grant[], most: readonly Grant[], now: Instant): Range | undefined {
  if ([...least, ...most].some((grant) => grant.amount === undefined && isUsableGrant(grant, now))) return undefined;
  const of = (grants: readonly Grant[]) =>
    sum(grants.filter((grant) => isUsableGrant(grant, now)).map(({ amount = zero }) => amount));
  return { min: of(least), max: of(most) };
}

function lastEnd(grants: readonly Grant[], now: Instant): Instant | undefined {
  const open = grants.filter(
    ({ amount, ends, closed }) => closed === undefined && amount?.gt(zero) && (ends === undefined || ends > now),
  );
  const last = Math.max(Number.NEGATIVE_INFINITY, ...open.map(({ ends }) => ends ?? Number.POSITIVE_INFINITY));
  return Number.isFinite(last) ? last : undefined;
}

const distinctFaults = (faults: readonly LedgerFault[]): LedgerFault[] => [
  ...new Map(faults.map((fault) => [`${fault.month} ${fault.because}`, fault])).values(),
];
