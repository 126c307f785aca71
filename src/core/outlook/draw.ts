import type { Eligibility } from '../coverage/coverage';
import { addMonths, type Instant, MS_PER_HOUR, startOfMonth } from '../instant';
import { toUnits, type Units, type Usd, zero } from '../money';
import type { Answer } from '../reading';
import type { Part } from './streams';

/** Charges that are treated alike, added up at one end of their ranges. */
export interface Stream {
  readonly eligibility: Eligibility;
  /** Caused by this plan, or part of what the account spends already. */
  readonly origin: 'plan' | 'account';
  /** What the deployment does to the charges of a plan. */
  readonly part?: Part | undefined;
  /** USD for each hour of the clock. */
  readonly perHour: Usd;
  /** USD for each calendar month, whatever its length. */
  readonly perMonth: Usd;
  /** USD that fall due at the start. */
  readonly once: Usd;
  /** The share that a discount across services has taken off these amounts; 0 where it is left out. */
  readonly discount?: number;
  /** When the charge begins; undefined: it runs at the start. */
  readonly startsAt: Instant | undefined;
  /** When the charge stops by itself, as a commitment does at the end of its term. */
  readonly endsAt: Instant | undefined;
}

/** Is it charged at this instant? */
export const runsAt = ({ startsAt = Number.NEGATIVE_INFINITY, endsAt }: Stream, at: Instant): boolean =>
  startsAt <= at && (endsAt === undefined || endsAt > at);

/** Why nothing can be drawn from a credit, though it has money. */
export type Closed = 'not-entitled' | 'reserved';

/** A credit as the draw-down sees it. */
export interface Grant {
  readonly id: string;
  /** USD that may be drawn. Undefined: how much is not known, so it covers nothing for certain. */
  readonly amount: Usd | undefined;
  /** From when on it covers charges. */
  readonly starts: Instant;
  /** Its own start: of two that end together and are as broad, the older one goes first. */
  readonly issued: Instant;
  readonly ends: Instant | undefined;
  /** How many products it applies to: AWS uses the narrowest first. */
  readonly breadth: number;
  /** False when AWS does not say what it covers: what it might cover is unknown, and its money is no known credit. */
  readonly isListed: boolean;
  /** False when it is not known whether this account may use it. */
  readonly isOurs: boolean;
  readonly closed: Closed | undefined;
  /** It covers amounts as they are before discounts across services. */
  readonly isBeforeDiscounts?: boolean;
  /** May it cover this? By `unknown` nothing is reported as covered. */
  covers(eligibility: Eligibility): Answer;
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

/**
 * What becomes of one stream within a piece: `charged = covered + cash + unknown`. What a credit covers before discounts is
 * charged without them.
 */
export interface Row {
  readonly stream: Stream;
  readonly charged: Units;
  readonly covered: Units;
  /** What discounts would have taken off what is covered. */
  readonly forgone: Units;
  readonly cash: Units;
  readonly unknown: Units;
  /** Undefined: covered in full. */
  readonly because: Because | undefined;
  /** When a credit starts that will cover it again. */
  readonly backAt: Instant | undefined;
  /** What each credit draws, by id. */
  readonly paidBy: ReadonlyMap<string, Units>;
}

/** A stretch of time in which nothing changes: the same charges, the same credits. `from = to` holds what is due once. */
export interface Piece {
  readonly from: Instant;
  readonly to: Instant;
  readonly rows: readonly Row[];
  /** Credits that are used up at `to`. */
  readonly usedUp: readonly string[];
  /** What credits that end at `to` lose, by id. */
  readonly forfeited: ReadonlyMap<string, Units>;
}

interface Purse {
  readonly grant: Grant;
  left: Units;
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
  const purses = new Purses(grants, from);
  const claims = streams.map((stream) => new Claim(stream, purses.all));
  const edges = edgesOf(streams, grants, cuts, from);
  const horizon = addMonths(startOfMonth(from), HORIZON_MONTHS);
  const pieces: Piece[] = [];
  if (streams.some(({ once }) => once.gt(zero)))
    pieces.push(
      settle(
        claims.map((claim) => ({ claim, amount: claim.once })),
        purses,
        { from, to: from },
      ),
    );
  // After the last credit one more month shows what follows.
  let isLast = !purses.hasOpen;
  for (let at = from; at < horizon; ) {
    const month = monthOf(at);
    while (at < month.ends) {
      while ((edges.at(-1) ?? Number.POSITIVE_INFINITY) <= at) edges.pop();
      const piece = pieceFrom(at, { claims, purses, month, next: Math.min(month.ends, edges.at(-1) ?? month.ends) });
      pieces.push(piece);
      at = piece.to;
    }
    if (isLast && at >= until) break;
    isLast = !purses.hasOpen;
  }
  return pieces;
}

interface CalendarMonth {
  readonly begins: Instant;
  readonly ends: Instant;
}

function monthOf(at: Instant): CalendarMonth {
  const begins = startOfMonth(at);
  return { begins, ends: addMonths(begins, 1) };
}

function inOrderOfUse(a: Grant, b: Grant): number {
  const endOf = (grant: Grant) => grant.ends ?? Number.MAX_SAFE_INTEGER;
  return endOf(a) - endOf(b) || a.breadth - b.breadth || a.issued - b.issued || (a.id < b.id ? -1 : 1);
}

/** A credit that ends before it starts covers nothing at any time, and loses nothing. */
export const isNeverOpen = ({ issued, ends }: Grant): boolean => ends !== undefined && ends <= issued;

function goneBefore(grant: Grant, from: Instant): Gone | undefined {
  const { closed, amount, ends } = grant;
  if (closed !== undefined) return { at: from, why: closed };
  if (ends !== undefined && (ends <= from || isNeverOpen(grant))) return { at: ends, why: 'ended' };
  return amount?.lte(zero) ? { at: from, why: 'used-up' } : undefined;
}

/** All credits of a draw-down, in order of use: those that end soonest stand first. */
class Purses {
  readonly all: readonly Purse[];
  /** How many of them have ended: they are the first of the list. */
  private ended = 0;

