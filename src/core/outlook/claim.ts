import { addMonths, type Instant, MS_PER_HOUR, startOfMonth } from '../instant';
import { toUnits, type Units } from '../money';
import type { Because, Gone, Grant, Purse } from './purse';
import type { Account, Stream } from './stream';

export interface CalendarMonth {
  readonly begins: Instant;
  readonly ends: Instant;
}

export function monthOf(at: Instant): CalendarMonth {
  const begins = startOfMonth(at);
  return { begins, ends: addMonths(begins, 1) };
}

/** Credits that concern one stream, in order of use. What is gone is gone for good, so the front of the list is left behind. */
class Queue {
  private head = 0;
  private lastGone: Gone | undefined;

  constructor(
    private readonly purses: readonly Purse[],
    private readonly account: Account,
  ) {}

  /** The first one that can be drawn at this instant. */
  first(at: Instant): Purse | undefined {
    return this.open(at).next().value;
  }

  /** Those that can be drawn at this instant, in order. */
  *open(at: Instant): Generator<Purse, undefined> {
    this.leaveBehind();
    for (let i = this.head; i < this.purses.length; i++) {
      const purse = this.purses[i];
      if (purse === undefined || purse.goneTo(this.account) !== undefined || purse.grant.starts > at) continue;
      if (purse.isOpenTo(this.account)) yield purse;
    }
  }

  /** When the next one starts, of those that have not. */
  nextStart(at: Instant): Instant | undefined {
    const coming = this.coming.map(({ grant }) => grant.starts).filter((starts) => starts > at);
    return coming.length === 0 ? undefined : Math.min(...coming);
  }

  /** Is one open, and what it has left is for accounts that AWS serves first? */
  isForOthers(at: Instant): boolean {
    return this.coming.some((purse) => purse.grant.starts <= at && !purse.isOpenTo(this.account));
  }

  private get coming(): readonly Purse[] {
    return this.purses.slice(this.head).filter((purse) => purse.goneTo(this.account) === undefined);
  }

  /** The last one to go, once all are gone. */
  get last(): Gone | undefined {
    this.leaveBehind();
    return this.lastGone;
  }

  private goneFirst(): Gone | undefined {
    return this.purses[this.head]?.goneTo(this.account);
  }

  private leaveBehind(): void {
    for (let gone = this.goneFirst(); gone !== undefined; gone = this.goneFirst()) {
      this.lastGone = later(this.lastGone, gone);
      this.head++;
    }
  }
}

const later = (a: Gone | undefined, b: Gone | undefined): Gone | undefined =>
  a === undefined || (b !== undefined && b.at > a.at) ? b : a;

/** Why a charge is not covered, and when a credit starts that will cover it again. */
export interface Reason {
  readonly because: Because;
  readonly backAt: Instant | undefined;
}

/** A stream with the credits that may cover it. */
export class Claim {
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
    const asked = purses.map((purse) => ({ purse, answer: purse.grant.covers(stream.eligibility, stream.account) }));
    const isSure = ({ purse, answer }: (typeof asked)[number]) => answer === 'yes' && purse.grant.amount !== undefined;
    this.sure = new Queue(
      asked.filter(isSure).map(({ purse }) => purse),
      stream.account,
    );
    this.once = toUnits(stream.once);
    this.perHour = toUnits(stream.perHour);
    this.perMonth = toUnits(stream.perMonth);
    this.netOfMillion = MILLION - BigInt(Math.round((stream.discount ?? 0) * Number(MILLION)));
    this.perhaps = new Queue(
      asked.filter((one) => one.answer !== 'no' && !isSure(one)).map(({ purse }) => purse),
      stream.account,
    );
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

  /** Is it drawn from this credit, though that may not cover it? */
  isUnsureOf(purse: Purse, at: Instant): boolean {
    return this.sure.first(at) === undefined && this.payer(at) === purse;
  }

  /** Why no credit covers it for certain at this instant; undefined when one does. */
  because(at: Instant): Reason | undefined {
    if (this.sure.first(at) !== undefined) return undefined;
    if (this.perhaps.first(at) !== undefined) return { because: 'unknown', backAt: undefined };
    const backAt = this.sure.nextStart(at);
    if (backAt !== undefined) return { because: 'not-yet', backAt };
    if (this.sure.isForOthers(at) || this.perhaps.isForOthers(at)) return { because: 'used-up', backAt: undefined };
    const gone = later(this.sure.last, this.perhaps.last);
    const never = this.stream.eligibility.byTerms === 'no' ? 'not-eligible' : 'not-listed';
    return { because: gone?.why ?? never, backAt: undefined };
  }
}

/**
 * The charges with the credits that may cover them. Of another account only the sum counts that the same credits may cover:
 * an organization has hundreds of accounts with dozens of products each.
 */
export function claimsOf(streams: readonly Stream[], purses: readonly Purse[]): readonly Claim[] {
  const others = new Map<string, Stream>();
  for (const stream of streams) {
    const { account, eligibility } = stream;
    if (account === undefined) continue;
    const answers = purses.map(({ grant }) => grant.covers(eligibility, account));
    const { discount = 0, startsAt, endsAt } = stream;
    const key = [account, discount, startsAt, endsAt, ...answers].join(' ');
    const same = others.get(key);
    others.set(key, same === undefined ? stream : together(same, stream));
  }
  const own = streams.filter(({ account }) => account === undefined);
  return [...own, ...others.values()].map((stream) => new Claim(stream, purses));
}

const together = (a: Stream, b: Stream): Stream => ({
  ...a,
  perHour: a.perHour.plus(b.perHour),
  perMonth: a.perMonth.plus(b.perMonth),
  once: a.once.plus(b.once),
});

/** Where a credit without a product list may cover a charge, its money is used up by it; one that lists it, and may not cover it by the terms, keeps it. */
export const drawable = (purse: Purse | undefined): Purse | undefined =>
  purse === undefined || purse.grant.isListed || purse.grant.amount === undefined ? undefined : purse;

const MILLION = 1_000_000n;

/** What each account draws from each credit at this instant, by what its charges come to. */
export function drawnBy(
  claims: readonly Claim[],
  at: Instant,
  amountOf: (claim: Claim) => Units,
): ReadonlyMap<Purse, ReadonlyMap<Account, Units>> {
  const drawn = new Map<Purse, Map<Account, Units>>();
  for (const claim of claims) {
    const purse = claim.payer(at);
    if (purse === undefined) continue;
    const { account } = claim.stream;
    const byAccount = drawn.get(purse) ?? new Map<Account, Units>();
    byAccount.set(account, (byAccount.get(account) ?? 0n) + claim.drawnFrom(purse, amountOf(claim)));
    drawn.set(purse, byAccount);
  }
  return drawn;
}
