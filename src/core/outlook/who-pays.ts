import type { Coverage } from '../coverage/coverage';
import { type Instant, MS_PER_DAY } from '../instant';
import { type Range, ratio, smaller, timesRange, type Usd, usd, zero } from '../money';
import type { Ledger, Split } from './ledger';
import type { Because } from './purse';

/** USD by who pays, each at the cheap and at the dear end: `covered + cash + unknown = total` at both. What credits cover may be less at the dear end. */
export interface Buckets {
  readonly total: Range;
  readonly covered: Range;
  readonly cash: Range;
  readonly unknown: Range;
}

type Per = 'month' | 'once';

/** Shares of a charge, between 0 and 1. */
interface Shares {
  readonly covered: Usd;
  readonly unknown: Usd;
}

/** The shares at the cheap and at the dear end. */
type AtBothEnds = readonly [Shares, Shares];

const WINDOW_DAYS = 30;

/** Monthly figures are split by who pays as the ledger does until this instant. */
export const windowFrom = (now: Instant): Instant => now + WINDOW_DAYS * MS_PER_DAY;

/** Who pays a kind of charge: over the next 30 days, or at once for what is due once. Read from the two ledgers. */
export class WhoPays {
  private readonly found = new Map<string, Readonly<Record<Per, AtBothEnds>>>();
  private readonly ends: readonly { ledger: Ledger; month: Splits; once: Splits }[];

  constructor(cheap: Ledger, dear: Ledger) {
    this.ends = [cheap, dear].map((ledger) => ({
      ledger,
      month: ledger.accrued(ledger.from, windowFrom(ledger.from)),
      once: ledger.once,
    }));
  }

  /** Splits an amount of one kind of charge. */
  split(key: string, per: Per, total: Range): Buckets {
    const [cheap, dear] = this.shares(key)[per];
    const covered = partOf(total, cheap.covered, dear.covered);
    const unknown = partOf(total, cheap.unknown, dear.unknown);
    const cash = {
      min: total.min.minus(covered.min).minus(unknown.min),
      max: total.max.minus(covered.max).minus(unknown.max),
    };
    return { total, covered, cash, unknown };
  }

  /** The one word for it. */
  coverage(key: string, per: Per): Coverage {
    const shares = this.shares(key)[per];
    if (shares.some(({ unknown }) => unknown.gt(zero))) return 'unknown';
    if (shares.every(({ covered }) => covered.eq(1))) return 'covered';
    return shares.every(({ covered }) => covered.eq(zero)) ? 'not-covered' : 'partly';
  }

  private shares(key: string): Readonly<Record<Per, AtBothEnds>> {
    let shares = this.found.get(key);
    if (shares === undefined) {
      const at = (per: Per) =>
        this.ends.map((end) => sharesOf(end[per].get(key), end.ledger.becauseNow(key))) as unknown as AtBothEnds;
      shares = { month: at('month'), once: at('once') };
      this.found.set(key, shares);
    }
    return shares;
  }
}

type Splits = ReadonlyMap<string, Split>;

const ONE = usd(1);

/** Of a charge of nothing, or of one without a known amount, its state decides. */
function sharesOf(split: Split | undefined, because: Because | undefined): Shares {
  if (split === undefined || split.charged.eq(zero)) {
    return { covered: because === undefined ? ONE : zero, unknown: because === 'unknown' ? ONE : zero };
  }
  const { charged, covered, unknown } = split;
  // Whole shares are told apart first: the amounts of most charges then stay as they are.
  if (covered.eq(charged)) return { covered: ONE, unknown: zero };
  if (unknown.eq(charged)) return { covered: zero, unknown: ONE };
  const part = usd(ratio(covered, charged));
  return { covered: part, unknown: smaller(usd(ratio(unknown, charged)), ONE.minus(part)) };
}

function partOf(total: Range, cheap: Usd, dear: Usd): Range {
  if (cheap.eq(dear)) return cheap.eq(1) ? total : cheap.eq(0) ? NONE : timesRange(total, cheap);
  return { min: timesRange(total, cheap).min, max: timesRange(total, dear).max };
}

const NONE: Range = { min: zero, max: zero };
