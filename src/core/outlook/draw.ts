import type { Eligibility } from '../coverage/coverage';
import type { Eligible } from '../coverage/rule';
import { addMonths, type Instant, MS_PER_HOUR, startOfMonth } from '../instant';
import { keep, ratio, share, smaller, type Usd, zero } from '../money';

/** Charges that are treated alike, added up at one end of their ranges. */
export interface Stream {
  readonly eligibility: Eligibility;
  /** Caused by this plan, or part of what the account spends already. */
  readonly origin: 'plan' | 'account';
  /** USD for each hour of the clock. */
  readonly perHour: Usd;
  /** USD for each calendar month, whatever its length. */
  readonly perMonth: Usd;
  /** USD that fall due at the start. */
  readonly once: Usd;
  /** When the charge stops by itself, as a commitment does at the end of its term. */
  readonly endsAt: Instant | undefined;
}

/** Why nothing can be drawn from a credit, though it has money. */
export type Closed = 'not-entitled' | 'reserved';

/** A credit as the draw-down sees it. */
export interface Grant {
  readonly id: string;
  /** USD that may be drawn. Undefined: how much is not known, so it covers nothing for certain. */
  readonly amount: Usd | undefined;
  readonly starts: Instant;
  readonly ends: Instant | undefined;
  /** How many products it applies to: AWS uses the narrowest first. */
  readonly breadth: number;
  /** False when AWS does not say what it covers: what it might cover is unknown, and its money is no known credit. */
  readonly isListed: boolean;
  /** False when it is not known whether this account may use it. */
  readonly isOurs: boolean;
  readonly closed: Closed | undefined;
  /** May it cover this? By `unknown` nothing is told as covered. */
  covers(eligibility: Eligibility): Eligible;
}

/** Why a charge is not covered in full from some instant on. */
export type Because =
  | 'used-up'
  | 'ended'
  | 'not-yet'
  | 'not-listed'
  | 'not-eligible'
  | 'not-entitled'
  | 'reserved'
  | 'unknown';

/** What becomes of one stream within a piece. `charged = covered + cash + unknown`, USD. */
export interface Row {
  readonly stream: Stream;
  readonly charged: Usd;
  readonly covered: Usd;
  readonly cash: Usd;
  readonly unknown: Usd;
  /** Undefined: covered in full. */
  readonly because: Because | undefined;
  /** When a credit starts that will cover it again. */
  readonly backAt: Instant | undefined;
  /** What each credit draws, by id. */
  readonly paidBy: ReadonlyMap<string, Usd>;
}

/** A stretch of time in which nothing changes: the same charges, the same credits. `from = to` holds what is due once. */
export interface Piece {
  readonly from: Instant;
  readonly to: Instant;
  readonly rows: readonly Row[];
  /** Credits that are used up at `to`. */
  readonly usedUp: readonly string[];
  /** What credits that end at `to` lose, by id. */
  readonly forfeited: ReadonlyMap<string, Usd>;
}

interface Purse {
  readonly grant: Grant;
  left: Usd;
  /** When and why nothing can be drawn from it any more. */
  gone: Gone | undefined;
}

interface Gone {
  readonly at: Instant;
  readonly why: Because;
}

/** Longest draw-down, in months: beyond this nobody's assumptions hold. */
export const HORIZON_MONTHS = 60;

/** How far to draw, and where to cut besides: the pieces then tell of those stretches exactly. */
export interface Span {
  readonly from: Instant;
  /** Go on at least so far. */
  readonly until: Instant;
  readonly cuts: readonly Instant[];
}

/**
 * Draws credits down in time. At each instant a charge is covered by the first credit that may cover it: the one that ends
 * soonest, then the one with the fewest products, then the oldest. Time is cut wherever something changes: a month, a
 * credit that starts, ends or is used up, a commitment that ends. What is left of a credit at its end is forfeited.
 */
export function draw(streams: readonly Stream[], grants: readonly Grant[], { from, until, cuts }: Span): Piece[] {
  const purses = [...grants]
    .sort(inOrderOfUse)
    .map((grant): Purse => ({ grant, left: grant.amount ?? zero, gone: goneBefore(grant, from) }));
  const claims = streams.map((stream) => new Claim(stream, purses));
  const edges = edgesOf(streams, grants, cuts, from);
  const horizon = addMonths(startOfMonth(from), HORIZON_MONTHS);
  const pieces: Piece[] = [];
  if (streams.some(({ once }) => once.gt(zero))) pieces.push(settle(claims, purses, from, from, ({ once }) => once));
  // After the last credit one more month shows what follows.
  let isLast = !purses.some(isOpen);
  for (let at = from; at < horizon; ) {
    const monthEnds = addMonths(startOfMonth(at), 1);
    while ((edges.at(-1) ?? Number.POSITIVE_INFINITY) <= at) edges.pop();
    const piece = stretch(claims, purses, at, Math.min(monthEnds, edges.at(-1) ?? monthEnds));
    pieces.push(piece);
    at = piece.to;
    if (at < monthEnds) continue;
    if (isLast && at >= until) break;
    isLast = !purses.some(isOpen);
  }
  return pieces;
}