  constructor(grants: readonly Grant[], from: Instant) {
    this.all = [...grants]
      .sort(inOrderOfUse)
      .map((grant) => ({ grant, left: toUnits(grant.amount ?? zero), gone: goneBefore(grant, from) }));
  }

  /** Is there money left, now or later? */
  get hasOpen(): boolean {
    return this.all.some(({ gone, grant }) => gone === undefined && grant.amount !== undefined);
  }

  /** Closes those from which nothing is left, and tells which. */
  closeDrained(at: Instant): Purse[] {
    const drained = this.all.filter(
      ({ gone, left, grant }) => gone === undefined && left === 0n && grant.amount !== undefined,
    );
    for (const purse of drained) purse.gone = { at, why: 'used-up' };
    return drained;
  }

  /** Closes those that end here, and tells what they lose. One without a product list loses nothing that was counted. */
  closeEnded(at: Instant): Map<string, Units> {
    const lost = new Map<string, Units>();
    for (let purse = this.all[this.ended]; purse !== undefined; purse = this.all[++this.ended]) {
      const { grant, gone, left } = purse;
      if (grant.ends === undefined || grant.ends > at) break;
      if (gone !== undefined) continue;
      if (left > 0n && grant.isListed) lost.set(grant.id, left);
      purse.gone = { at, why: 'ended' };
    }
    return lost;
  }
}

/** Credits that concern one stream, in order of use. What is gone is gone for good, so the front of the list is left behind. */
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
  readonly once: Units;
  private readonly perHour: Units;
  private readonly perMonth: Units;
  /** What is left of a million after discounts across services. */
  private readonly netOfMillion: Units;

  constructor(
    readonly stream: Stream,
    purses: readonly Purse[],
  ) {
    const asked = purses.map((purse) => ({ purse, answer: purse.grant.covers(stream.eligibility) }));
    const isSure = ({ purse, answer }: (typeof asked)[number]) => answer === 'yes' && purse.grant.amount !== undefined;
    this.sure = new Queue(asked.filter(isSure).map(({ purse }) => purse));
    this.once = toUnits(stream.once);
    this.perHour = toUnits(stream.perHour);
    this.perMonth = toUnits(stream.perMonth);
    this.netOfMillion = MILLION - BigInt(Math.round((stream.discount ?? 0) * Number(MILLION)));
    this.perhaps = new Queue(asked.filter((one) => one.answer !== 'no' && !isSure(one)).map(({ purse }) => purse));
  }

  /** What accrues within a month. The difference of two running totals: the parts of a month always add up to the month. */
  between(from: Instant, to: Instant, month: CalendarMonth): Units {
    return this.accrued(to, month) - this.accrued(from, month);
  }

  private accrued(at: Instant, { begins, ends }: CalendarMonth): Units {
    const passed = BigInt(at - begins);
    const byTheHour = (this.perHour * passed) / BigInt(MS_PER_HOUR);
    return byTheHour + (this.perMonth * passed) / BigInt(ends - begins);
  }

  /** What a credit draws to cover so much of it. */
  drawnFrom({ grant }: Purse, amount: Units): Units {
    return this.isAtList(grant) ? (amount * MILLION + this.netOfMillion - 1n) / this.netOfMillion : amount;
  }

  /** How much of it is covered by what a credit draws. */
  coveredBy({ grant }: Purse, drawn: Units): Units {
    return this.isAtList(grant) ? (drawn * this.netOfMillion) / MILLION : drawn;
  }

