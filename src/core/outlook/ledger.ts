import type { Eligibility } from '../coverage/coverage';
import { HOURS_PER_MONTH, type Instant, isoMonth } from '../instant';
import { fromUnits, sum, toUnits, type Units, type Usd, zero } from '../money';
import { draw, type Piece, type Row, type Span } from './draw';
import { type Because, type Grant, isNeverOpen, isTold } from './purse';
import type { Stream } from './stream';

/** USD by who pays: `charged = covered + cash + unknown`. */
export interface Split {
  readonly charged: Usd;
  readonly covered: Usd;
  readonly cash: Usd;
  /** Charges of which it is not known who pays. */
  readonly unknown: Usd;
}

/** One UTC calendar month, in USD: `opening + granted = covered + byOthers + forfeited + left`. */
export interface Month extends Split {
  /** `2027-03` */
  readonly month: string;
  readonly from: Instant;
  readonly to: Instant;
  /** What credits held when the month began. */
  readonly opening: Usd;
  /** Credits that start within this month. */
  readonly granted: Usd;
  /** What other accounts drew: it is no charge of this one. */
  readonly byOthers: Usd;
  /** Lost because a credit ended in this month with money left. */
  readonly forfeited: Usd;
  /** What they hold when it ends. */
  readonly left: Usd;
  /** By kind of charge. */
  readonly products: ReadonlyMap<string, Split>;
  /** What each credit that moved in this month covered, gave to other accounts, lost and has left, by id. */
  readonly credits: ReadonlyMap<string, Moved>;
}

export interface Moved {
  readonly covered: Usd;
  readonly byOthers: Usd;
  readonly forfeited: Usd;
  readonly left: Usd;
}

/** `account-closes`: the account is closed with its Free plan, so that nothing runs and nothing is charged. */
export type EndBecause = Because | 'account-closes';

/** When credits stop to cover all of one kind of charge, and why. */
export interface CoverageEnd {
  readonly eligibility: Eligibility;
  /** From when on it is not covered in full. */
  readonly at: Instant;
  /** Was it covered until then? What no credit covers from its start loses nothing. */
  readonly isLoss: boolean;
  /** What ends there. */
  readonly because: EndBecause;
  /** When a credit starts that covers it again. */
  readonly backAt: Instant | undefined;
  /** USD a month of 730 hours that credits do not cover from then on. */
  readonly monthly: Usd;
}

/** How long credits cover what they cover of this plan today. */
export type Runway =
  | { readonly state: 'ends'; readonly at: Instant; readonly because: EndBecause }
  | { readonly state: 'lasts' }
  /** Nothing is charged by the month. */
  | { readonly state: 'no-charges' }
  /** Whether credits cover anything is not known. */
  | { readonly state: 'unknown' };

/** Who pays what, and until when, at one end of the ranges: the one answer that everything told about money comes from. */
export class Ledger {
  /** Where the draw-down starts. */
  readonly from: Instant;
  /** Stretches of time in which nothing changes, in order. */
  readonly pieces: readonly Piece[];
  /** Each UTC calendar month, the first one from the start on. */
  readonly months: readonly Month[];
  /** The first instant from which each kind of charge is not covered in full; kinds that last are missing. */
  readonly coverageEnds: readonly CoverageEnd[];
  /** When AWS closes the account, where the draw-down comes so far: it stops there. */
  readonly closedAt: Instant | undefined;
  private readonly running: readonly Piece[];

  /** `closes`: when AWS closes the account; after the start. */
  constructor(
    streams: readonly Stream[],
    private readonly grants: readonly Grant[],
    span: Span,
    closes?: Instant,
  ) {
    this.from = span.from;
    this.pieces = closes === undefined ? draw(streams, grants, span) : drawUntil(closes, streams, grants, span);
    this.closedAt = closes === this.end ? closes : undefined;
    this.running = this.pieces.filter(({ from, to }) => from < to);
    this.months = this.toMonths();
    this.coverageEnds = this.toCoverageEnds();
  }

  /** Where the draw-down stops. */
  get end(): Instant {
    return this.pieces.at(-1)?.to ?? this.from;
  }

  /** What accrues between two instants, by kind of charge, less every discount. Both have to be cuts of the ledger. */
  accrued(from: Instant, to: Instant): ReadonlyMap<string, Split> {
    return byKind(this.pieces.filter((piece) => piece.from < piece.to && piece.from >= from && piece.to <= to));
  }

