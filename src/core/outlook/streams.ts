import type { Eligibility, JudgedCharge, Terms } from '../coverage/coverage';
import { displayProduct } from '../coverage/products';
import { addMonths, HOURS_PER_MONTH, type Instant } from '../instant';
import { addRanges, exactly, larger, nothing, type Range, share, sum, type Usd, zero } from '../money';
import type { Burn } from './burn';
import type { Stream } from './stream';
import { alongTrend, type Trend } from './trend';

/** One end of the ranges: at the `cheap` one charges are lowest and credits hold most. */
export type End = 'cheap' | 'dear';

const boundAt = (end: End): keyof Range => (end === 'cheap' ? 'min' : 'max');

/**
 * What a deployment does to a charge: `kept` existed and stays, `added` is new, `unknown` is one or the other, `removed`
 * existed and goes.
 */
export type Part = 'kept' | 'added' | 'unknown' | 'removed';

/** The charges of one resource that the ledger counts, all of one part. */
export interface PlannedCharges {
  /** Whether it stays, is new, perhaps new, or goes. */
  readonly part: Part;
  readonly judged: readonly JudgedCharge[];
  /** Money that was paid once, before this deployment, is no new cash. */
  readonly isPaid: boolean;
}

/** Charges of one kind and part, added up; USD at both ends. */
export interface Sum {
  readonly eligibility: Eligibility;
  readonly part: Part;
  /** Undefined: it runs already. What begins later is in no figure of today, and in no burn. */
  readonly startsAt: Instant | undefined;
  /** Undefined: it has no end. */
  readonly endsAt: Instant | undefined;
  /** By the clock, for a month of 730 hours. */
  readonly hourly: Range;
  /** The same every month. */
  readonly monthly: Range;
  /** Due at the start. */
  readonly once: Range;
}

/** Adds the charges up by kind and part. A kind of which no amount is known is in it with nothing. */
export function sumsOf(planned: readonly PlannedCharges[], now: Instant): readonly Sum[] {
  const open: OpenSum[] = [];
  // Kinds are few and one object each, charges tens of thousands: no text is made to find their sum.
  const byKind = new Map<Eligibility, OpenSum[]>();
  for (const { part, judged, isPaid } of planned) {
    for (const { charge, eligibility } of judged) {
      if (isPaid && charge.per === 'once') continue;
      const { begins: startsAt, termMonths } = charge;
      const endsAt = termMonths === undefined ? charge.stops : addMonths(now, termMonths);
      let ofKind = byKind.get(eligibility);
      if (ofKind === undefined) {
        ofKind = [];
        byKind.set(eligibility, ofKind);
      }
      let sum = ofKind.find((one) => one.part === part && one.startsAt === startsAt && one.endsAt === endsAt);
      if (sum === undefined) {
        const amounts = { hourly: new Tally(), monthly: new Tally(), once: new Tally() };
        sum = { eligibility, part, startsAt, endsAt, ...amounts };
        ofKind.push(sum);
        open.push(sum);
      }
      if (charge.usd.state === 'unknown') continue;
      sum[charge.per === 'once' ? 'once' : charge.basis === 'hour' ? 'hourly' : 'monthly'].add(charge.usd.value);
    }
  }
  return open.map(({ hourly, monthly, once, ...sum }) => ({
    ...sum,
    hourly: hourly.total(),
    monthly: monthly.total(),
    once: once.total(),
  }));
}

/** A sum that charges are still added to. */
interface OpenSum extends Pick<Sum, 'eligibility' | 'part' | 'startsAt' | 'endsAt'> {
  readonly hourly: Tally;
  readonly monthly: Tally;
  readonly once: Tally;
}

/** Adds amounts up. Charges that cost the same are often one object: each is counted, and taken so many times. */
class Tally {
  private readonly counts = new Map<Range, number>();

  add(amount: Range): void {
    this.counts.set(amount, (this.counts.get(amount) ?? 0) + 1);
  }

  total(): Range {
    let total = nothing;
    for (const [amount, count] of this.counts) total = addRanges(total, count === 1 ? amount : times(amount, count));
    return total;
  }
}

const times = ({ min, max }: Range, count: number): Range =>
  min === max ? exactly(min.times(count)) : { min: min.times(count), max: max.times(count) };

/** The sums of several stacks as one: what is of one kind draws on credits together. */
export function joinSums(lists: readonly (readonly Sum[])[]): readonly Sum[] {
  const [only, ...others] = lists;
  if (only !== undefined && others.length === 0) return only;
  const joined: Mutable<Sum>[] = [];
  const byKind = new Map<Eligibility, Mutable<Sum>[]>();
  for (const sum of lists.flat()) {
    const ofKind = byKind.get(sum.eligibility) ?? [];
    byKind.set(sum.eligibility, ofKind);
    const same = ofKind.find(
      ({ part, startsAt, endsAt }) => part === sum.part && startsAt === sum.startsAt && endsAt === sum.endsAt,
    );
    if (same === undefined) {
      const first = { ...sum };
      ofKind.push(first);
      joined.push(first);
    } else for (const field of AMOUNTS) same[field] = addRanges(same[field], sum[field]);
  }
  return joined;
}

