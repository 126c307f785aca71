import type { Eligible } from '../coverage/rule';
import { addMonths, type Instant, isoMonth, startOfMonth } from '../instant';
import { keep, ratio, share, smaller, sum, type Usd, zero } from '../money';

/** Charges of one product that are treated alike, added up. */
export interface Stream {
  readonly product: string;
  readonly eligible: Eligible;
  /** USD for a full month. */
  readonly monthly: Usd;
  /** USD that fall due at the start. */
  readonly once: Usd;
  /** When the charge stops by itself, as a commitment does at the end of its term. */
  readonly endsAt: Instant | undefined;
}

/** A credit as the draw-down sees it. */
export interface Grant {
  readonly id: string;
  readonly amount: Usd;
  readonly starts: Instant;
  readonly ends: Instant | undefined;
  /** How many products it applies to: AWS uses the narrowest first. */
  readonly breadth: number;
  /** False when AWS did not say which products it is for: it is never drawn, and what it might pay is unknown. */
  readonly listed: boolean;
  pays(product: string): boolean;
}

/** One UTC calendar month, in USD: `opening + granted = covered + forfeited + left`, `charged = covered + cash + unknown`. */
export interface Month {
  /** `2027-03` */
  readonly month: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly opening: Usd;
  /** Credits that start within this month. */
  readonly granted: Usd;
  readonly charged: Usd;
  readonly covered: Usd;
  readonly cash: Usd;
  /** Charges of which nobody can tell who pays. */
  readonly unknown: Usd;
  /** Lost because a credit ended in this month with money left. */
  readonly forfeited: Usd;
  readonly left: Usd;
}

export interface Ledger {
  readonly months: readonly Month[];
  /** When credits first could not pay a charge they are for because they were used up; undefined when never. */
  readonly exhaustedAt: Instant | undefined;
  /** What each credit, by id, loses at its end. */
  readonly forfeits: ReadonlyMap<string, Usd>;
}

interface Purse {
  readonly grant: Grant;
  left: Usd;
}

interface Demand {
  readonly stream: Stream;
  readonly amount: Usd;
  open: Usd;
}

/** Longest draw-down, in months: beyond this nobody's assumptions hold. */
export const HORIZON_MONTHS = 60;

/**
 * Draws credits down month by month in the order AWS applies them: the credit that ends soonest first, then the one with
 * the fewest products, then the oldest; within a credit the largest charge first. Coverage stops at a credit's very end,
 * and what is left then is forfeited. A credit that starts within a month pays that whole month, as AWS's monthly bill
 * does. Ends when no credit is left, after one more month that shows what follows.
 */
export function simulate(streams: readonly Stream[], grants: readonly Grant[], now: Instant): Ledger {
  const purses = [...grants].sort(inOrderOfUse).map((grant) => ({ grant, left: grant.amount }));
  const months: Month[] = [];
  const forfeits = new Map<string, Usd>();
  let exhaustedAt: Instant | undefined;
  for (let from = now; months.length < HORIZON_MONTHS; ) {
    const to = addMonths(startOfMonth(from), 1);
    const last = !purses.some((purse) => purse.left.gt(zero));
    const before = months.at(-1)?.left;
    const arriving = purses.filter(({ grant }) => grant.listed && arrives(grant, from, to, before === undefined));
    const granted = sum(arriving.map((purse) => purse.left));
    const opening = before ?? sum(purses.filter(({ grant }) => grant.listed && grant.starts <= now).map((p) => p.left));
    const paid = runMonth(streams, purses, from, to, before === undefined, forfeits);
    exhaustedAt ??= paid.exhaustedAt;
    const left = opening.plus(granted).minus(paid.covered).minus(paid.forfeited);
    months.push({ month: isoMonth(from), from, to, opening, granted, ...paid.totals, left });
    if (last) break;
    from = to;
  }
  return { months, exhaustedAt, forfeits };
}

/** Says what is wrong with a ledger; nothing when it is sound. It runs after every simulation, not only in tests. */
export function checkLedger(months: readonly Month[]): string[] {
  const faults: string[] = [];
  let carried: Usd | undefined;
  for (const m of months) {
    if (carried !== undefined && !carried.eq(m.opening))
      faults.push(`${m.month} does not open where the month before closed`);
    if (!m.opening.plus(m.granted).eq(m.covered.plus(m.forfeited).plus(m.left))) faults.push(`${m.month} loses credit`);
    if (!m.charged.eq(m.covered.plus(m.cash).plus(m.unknown))) faults.push(`${m.month} loses a charge`);
    const amounts = [m.opening, m.granted, m.charged, m.covered, m.cash, m.unknown, m.forfeited, m.left];
    if (amounts.some((amount) => amount.lt(zero))) faults.push(`${m.month} has a negative amount`);
    carried = m.left;
  }
  return faults;
}

function inOrderOfUse(a: Grant, b: Grant): number {
  const endOf = (grant: Grant) => grant.ends ?? Number.POSITIVE_INFINITY;
  if (endOf(a) !== endOf(b)) return endOf(a) - endOf(b);
  if (a.breadth !== b.breadth) return a.breadth - b.breadth;
  return a.starts - b.starts || (a.id < b.id ? -1 : 1);
}