  /** What is due at the start, by kind of charge, less every discount. */
  get once(): ReadonlyMap<string, Split> {
    return byKind(this.pieces.filter((piece) => piece.from === piece.to));
  }

  /** Why a kind of charge is not covered now; undefined when it is. */
  becauseNow(key: string): Because | undefined {
    return this.running[0]?.rows.find(({ stream }) => stream.eligibility.key === key)?.because;
  }

  /** The credits that draw for a kind of charge over the whole ledger, the first one first. */
  paidBy(key: string): ReadonlySet<string> {
    const ids = new Set<string>();
    for (const { rows } of this.pieces) {
      for (const { stream, paidBy } of rows) {
        if (stream.eligibility.key === key) for (const id of paidBy.keys()) ids.add(id);
      }
    }
    return ids;
  }

  private toMonths(): Month[] {
    const months: Month[] = [];
    const started = this.grants.filter(
      (grant) => isCounted(grant) && grant.starts <= this.from && !hasEnded(grant, this.from),
    );
    const byId = new Map(started.map(({ id, amount = zero }) => [id, toUnits(amount)]));
    const held: Held = { byId, total: [...byId.values()].reduce((total, amount) => total + amount, 0n) };
    for (const pieces of this.byMonth()) months.push(monthOf(pieces, this.grants, held, months.length === 0));
    return months;
  }

  /** What each credit loses at its end, by id. */
  get forfeits(): ReadonlyMap<string, Usd> {
    return new Map(this.pieces.flatMap(({ forfeited }) => [...forfeited].map(([id, lost]) => [id, fromUnits(lost)])));
  }

  private toCoverageEnds(): CoverageEnd[] {
    const ends = new Map<string, CoverageEnd>();
    const covered = new Set<string>();
    for (const { from, rows } of this.running) {
      const charged = rows.filter(({ stream }) => rateOf(stream).gt(zero));
      for (const { stream, because, backAt } of charged) {
        const { eligibility } = stream;
        const before = ends.get(eligibility.key);
        if (because === undefined || (before !== undefined && before.at < from)) continue;
        const monthly = (before?.monthly ?? zero).plus(rateOf(stream));
        const isLoss = covered.has(eligibility.key);
        ends.set(eligibility.key, { eligibility, at: from, isLoss, because, backAt, monthly });
      }
      for (const { stream, because } of charged) if (because === undefined) covered.add(stream.eligibility.key);
    }
    for (const { eligibility } of this.chargedAtTheClose()) {
      if (ends.has(eligibility.key)) continue;
      const [at, because, monthly] = [this.end, 'account-closes' as const, zero];
      ends.set(eligibility.key, { eligibility, at, isLoss: true, because, backAt: undefined, monthly });
    }
    return [...ends.values()].sort((a, b) => a.at - b.at || (a.eligibility.key < b.eligibility.key ? -1 : 1));
  }

  private chargedAtTheClose(): readonly Stream[] {
    const rows = this.closedAt === undefined ? [] : (this.running.at(-1)?.rows ?? []);
    return rows.map(({ stream }) => stream).filter((stream) => rateOf(stream).gt(zero));
  }

  /**
   * The first instant from which credits cover less than `share` of the part of this plan's charges that they cover at the
   * start. Without charges of the plan, of what the account spends.
   */
  runway(share: number): Runway {
    const [first] = this.running;
    const charges = (first?.rows ?? []).filter(({ stream }) => rateOf(stream).gt(zero));
    const own = charges.filter(({ stream }) => stream.origin === 'plan');
    const base = own.length > 0 ? own : charges;
    if (base.length === 0) return { state: 'no-charges' };
    const covered = new Set(base.filter(({ because }) => because === undefined).map(({ stream }) => stream));
    if (covered.size === 0) {
      if (base.some(({ because }) => because === 'unknown')) return { state: 'unknown' };
      return { state: 'ends', at: this.from, because: base[0]?.because ?? 'not-listed' };
    }
    for (const { from, rows } of this.running) {
      const rest = rows.filter(({ stream }) => covered.has(stream));
      const all = sum(rest.map(({ stream }) => rateOf(stream)));
      const paid = sum(rest.filter(({ because }) => because === undefined).map(({ stream }) => rateOf(stream)));
      if (paid.gte(all.times(share)) && (paid.gt(zero) || all.eq(zero))) continue;
      const because = rest.find((row) => row.because !== undefined)?.because ?? 'used-up';
      return { state: 'ends', at: from, because };
    }
    return this.closedAt === undefined
      ? { state: 'lasts' }
      : { state: 'ends', at: this.closedAt, because: 'account-closes' };
  }