  private isAtList({ isBeforeDiscounts }: Grant): boolean {
    return isBeforeDiscounts === true && this.netOfMillion > 0n && this.netOfMillion < MILLION;
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

const MILLION = 1_000_000n;

/** Every instant at which something may start to differ, latest first, so that the next one is the last of the list. */
function edgesOf(streams: readonly Stream[], grants: readonly Grant[], cuts: readonly Instant[], from: Instant) {
  const all = [
    ...cuts,
    ...grants.flatMap(({ starts, ends }) => (ends === undefined ? [starts] : [starts, ends])),
    ...streams.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt].filter((edge) => edge !== undefined)),
  ];
  return [...new Set(all)].filter((edge) => edge > from).sort((a, b) => b - a);
}

/** What may happen from an instant on; `next`: the next change that is known already. */
interface Ahead {
  readonly claims: readonly Claim[];
  readonly purses: Purses;
  readonly month: CalendarMonth;
  readonly next: Instant;
}

/** One piece from an instant to the next change: a known one, or that a credit is used up before it. */
function pieceFrom(from: Instant, { claims, purses, month, next }: Ahead): Piece {
  const running = claims.filter(({ stream }) => runsAt(stream, from));
  const to = usedUpBefore(running, from, next, month);
  const due = running.map((claim) => ({ claim, amount: claim.between(from, to, month) }));
  return settle(due, purses, { from, to });
}

/** The first instant before `next` at which a credit is used up by everything that it covers, accrued evenly. */
function usedUpBefore(claims: readonly Claim[], from: Instant, next: Instant, month: CalendarMonth): Instant {
  const drawn = new Map<Purse, Units>();
  for (const claim of claims) {
    const purse = claim.payer(from);
    if (purse === undefined) continue;
    const wanted = claim.drawnFrom(purse, claim.between(from, next, month));
    drawn.set(purse, (drawn.get(purse) ?? 0n) + wanted);
  }
  let first = next;
  for (const [{ left }, amount] of drawn) {
    if (amount <= left) continue;
    // Rounded up to a millisecond, and at least one: time goes on.
    const lasts = Number((BigInt(next - from) * left + amount - 1n) / amount);
    first = Math.min(first, from + Math.max(1, lasts));
  }
  return first;
}

/** Lets the credits cover what falls due between two instants, and closes those that are used up or end. */
function settle(due: readonly Due[], purses: Purses, { from, to }: Stretch): Piece {
  // The largest charge first: it decides who is short where a credit does not cover all that is due at one instant.
  const rows = [...due].sort(byAmount).map((one) => rowOf(one, { from, to }));
  const drained = purses.closeDrained(to);
  return {
    from,
    to,
    rows,
    usedUp: drained.filter(({ grant }) => grant.isListed).map(({ grant }) => grant.id),
    forfeited: purses.closeEnded(to),
  };
}

/** From one instant to another, or an instant by itself. */
type Stretch = Pick<Piece, 'from' | 'to'>;

interface Due {
  readonly claim: Claim;
  readonly amount: Units;
}

function byAmount(a: Due, b: Due): number {
  if (a.amount !== b.amount) return a.amount > b.amount ? -1 : 1;
  return a.claim.stream.eligibility.key < b.claim.stream.eligibility.key ? -1 : 1;
}

/** As much of a credit as is left, at most what is wanted. */
function take(purse: Purse, wanted: Units): Units {
  const taken = purse.left < wanted ? purse.left : wanted;
  purse.left -= taken;
  return taken;
}

function rowOf({ claim, amount }: Due, { from, to }: Stretch): Row {
  const before = claim.because(from);
  const paidBy = new Map<string, Units>();
  let [open, covered] = [amount, 0n];
  if (open > 0n) {
    for (const purse of claim.sure.open(from)) {
      const wanted = claim.drawnFrom(purse, open);
      const taken = take(purse, wanted);
      if (taken > 0n) paidBy.set(purse.grant.id, taken);
      covered += taken;
      open = taken === wanted ? 0n : open - claim.coveredBy(purse, taken);
      if (open === 0n) break;
    }
  }
  const maybe = open === 0n ? undefined : claim.perhaps.first(from);
  const purse = drawable(maybe);
  const unknown = maybe === undefined ? 0n : purse === undefined ? open : take(purse, open);
  // What is due at one instant may find a credit too small; over time that is the next piece.
  const isShort = from === to && open > 0n;
  const why = before ?? (isShort ? { because: 'used-up' as const, backAt: undefined } : undefined);
  return {
    stream: claim.stream,
    charged: covered + open,
    covered,
    forgone: covered + open - amount,
    cash: open - unknown,
    unknown,
    because: why?.because,
    backAt: why?.backAt,
    paidBy,
  };
}