function inOrderOfUse(a: Grant, b: Grant): number {
  const endOf = (grant: Grant) => grant.ends ?? Number.MAX_SAFE_INTEGER;
  return endOf(a) - endOf(b) || a.breadth - b.breadth || a.starts - b.starts || (a.id < b.id ? -1 : 1);
}

function goneBefore({ closed, amount, ends }: Grant, from: Instant): Gone | undefined {
  if (closed !== undefined) return { at: from, why: closed };
  if (ends !== undefined && ends <= from) return { at: ends, why: 'ended' };
  return amount?.lte(zero) ? { at: from, why: 'used-up' } : undefined;
}

const isOpen = ({ gone, grant }: Purse): boolean => gone === undefined && grant.amount !== undefined;

/** Credits that concern one stream, in order of use. What is gone is gone for ever, so the front of the list is left behind. */
class Queue {
  private head = 0;
  private lastGone: Gone | undefined;

  constructor(private readonly purses: readonly Purse[]) {}

  /** The first one that can be drawn at this instant. */
  first(at: Instant): Purse | undefined {
    return this.open(at).next().value;
  }

  /** Those that can be drawn at this instant, in order. */
  *open(at: Instant): Generator<Purse, undefined> {
    this.leaveBehind();
    for (let i = this.head; i < this.purses.length; i++) {
      const purse = this.purses[i];
      if (purse !== undefined && purse.gone === undefined && purse.grant.starts <= at) yield purse;
    }
  }

  /** When the next one starts, when none has. */
  get nextStart(): Instant | undefined {
    const coming = this.purses.slice(this.head).filter(({ gone }) => gone === undefined);
    return coming.length === 0 ? undefined : Math.min(...coming.map(({ grant }) => grant.starts));
  }

  /** The last one to go, once all are gone. */
  get last(): Gone | undefined {
    this.leaveBehind();
    return this.lastGone;
  }

  private leaveBehind(): void {
    for (let gone = this.purses[this.head]?.gone; gone !== undefined; gone = this.purses[this.head]?.gone) {
      this.lastGone = later(this.lastGone, gone);
      this.head++;
    }
  }
}

const later = (a: Gone | undefined, b: Gone | undefined): Gone | undefined =>
  a === undefined || (b !== undefined && b.at > a.at) ? b : a;

/** A stream with the credits that may cover it. */
class Claim {
  /** Credits that cover it for certain. */
  readonly sure: Queue;
  /** Credits of which that is not known. */
  readonly perhaps: Queue;

  constructor(
    readonly stream: Stream,
    purses: readonly Purse[],
  ) {
    const asked = purses.map((purse) => ({ purse, answer: purse.grant.covers(stream.eligibility) }));
    const isSure = ({ purse, answer }: (typeof asked)[number]) => answer === 'yes' && purse.grant.amount !== undefined;
    this.sure = new Queue(asked.filter(isSure).map(({ purse }) => purse));
    this.perhaps = new Queue(asked.filter((one) => one.answer !== 'no' && !isSure(one)).map(({ purse }) => purse));
  }

  isRunning(at: Instant): boolean {
    return this.stream.endsAt === undefined || this.stream.endsAt > at;
  }

  /** The credit that it is drawn from first. */
  payer(at: Instant): Purse | undefined {
    return this.sure.first(at) ?? drawable(this.perhaps.first(at));
  }

  /** Why no credit covers it for certain at this instant; undefined when one does. */
  because(at: Instant): Pick<Row, 'because' | 'backAt'> | undefined {
    if (this.sure.first(at) !== undefined) return undefined;
    if (this.perhaps.first(at) !== undefined) return { because: 'unknown', backAt: undefined };
    const backAt = this.sure.nextStart;
    if (backAt !== undefined) return { because: 'not-yet', backAt };
    const gone = later(this.sure.last, this.perhaps.last);
    const never = this.stream.eligibility.byTerms === 'no' ? 'not-eligible' : 'not-listed';
    return { because: gone?.why ?? never, backAt: undefined };
  }
}

/** Where a credit without a product list may cover a charge, its money is used up by it; one that lists it, and may not cover it by the terms, keeps it. */
const drawable = (purse: Purse | undefined): Purse | undefined =>
  purse === undefined || purse.grant.isListed || purse.grant.amount === undefined ? undefined : purse;

/** Every instant at which something may start to differ, latest first, so that the next one is the last of the list. */
function edgesOf(streams: readonly Stream[], grants: readonly Grant[], cuts: readonly Instant[], from: Instant) {
  const all = [
    ...cuts,
    ...grants.flatMap(({ starts, ends }) => (ends === undefined ? [starts] : [starts, ends])),
    ...streams.flatMap(({ endsAt }) => (endsAt === undefined ? [] : [endsAt])),
  ];
  return [...new Set(all)].filter((edge) => edge > from).sort((a, b) => b - a);
}