  /**
   * The instant from which every credit that could cover anything here is used up; undefined when one ends before that, or
   * still has money.
   */
  get exhaustedAt(): Instant | undefined {
    const streams = new Set(this.pieces.flatMap(({ rows }) => rows.map(({ stream }) => stream)));
    const needed = this.grants.filter(
      (grant) => isCounted(grant) && [...streams].some(({ eligibility }) => grant.covers(eligibility) === 'yes'),
    );
    const usedUp = new Map(this.pieces.flatMap(({ to, usedUp: ids }) => ids.map((id) => [id, to] as const)));
    const moments = needed.map(({ id }) => usedUp.get(id));
    if (moments.length === 0 || moments.some((moment) => moment === undefined)) return undefined;
    return Math.max(...moments.map((moment) => moment ?? 0));
  }

  /** The most that is cash in a month of 730 hours, over the pieces that begin before an instant. */
  highestCash(before: Instant, counts: (row: Row) => Usd): Usd {
    return this.running
      .filter(({ from }) => from < before)
      .map(({ rows }) => sum(rows.map(counts)))
      .reduce((most, amount) => (amount.gt(most) ? amount : most), zero);
  }

  /** The first instant at which these amounts add up to more than the limit. */
  firstAbove(limit: Usd, counts: (row: Row) => Usd): Instant | undefined {
    return this.running.find(({ rows }) => sum(rows.map(counts)).gt(limit))?.from;
  }

  /** What is wrong with this ledger; nothing when it is sound. It is asked after every draw-down, not only in tests. */
  get faults(): readonly LedgerFault[] {
    return checkLedger(this.months);
  }

  private byMonth(): readonly (readonly Piece[])[] {
    const months = new Map<string, Piece[]>();
    for (const piece of this.pieces) {
      const month = isoMonth(piece.from);
      const pieces = months.get(month) ?? [];
      pieces.push(piece);
      months.set(month, pieces);
    }
    return [...months.values()];
  }
}

/** Up to the day on which the account is closed. */
const drawUntil = (closes: Instant, streams: readonly Stream[], grants: readonly Grant[], span: Span): Piece[] =>
  draw(streams, grants, { ...span, cuts: [...span.cuts, closes] }).filter(({ from }) => from < closes);

/** USD that a stream costs in a month of 730 hours. */
export const rateOf = ({ perHour, perMonth }: Stream): Usd => perHour.times(HOURS_PER_MONTH).plus(perMonth);

/** Does its money count in what is left? That of a credit without a product list, or without a known amount, does not. */
function isCounted(grant: Grant): boolean {
  return grant.amount !== undefined && isTold(grant) && !isNeverOpen(grant);
}

/** The same in units, while it is added up. */
interface Tally {
  charged: Units;
  covered: Units;
  cash: Units;
  unknown: Units;
}

const toSplit = ({ charged, covered, cash, unknown }: Tally): Split => ({
  charged: fromUnits(charged),
  covered: fromUnits(covered),
  cash: fromUnits(cash),
  unknown: fromUnits(unknown),
});

function tallies(pieces: readonly Piece[], keyOf: (row: Row) => string): Map<string, Tally> {
  const found = new Map<string, Tally>();
  for (const { rows } of pieces) {
    for (const row of rows) {
      const key = keyOf(row);
      let tally = found.get(key);
      if (tally === undefined) {
        tally = { charged: 0n, covered: 0n, cash: 0n, unknown: 0n };
        found.set(key, tally);
      }
      tally.charged += row.charged;
      tally.covered += row.covered;
      tally.cash += row.cash;
      tally.unknown += row.unknown;
    }
  }
  return found;
}

const byKey = (pieces: readonly Piece[], keyOf: (row: Row) => string): Map<string, Split> =>
  new Map([...tallies(pieces, keyOf)].map(([key, tally]) => [key, toSplit(tally)]));

const byKind = (pieces: readonly Piece[]): Map<string, Split> =>
  byKey(
    pieces.map((piece) => ({ ...piece, rows: piece.rows.map(discounted) })),
    ({ stream }) => stream.eligibility.key,
  );