const AMOUNTS = ['hourly', 'monthly', 'once'] as const;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * What is charged from now on. The burn contains what exists: the plan's own charges are told apart from it, and only what
 * goes beyond them is the account's. Where the burn is less than the plan's own charges, those count.
 */
export function streamsFromNow(
  sums: readonly Sum[],
  { burn, trend }: AccountSpending,
  end: End,
  terms: Terms,
): Stream[] {
  const planned = sums.map((sum) => (sum.part === 'removed' ? withoutAmount(sum) : sum));
  if (burn === undefined) return [...planned.map((sum) => planStream(sum, end))];
  // At the cheap end what perhaps existed is in the burn, at the dear one it comes on top.
  const inBurn = end === 'cheap' ? ['kept', 'unknown', 'removed'] : ['kept', 'removed'];
  const otherEnd = end === 'cheap' ? 'dear' : 'cheap';
  const own = recurringByProduct(
    sums.filter((sum) => inBurn.includes(sum.part) && runsNow(sum)),
    // What is removed is taken off at its other end: then the cheap end of the rest stays the cheap one.
    (sum) => boundAt(sum.part === 'removed' ? otherEnd : end),
  );
  const account = accountStreams(burn, own, terms);
  const going = trend === undefined ? account : account.flatMap((one) => alongTrend(one, trend, terms.now));
  return [...planned.map((sum) => planStream(sum, end)), ...going];
}

/** What the account spends already, and how that goes on. Undefined: it is not known; it stays as it is. */
export interface AccountSpending {
  readonly burn: Burn | undefined;
  readonly trend: Trend | undefined;
}

/** What was charged until now: what exists of this plan, and what the account spends beyond it. */
export function streamsUntilNow(sums: readonly Sum[], burn: Burn | undefined, end: End, terms: Terms): Stream[] {
  const existed = sums.filter(hasExisted);
  const plan = existed.map((sum) => planStream({ ...sum, once: nothing, endsAt: undefined }, end));
  const own = recurringByProduct(existed, () => boundAt(end));
  return [...plan, ...accountStreams(burn ?? new Map(), own, terms)];
}

/** Products of which the burn is less than what this plan alone costs already, with both figures. */
export function burnBelowPlan(sums: readonly Sum[], burn: Burn): { product: string; stated: Usd; own: Usd }[] {
  const existed = sums.filter(hasExisted);
  return [...recurringByProduct(existed, () => 'min')]
    .map(([product, own]) => ({ product, own, stated: burn.get(product) ?? zero }))
    .filter(({ own, stated }) => stated.lt(own));
}

/** Is it charged from the start of the draw-down? */
export const runsNow = ({ startsAt }: Pick<Sum, 'startsAt'>): boolean => startsAt === undefined;

const hasExisted = (sum: Sum): boolean => (sum.part === 'kept' || sum.part === 'removed') && runsNow(sum);

const withoutAmount = (sum: Sum): Sum => ({ ...sum, hourly: nothing, monthly: nothing, once: nothing });

/** The charges of one kind, at one end. */
export function planStream({ eligibility, part, startsAt, endsAt, hourly, monthly, once }: Sum, end: End): Stream {
  const bound = boundAt(end);
  return {
    eligibility,
    origin: 'plan',
    part,
    startsAt,
    endsAt,
    perHour: hourly === nothing ? zero : share(hourly[bound], 1, HOURS_PER_MONTH),
    perMonth: monthly[bound],
    once: once[bound],
  };
}

/** What the account spends beyond the plan's own charges, by product. */
function accountStreams(burn: Burn, own: ReadonlyMap<string, Usd>, terms: Terms): Stream[] {
  return [...burn].map(([product, usd]) => ({
    eligibility: terms.ofBilledRow(product),
    origin: 'account',
    startsAt: undefined,
    endsAt: undefined,
    perHour: zero,
    perMonth: larger(zero, usd.minus(own.get(product) ?? zero)),
    once: zero,
  }));
}

/** What other accounts draw on the same credits, month by month. */
export const streamsOfOthers = (others: ReadonlyMap<string, Burn>, terms: Terms): Stream[] =>
  [...others].flatMap(([account, burn]) => accountStreams(burn, new Map(), terms).map((one) => ({ ...one, account })));

function recurringByProduct(sums: readonly Sum[], boundOf: (sum: Sum) => keyof Range): Map<string, Usd> {
  const products = new Map<string, Usd>();
  for (const one of sums) {
    const product = displayProduct(one.eligibility.product);
    const bound = boundOf(one);
    products.set(product, sum([products.get(product) ?? zero, one.hourly[bound], one.monthly[bound]]));
  }
  return products;
}
