import { keep, usd } from '../core/money';

/** Key → USD. */
export type Amounts = ReadonlyMap<string, string>;

/** How the prices of one list stand to those of another. */
export interface Ratio {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  /** Prices that both lists have. */
  readonly count: number;
}

/** Fewer shared prices than these say nothing of another. */
const ENOUGH = 5;
/** Even where every shared price has the same ratio, the missing one may differ. */
const LEAST_SPREAD = 0.05;
const ALL = '';

/** Prices of one kind move together: those with the same ending, such as `/mysql/single-az.hour` or `.gb-month`. */
function kindOf(key: string): string {
  if (key.includes('licence')) return 'licence'; // what a vendor asks does not follow the hardware's price
  const slash = key.indexOf('/');
  return slash === -1 ? key.slice(key.lastIndexOf('.')) : key.slice(slash);
}

/** The ratio of two lists for each kind of price that both know well enough, and for all kinds together. */
export class Ratios {
  private readonly kinds = new Map<string, Ratio>();

  constructor(list: Amounts, reference: Amounts) {
    const shared = new Map<string, number[]>([[ALL, []]]);
    for (const [key, amount] of list) {
      const other = Number(reference.get(key));
      if (!(other > 0)) continue;
      const kind = kindOf(key);
      const ratio = Number(amount) / other;
      shared.get(ALL)?.push(ratio);
      const like = shared.get(kind);
      if (like === undefined) shared.set(kind, [ratio]);
      else like.push(ratio);
    }
    for (const [kind, ratios] of shared) if (ratios.length >= ENOUGH) this.kinds.set(kind, summary(ratios));
  }

  /** The ratio of what is like this key, else of everything. */
  for(key: string): Ratio | undefined {
    return this.kinds.get(kindOf(key)) ?? this.kinds.get(ALL);
  }
}

function summary(ratios: number[]): Ratio {
  ratios.sort((a, b) => a - b);
  const median = ratios[Math.floor(ratios.length / 2)] as number;
  return {
    median: places(median, Math.round),
    min: places(Math.min(ratios[0] as number, median * (1 - LEAST_SPREAD)), Math.floor),
    max: places(Math.max(ratios.at(-1) as number, median * (1 + LEAST_SPREAD)), Math.ceil),
    count: ratios.length,
  };
}

/** Many prices are the same everywhere, whatever a region's hardware costs. */
export const orTheSame = (ratio: Ratio): Ratio => ({
  ...ratio,
  min: Math.min(ratio.min, 1),
  max: Math.max(ratio.max, 1),
});

/** Four places; what lies beyond the tenth is noise of the division. */
const places = (ratio: number, round: (value: number) => number): number =>
  round(Number((ratio * 10_000).toFixed(6))) / 10_000;

export const scale = (amount: string, ratio: number): string => keep(usd(amount).times(ratio)).toFixed();
