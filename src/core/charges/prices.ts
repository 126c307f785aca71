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
  readonly source: PriceSource;
  /** Set when the figure was scaled from another region; says how. */
  readonly estimate?: string;
}

export interface PriceBook {
  /** The price row, from the region or else the global list; undefined when the book has none. */
  find(region: string, service: string, key: string): Price | undefined;
  /** Does the book have a list for this region code? `global` is no region. */
  knowsRegion(region: string): boolean;
  /** Region codes, sorted. */
  regions(): readonly string[];
  /** Every row of a region, or of one service in it (for listings): neither global rows nor estimates. */
  rows(region: string, service?: string): Iterable<Price>;
}