/** One piece from an instant to the next change: a known one, or that a credit is used up before it. */
function stretch(claims: readonly Claim[], purses: readonly Purse[], from: Instant, next: Instant): Piece {
  const month = startOfMonth(from);
  const length = addMonths(month, 1) - month;
  const accruedBy = ({ perHour, perMonth }: Stream, at: Instant): Usd => {
    const monthly = perMonth.eq(zero) ? zero : share(perMonth, at - month, length);
    return perHour.eq(zero) ? monthly : monthly.plus(share(perHour, at - month, MS_PER_HOUR));
  };
  // The difference of two running totals: the parts of a month always add up to the month.
  const between = (stream: Stream, to: Instant): Usd => accruedBy(stream, to).minus(accruedBy(stream, from));
  const running = claims.filter((claim) => claim.isRunning(from));
  const to = usedUpBefore(running, from, next, (stream) => between(stream, next));
  return settle(running, purses, from, to, (stream) => between(stream, to));
}

/** The first instant before `next` at which a credit is used up by everything that it covers, accrued evenly. */
function usedUpBefore(claims: readonly Claim[], from: Instant, next: Instant, amountOf: (stream: Stream) => Usd) {
  const drawn = new Map<Purse, Usd>();
  for (const claim of claims) {
    const purse = claim.payer(from);
    if (purse !== undefined) drawn.set(purse, (drawn.get(purse) ?? zero).plus(amountOf(claim.stream)));
  }
  let first = next;
  for (const [{ left }, amount] of drawn) {
    if (amount.lte(left)) continue;
    first = Math.min(first, from + Math.max(1, Math.ceil((next - from) * ratio(left, amount))));
  }
  return first;
}

/** Lets the credits cover what falls due between two instants, and closes those that are used up or end. */
function settle(
  claims: readonly Claim[],
  purses: readonly Purse[],
  from: Instant,
  to: Instant,
  amountOf: (stream: Stream) => Usd,
): Piece {
  // The largest charge first: it decides who is short where a credit does not cover all that is due at one instant.
  const due = claims.map((claim) => ({ claim, amount: amountOf(claim.stream) })).sort(byAmount);
  const drained = new Set<Purse>();
  const rows = due.map(({ claim, amount }) => rowOf(claim, amount, from, to, drained));
  for (const purse of drained) purse.gone = { at: to, why: 'used-up' };
  return {
    from,
    to,
    rows,
    usedUp: [...drained].filter(({ grant }) => grant.isListed).map(({ grant }) => grant.id),
    forfeited: closeEnded(purses, to),
  };
}

const byAmount = (a: { claim: Claim; amount: Usd }, b: { claim: Claim; amount: Usd }): number =>
  b.amount.cmp(a.amount) || (a.claim.stream.eligibility.key < b.claim.stream.eligibility.key ? -1 : 1);

function rowOf(claim: Claim, charged: Usd, from: Instant, to: Instant, drained: Set<Purse>): Row {
  const before = claim.because(from);
  const paidBy = new Map<string, Usd>();
  const take = (purse: Purse, wanted: Usd): Usd => {
    const taken = smaller(purse.left, wanted);
    purse.left = purse.left.minus(taken);
    if (purse.left.lte(zero)) drained.add(purse);
    return taken;
  };
  let open = charged;
  if (open.gt(zero)) {
    for (const purse of claim.sure.open(from)) {
      const taken = take(purse, open);
      if (taken.gt(zero)) paidBy.set(purse.grant.id, taken);
      open = open.minus(taken);
      if (open.eq(zero)) break;
    }
  }
  const covered = charged.minus(open);
  const maybe = open.eq(zero) ? undefined : claim.perhaps.first(from);
  const purse = drawable(maybe);
  const unknown = maybe === undefined ? zero : purse === undefined ? open : take(purse, open);
  // What is due at one instant may find a credit too small; over time that is the next piece.
  const isShort = from === to && open.gt(zero);
  const why = before ?? (isShort ? { because: 'used-up' as const, backAt: undefined } : undefined);
  return {
    stream: claim.stream,
    charged,
    covered,
    cash: open.minus(unknown),
    unknown,
    because: why?.because,
    backAt: why?.backAt,
    paidBy,
  };
}

/** Closes the credits that end here, and tells what they lose. One without a product list loses nothing that was counted. */
function closeEnded(purses: readonly Purse[], at: Instant): Map<string, Usd> {
  const lost = new Map<string, Usd>();
  for (const purse of purses) {
    const { grant, gone, left } = purse;
    if (gone !== undefined || grant.ends === undefined || grant.ends > at) continue;
    if (left.gt(zero) && grant.isListed) lost.set(grant.id, keep(left));
    purse.gone = { at, why: 'ended' };
  }
  return lost;
}
