import type { Assessment } from '../../core/assessment';
import { allocateUnits, type Cents, fromCents, type Usd } from '../../core/money';
import { type Drawn, type DrawnUnits, unitsByStack } from '../../core/outlook/by-stack';
import type { Stack } from '../../core/plan';
import { stackName } from '../../words/verdict';

/** What one stack draws of the months of a forecast, at the dear end: USD in whole cents. */
export interface StackMonths {
  /** Undefined: what the account spends besides. */
  readonly stack: Stack | undefined;
  readonly name: string;
  readonly total: Drawn;
  /** Made when it is asked for: of a thousand stacks a reader sees a few. */
  readonly months: readonly Drawn[];
}

/** Each stack, dearest first, and then the rest of the account where it spends something. They add up to the months. */
export function stackMonths({ stacks, outlook }: Assessment, count: number): readonly StackMonths[] {
  const drawn = unitsByStack(
    outlook.dear,
    stacks.map(({ sums }) => sums),
    'dear',
  );
  const shown = [...drawn.values()].slice(0, count).map(inCents);
  const all = stacks
    .map(({ plan: { stack } }, i) => rowOf({ stack, name: stackName(stack) }, shown, i))
    .sort(byDollars);
  const account = rowOf({ stack: undefined, name: 'the rest of the account' }, shown, stacks.length);
  return (account.whole > 0n ? [...all, account] : all).map(({ row }) => row);
}

const PARTS = ['covered', 'cash', 'unknown'] as const;

/** A month by who pays, and then by stack. */
type InCents = Readonly<Record<(typeof PARTS)[number], readonly Cents[]>>;

/** The parts of a month, each rounded so that they add up to it. */
function inCents(drawn: readonly DrawnUnits[]): InCents {
  const [covered = [], cash = [], unknown = []] = PARTS.map((part) => allocateUnits(drawn.map((one) => one[part])));
  return { covered, cash, unknown };
}

interface Weighed {
  readonly row: StackMonths;
  readonly whole: Cents;
}

function rowOf(of: Pick<StackMonths, 'stack' | 'name'>, months: readonly InCents[], i: number): Weighed {
  const own = (part: (typeof PARTS)[number]): readonly Cents[] => months.map((month) => month[part][i] ?? 0n);
  const [covered = [], cash = [], unknown = []] = PARTS.map(own);
  const [totalCovered = 0n, totalCash = 0n, totalUnknown = 0n] = [covered, cash, unknown].map(addedUp);
  return {
    row: {
      ...of,
      total: inUsd(totalCovered, totalCash, totalUnknown),
      get months() {
        return months.map((_, month) => inUsd(covered[month], cash[month], unknown[month]));
      },
    },
    whole: totalCovered + totalCash + totalUnknown,
  };
}

const addedUp = (amounts: readonly Cents[]): Cents => amounts.reduce((total, amount) => total + amount, 0n);

const inUsd = (covered: Cents = 0n, cash: Cents = 0n, unknown: Cents = 0n): Drawn => ({
  covered: fromCents(covered),
  cash: fromCents(cash),
  unknown: fromCents(unknown),
});

export const wholeOf = ({ covered, cash, unknown }: Drawn): Usd => covered.plus(cash).plus(unknown);

const byDollars = (a: Weighed, b: Weighed): number => {
  if (a.whole !== b.whole) return a.whole > b.whole ? -1 : 1;
  return a.row.name < b.row.name ? -1 : a.row.name > b.row.name ? 1 : 0;
};
