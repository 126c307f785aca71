import type { Assessment } from '../../core/assessment';
import { type Instant, wholeDays } from '../../core/instant';
import { allocate, cents, type Range, sum, type Usd, zero } from '../../core/money';
import type { EndBecause, Ledger, Month } from '../../core/outlook/ledger';
import { clean } from '../../words/text';
import { type Figure, figure } from './figures';

/** How long credits last, and what each month costs until then. */
export interface Forecast {
  /** USD a month that credits cover now or later. */
  readonly coverable: Figure;
  /** What other accounts draw a month on the same credits. */
  readonly drawnByOthers: Range;
  /** When the first charge of this plan begins that is not in it. */
  readonly moreFrom: Instant | undefined;
  /** When every credit that could cover anything is used up; `latest` undefined: at the cheap end it does not come. */
  readonly exhausted: { readonly earliest: Instant; readonly latest: Instant | undefined } | undefined;
  readonly exhaustedAtLatest: Instant | undefined;
  /** When the last credit ends. */
  readonly lastEnd: Instant | undefined;
  /** When credits stop to cover most of what they cover today: at the dear end, and at the cheap one. */
  readonly runway: RunwayRow;
  readonly runwayAtLatest: Instant | undefined;
  /** What expires unused: at the dear end of the charges, and at the cheap one. */
  readonly forfeited: Range;
  /** At the dear end: what has to be reckoned with. */
  readonly months: readonly MonthRow[];
  /** What is left of the credits after each of these months at the cheap end: USD in whole cents. */
  readonly leftAtMost: readonly Usd[];
  /** What the account spends besides this plan is given under `burn:`. */
  readonly isBurnKnown: boolean;
  /** Something is in no figure: credits may run out sooner. */
  readonly isPartial: boolean;
}

export interface RunwayRow {
  readonly state: 'ends' | 'lasts' | 'no-charges' | 'unknown';
  readonly at: Instant | undefined;
  readonly days: number | undefined;
  readonly because: EndBecause | undefined;
}

/** USD in whole cents; the products add up to the month. */
export interface MonthRow extends SplitRow {
  /** `2027-03` */
  readonly month: string;
  /** On its cash; undefined where no rate is stated. */
  readonly tax: Usd | undefined;
  /** What other accounts draw on the same credits. */
  readonly byOthers: Usd;
  readonly left: Usd;
  readonly forfeited: Usd;
  readonly products: readonly (SplitRow & { readonly product: string })[];
  readonly credits: readonly {
    readonly id: string;
    readonly covered: Usd;
    readonly byOthers: Usd;
    readonly forfeited: Usd;
    readonly left: Usd;
  }[];
}

export interface SplitRow {
  readonly covered: Usd;
  readonly cash: Usd;
  readonly unknown: Usd;
}

/** Undefined when the balance is not known. */
export function forecastOf({ outlook, balance, now, isPartial, settings }: Assessment): Forecast | undefined {
  if (balance.credits.state === 'unknown') return undefined;
  const { cheap, dear, coverable, drawnByOthers, lastEnd, runway } = outlook;
  const earliest = dear.exhaustedAt;
  return {
    coverable: figure(coverable, isPartial),
    drawnByOthers,
    moreFrom: outlook.moreFrom,
    exhausted: earliest === undefined ? undefined : { earliest, latest: cheap.exhaustedAt },
    exhaustedAtLatest: cheap.exhaustedAt,
    lastEnd,
    runway: runwayOf(runway.dear, now),
    runwayAtLatest: runway.cheap.state === 'ends' ? runway.cheap.at : undefined,
    forfeited: { min: lostIn(dear), max: lostIn(cheap) },
    months: dear.months.map((month) => monthOf(month, settings.tax)),
    leftAtMost: dear.months.map(({ month }, i) => leftIn(cheap, month, i)),
    isBurnKnown: outlook.burn !== undefined,
    isPartial,
  };
}

/** Both ends count the same months; one that the cheap end lacks has what its last one has. */
const leftIn = ({ months }: Ledger, month: string, at: number): Usd =>
  cents((months[at]?.month === month ? months[at] : months.at(-1))?.left ?? zero);

const lostIn = ({ months }: Ledger): Usd => sum(months.map(({ forfeited }) => cents(forfeited)));

function runwayOf(end: Assessment['outlook']['runway']['dear'], now: Instant): RunwayRow {
  if (end.state !== 'ends') return { state: end.state, at: undefined, days: undefined, because: undefined };
  return { state: 'ends', at: end.at, days: wholeDays(now, end.at), because: end.because };
}

function monthOf(month: Month, tax: number | undefined): MonthRow {
  const names = [...month.products.keys()];
  const splits = [...month.products.values()];
  const [covered = [], cash = [], unknown = []] = (['covered', 'cash', 'unknown'] as const).map((part) =>
    allocate(splits.map((split) => split[part])),
  );
  const drawn = allocate([...month.credits.values()].map((credit) => credit.covered));
  return {
    month: month.month,
    covered: sum(covered),
    cash: sum(cash),
    unknown: sum(unknown),
    tax: tax === undefined ? undefined : cents(sum(cash).times(tax)),
    byOthers: cents(month.byOthers),
    left: cents(month.left),
    forfeited: cents(month.forfeited),
    products: names.map((product, i) => ({
      product: clean(product),
      covered: covered[i] ?? cents(month.covered),
      cash: cash[i] ?? cents(month.cash),
      unknown: unknown[i] ?? cents(month.unknown),
    })),
    credits: [...month.credits].map(([id, { byOthers, forfeited, left }], i) => ({
      id: clean(id),
      covered: drawn[i] ?? cents(month.covered),
      byOthers: cents(byOthers),
      forfeited: cents(forfeited),
      left: cents(left),
    })),
  };
}