/** As charges are told elsewhere: less the discounts that a credit covered. */
const discounted = (row: Row): Row =>
  row.forgone === 0n
    ? row
    : { ...row, charged: row.charged - row.forgone, covered: row.covered - row.forgone, forgone: 0n };

/** What the credits hold at the start of a month, and afterwards at its end. */
interface Held {
  readonly byId: Map<string, Units>;
  total: Units;
}

function monthOf(pieces: readonly Piece[], grants: readonly Grant[], held: Held, isFirst: boolean): Month {
  const from = pieces[0]?.from ?? 0;
  const to = pieces.at(-1)?.to ?? from;
  const opening = held.total;
  let granted = 0n;
  for (const grant of grants) {
    const arrives = grant.starts < to && (isFirst ? grant.starts > from : grant.starts >= from);
    if (!arrives || !isCounted(grant) || hasEnded(grant, from)) continue;
    const amount = toUnits(grant.amount ?? zero);
    held.byId.set(grant.id, amount);
    granted += amount;
  }
  const covered = new Map<string, Units>();
  const others = new Map<string, Units>();
  const forfeited = new Map(pieces.flatMap((piece) => [...piece.forfeited]));
  for (const { rows, byOthers } of pieces) {
    for (const { paidBy } of rows) addAll(covered, paidBy);
    addAll(others, byOthers);
  }
  const credits = new Map<string, Moved>();
  let [lost, shared] = [0n, 0n];
  for (const id of new Set([...covered.keys(), ...others.keys(), ...forfeited.keys()])) {
    // What others draw from credits that are none of this account's is in no figure.
    const other = held.byId.has(id) ? (others.get(id) ?? 0n) : 0n;
    const [drawn, ended] = [covered.get(id) ?? 0n, forfeited.get(id) ?? 0n];
    if (drawn === 0n && other === 0n && ended === 0n) continue;
    const left = (held.byId.get(id) ?? 0n) - drawn - other - ended;
    held.byId.set(id, left);
    lost += ended;
    shared += other;
    credits.set(id, {
      covered: fromUnits(drawn),
      byOthers: fromUnits(other),
      forfeited: fromUnits(ended),
      left: fromUnits(left),
    });
  }
  const products = byKey(pieces, ({ stream }) => stream.eligibility.product);
  const all = tallies(pieces, () => '').get('');
  const split = toSplit(all ?? { charged: 0n, covered: 0n, cash: 0n, unknown: 0n });
  held.total = opening + granted - (all?.covered ?? 0n) - shared - lost;
  return {
    month: isoMonth(from),
    from,
    to,
    opening: fromUnits(opening),
    granted: fromUnits(granted),
    ...split,
    byOthers: fromUnits(shared),
    forfeited: fromUnits(lost),
    left: fromUnits(held.total),
    products,
    credits,
  };
}

function addAll(totals: Map<string, Units>, amounts: ReadonlyMap<string, Units>): void {
  for (const [id, amount] of amounts) totals.set(id, (totals.get(id) ?? 0n) + amount);
}

const hasEnded = ({ ends }: Grant, at: Instant): boolean => ends !== undefined && ends <= at;

/** A month that does not add up. */
export interface LedgerFault {
  /** `YYYY-MM` */
  readonly month: string;
  readonly because: 'opens-elsewhere' | 'loses-credit' | 'loses-charge' | 'negative';
}

/** Says what is wrong with the months of a ledger. */
export function checkLedger(months: readonly Month[]): LedgerFault[] {
  const faults: LedgerFault[] = [];
  let carried: Usd | undefined;
  for (const m of months) {
    const say = (because: LedgerFault['because']) => faults.push({ month: m.month, because });
    if (carried !== undefined && !carried.eq(m.opening)) say('opens-elsewhere');
    if (!m.opening.plus(m.granted).eq(m.covered.plus(m.byOthers).plus(m.forfeited).plus(m.left))) say('loses-credit');
    if (!m.charged.eq(m.covered.plus(m.cash).plus(m.unknown))) say('loses-charge');
    const amounts = [m.opening, m.granted, m.charged, m.covered, m.cash, m.unknown, m.byOthers, m.forfeited, m.left];
    if (amounts.some((amount) => amount.lt(zero))) say('negative');
    carried = m.left;
  }
  return faults;
}