const arrives = (grant: Grant, from: Instant, to: Instant, first: boolean): boolean =>
  grant.starts < to && (first ? grant.starts > from : grant.starts >= from);

function runMonth(
  streams: readonly Stream[],
  purses: Purse[],
  from: Instant,
  to: Instant,
  first: boolean,
  forfeits: Map<string, Usd>,
) {
  let charged = zero;
  let covered = zero;
  let unknown = zero;
  let forfeited = zero;
  let exhaustedAt: Instant | undefined;
  const cuts = cutsWithin(streams, purses, from, to);
  cuts.forEach((begin, i) => {
    const end = cuts[i + 1] ?? to;
    const open = purses.filter(({ grant }) => grant.starts < to && (grant.ends === undefined || grant.ends > begin));
    const demands = demandsOf(streams, begin, end, first && i === 0);
    const paid = payFrom(open, demands);
    exhaustedAt ??= exhaustionIn(open, demands, begin, end);
    charged = charged.plus(sum(demands.map((demand) => demand.amount)));
    covered = covered.plus(paid);
    unknown = unknown.plus(sum(demands.filter((demand) => isUnknown(demand, open)).map((demand) => demand.open)));
    forfeited = forfeited.plus(closeEnded(open, end, forfeits));
  });
  const cash = charged.minus(covered).minus(unknown);
  return { covered, forfeited, exhaustedAt, totals: { charged, covered, cash, unknown, forfeited } };
}

/** The instants within a month at which something starts to differ: a credit ends, a commitment ends. */
function cutsWithin(streams: readonly Stream[], purses: readonly Purse[], from: Instant, to: Instant): Instant[] {
  const ends = [...purses.map((purse) => purse.grant.ends), ...streams.map((stream) => stream.endsAt)];
  const inside = ends.filter((end): end is Instant => end !== undefined && end > from && end < to);
  return [...new Set([from, ...inside])].sort((a, b) => a - b);
}

/** What falls due between two instants, largest first: a month's charge accrues evenly over the calendar month. */
function demandsOf(streams: readonly Stream[], begin: Instant, end: Instant, withOnce: boolean): Demand[] {
  const monthBegins = startOfMonth(begin);
  const monthLength = addMonths(monthBegins, 1) - monthBegins;
  const accrued = (monthly: Usd, until: Instant) => share(monthly, until - monthBegins, monthLength);
  return streams
    .map((stream) => {
      const runs = stream.endsAt === undefined || stream.endsAt > begin;
      // The difference of two running totals: the parts of a month always add up to the month.
      const recurring = runs ? accrued(stream.monthly, end).minus(accrued(stream.monthly, begin)) : zero;
      const amount = withOnce ? recurring.plus(stream.once) : recurring;
      return { stream, amount, open: amount };
    })
    .filter((demand) => demand.amount.gt(zero))
    .sort((a, b) => b.amount.cmp(a.amount) || (a.stream.product < b.stream.product ? -1 : 1));
}

/** Pays what can be paid and returns the sum; the demands keep what is still open. */
function payFrom(purses: readonly Purse[], demands: readonly Demand[]): Usd {
  let paid = zero;
  for (const purse of purses) {
    if (!purse.grant.listed) continue;
    for (const demand of demands) {
      if (demand.stream.eligible !== 'yes' || !purse.grant.pays(demand.stream.product)) continue;
      const amount = smaller(purse.left, demand.open);
      purse.left = purse.left.minus(amount);
      demand.open = demand.open.minus(amount);
      paid = paid.plus(amount);
    }
  }
  return paid;
}

/** Might a credit whose products are not known, or one that the terms do not clearly exclude, still pay this? */
function isUnknown({ stream, open }: Demand, purses: readonly Purse[]): boolean {
  if (stream.eligible === 'no' || open.eq(zero)) return false;
  return purses.some(({ grant, left }) => {
    if (left.eq(zero)) return false;
    return !grant.listed || (stream.eligible === 'unknown' && grant.pays(stream.product));
  });
}

/** The moment within a stretch at which the credits for some charge were used up. */
function exhaustionIn(purses: readonly Purse[], demands: readonly Demand[], begin: Instant, end: Instant) {
  const isShort = ({ stream, open }: Demand) =>
    stream.eligible === 'yes' &&
    open.gt(zero) &&
    purses.some(({ grant, left }) => grant.listed && left.eq(zero) && grant.pays(stream.product));
  const short = demands.filter(isShort);
  if (short.length === 0) return undefined;
  const due = sum(short.map((demand) => demand.amount));
  const open = sum(short.map((demand) => demand.open));
  return begin + Math.floor((end - begin) * ratio(due.minus(open), due));
}

/** Empties the purses that end here; returns what the listed ones lose. */
function closeEnded(purses: readonly Purse[], at: Instant, forfeits: Map<string, Usd>): Usd {
  let lost = zero;
  for (const purse of purses) {
    if (purse.grant.ends === undefined || purse.grant.ends > at) continue;
    if (purse.grant.listed && purse.left.gt(zero)) {
      forfeits.set(purse.grant.id, keep(purse.left));
      lost = lost.plus(purse.left);
    }
    purse.left = zero;
  }
  return lost;
}
