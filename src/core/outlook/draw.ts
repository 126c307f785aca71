import { addMonths, type Instant, startOfMonth } from '../instant';
import { type Units, zero } from '../money';
import { type CalendarMonth, type Claim, claimsOf, drawable, drawnBy, monthOf } from './claim';
import { type Because, type Grant, isTold, Purses } from './purse';
import { runsAt, type Stream } from './stream';
import { letWaitTheirTurn } from './turns';

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
  /** Charges of the account that is billed for the plan. */
  readonly rows: readonly Row[];
  /** What other accounts draw, by id of the credit. */
  readonly byOthers: ReadonlyMap<string, Units>;
  /** Credits that are used up at `to`. */
  readonly usedUp: readonly string[];
  /** What credits that end at `to` lose, by id. */
  readonly forfeited: ReadonlyMap<string, Units>;
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
  const claims = claimsOf(streams, purses.all);
  const edges = edgesOf(streams, grants, cuts);
  const horizon = addMonths(startOfMonth(from), HORIZON_MONTHS);
  const pieces: Piece[] = [];
  if (streams.some(({ once }) => once.gt(zero))) {
    letWaitTheirTurn(claims, purses.all, from);
    const due = claims.map((claim) => ({ claim, amount: claim.once }));
    pieces.push(settle(due, purses, { from, to: from }));
  }
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

/** Every instant at which something may start to differ, latest first, so that the next one is the last of the list. */
const edgesOf = (streams: readonly Stream[], grants: readonly Grant[], cuts: readonly Instant[]): Instant[] =>
  [
    ...cuts,
    ...grants.flatMap(({ starts, ends }) => [starts, ends]),
    ...streams.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]),
  ]
    .filter((edge) => edge !== undefined)
    .sort((a, b) => b - a);

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
  letWaitTheirTurn(running, purses.all, from);
  const to = usedUpBefore(running, from, next, month);
  const due = running.map((claim) => ({ claim, amount: claim.between(from, to, month) }));
  return settle(due, purses, { from, to });
}

/** The first instant before `next` at which a credit is used up by everything that it covers, accrued evenly. */
function usedUpBefore(claims: readonly Claim[], from: Instant, next: Instant, month: CalendarMonth): Instant {
  let first = next;
  for (const [purse, byAccount] of drawnBy(claims, from, (claim) => claim.between(from, next, month))) {
    let all = 0n;
    for (const amount of byAccount.values()) all += amount;
    const limits = [...byAccount].map(([account, amount]) => [purse.leftFor(account), amount] as const);
    for (const [left, amount] of [[purse.left, all] as const, ...limits]) {
      if (amount <= left) continue;
      // Rounded up to a millisecond, and at least one: time goes on.
      const lasts = Number((BigInt(next - from) * left + amount - 1n) / amount);
      first = Math.min(first, from + Math.max(1, lasts));
    }
  }
  return first;
}

/** Lets the credits cover what falls due between two instants, and closes those that are used up or end. */
function settle(due: readonly Due[], purses: Purses, { from, to }: Stretch): Piece {
  // The largest charge first: it decides who is short where a credit does not cover all that is due at one instant.
  const all = [...due].sort(byAmount).map((one) => rowOf(one, { from, to }));
  const [rows, others] = [all.filter(isOwn), all.filter((row) => !isOwn(row))];
  const drained = purses.closeDrained(to);
  return {
    from,
    to,
    rows,
    byOthers: paidIn(others),
    usedUp: drained.filter(({ grant }) => isTold(grant)).map(({ grant }) => grant.id),
    forfeited: purses.closeEnded(to),
  };
}

const isOwn = ({ stream }: Row): boolean => stream.account === undefined;

function paidIn(rows: readonly Row[]): ReadonlyMap<string, Units> {
  const paid = new Map<string, Units>();
  for (const { paidBy } of rows) for (const [id, units] of paidBy) paid.set(id, (paid.get(id) ?? 0n) + units);
  return paid;
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

function rowOf({ claim, amount }: Due, { from, to }: Stretch): Row {
  const before = claim.because(from);
  const paidBy = new Map<string, Units>();
  let [open, covered] = [amount, 0n];
  if (open > 0n) {
    for (const purse of claim.sure.open(from)) {
      const wanted = claim.drawnFrom(purse, open);
      const taken = purse.take(wanted, claim.stream.account);
      if (taken > 0n) paidBy.set(purse.grant.id, taken);
      covered += taken;
      open = taken === wanted ? 0n : open - claim.coveredBy(purse, taken);
      if (open === 0n) break;
    }
  }
  const maybe = open === 0n ? undefined : claim.perhaps.first(from);
  const purse = drawable(maybe);
  const unknown = maybe === undefined ? 0n : purse === undefined ? open : purse.take(open, claim.stream.account);
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
