import type { Instant } from '../instant';

/** Where a figure comes from. */
export interface PriceSource {
  /** In words, such as "AWS price list feed (copy in GitHub …)". */
  readonly name: string;
  readonly url: string;
  /** Day for which the figure is known to be right, `YYYY-MM-DD`; the older day where copies were merged. */
  readonly asOf: string;
  /** A: AWS's own list. B: a maintained project's file made from it. C: third-party text or scaled. D: unchecked. */
  readonly confidence: 'A' | 'B' | 'C' | 'D';
}

/** One list price, before tax, credits, Savings Plans and reservations. */
export interface Price {
  /** The price book's name of the service, such as `natgateway`. */
  readonly service: string;
  /** What is sold; its end is the unit: `nat.hour`, `gp3.gb-month`, `standard-get.request` (for ONE request). */
  readonly key: string;
  /** Region the row is for, or `global`. */
  readonly region: string;
  /** USD for one unit, a plain decimal without exponent. */
  readonly usd: string;
  /** Where no list says the figure: the bounds between which it lies, plain decimals. They count, not `usd`. */
  readonly range?: { readonly min: string; readonly max: string };
  readonly source: PriceSource;
  /** Set when no list says the figure for this region and day; says how it was found. */
  readonly estimate?: string;
}

/** No money: a share of another price, such as EKS Auto Mode's 0.12 of the EC2 price. */
export interface Factor {
  /** The price book's name of the service. */
  readonly service: string;
  /** Its end says of what it is a share: `auto-mode.fraction-of-ec2`. */
  readonly key: string;
  /** A plain decimal. */
  readonly times: string;
  readonly source: PriceSource;
}

/** From when AWS charges more for an old version of an engine, on top of the instance. */
export interface ExtendedSupport {
  readonly service: string;
  /** As the service calls it: `postgres`, `aurora-mysql`, `kubernetes`. */
  readonly engine: string;
  /** As far as it tells versions apart: `13`, `5.7`, `1.34`. */
  readonly version: string;
  /** First day that is charged, `YYYY-MM-DD`. */
  readonly chargedFrom: string;
  /** First day at the higher rate of the third year, where there is one. */
  readonly thirdYearFrom?: string;
  /** Last day; AWS upgrades the engine after it. */
  readonly ends: string;
  /** What the charges below are for: `fraction-of-node-price`, `normalized-instance-hour`. */
  readonly unit: string;
  /** Plain decimals; absent where no figure was found. */
  readonly firstYears?: string;
  readonly thirdYear?: string;
  /** The only region that the charges are known for; absent where they hold everywhere. */
  readonly region?: string;
  readonly source: PriceSource;
}

/** List prices by region. Reading one never throws for what a plan may hold: what is not sold is undefined. */
/** What AWS never bills of one kind of use: once for the account, over all its regions. */
export interface Allowance {
  /** What it is called: `lambda/requests`. */
  readonly name: string;
  /** The rows whose units it counts: `lambda/request`. */
  readonly keys: readonly string[];
  /** Units of those rows in a month of 730 hours, a plain decimal. */
  readonly amount: string;
  /** In words: "GB-seconds". */
  readonly unit: string;
  readonly source: PriceSource;
}

export interface PriceBook {
  /** The price: the region's row, else the global one, else an estimate from the nearest region that has one. */
  find(region: string, service: string, key: string): Price | undefined;
  /** A share of another price; undefined when the book has none. */
  factor(service: string, key: string): Factor | undefined;
  /** Every version that is known to be charged for, oldest first as the source sorts them. */
  extendedSupport(service: string, engine: string): readonly ExtendedSupport[];
  /** Everything that is always free, whatever the age of the account. */
  freeTier(): readonly Allowance[];
  /** Does the book have a list for this region code? `global` is no region. */
  knowsRegion(region: string): boolean;
  /** Region codes, sorted. */
  regions(): readonly string[];
  /** Every row of a region, or of one service in it (for listings): neither global rows nor estimates. */
  rows(region: string, service?: string): Iterable<Price>;
  /**
   * The newest day of any row, and how many days ago that was. `regions`: of that one of them whose newest row is the
   * oldest, where the book is not of one day for all.
   */
  ageOf(now: Instant, regions?: readonly string[]): { readonly asOf: string; readonly days: number };
}
