import type { Assessment } from '../../core/assessment';
import { allocate, cents, sum, type Usd, zero } from '../../core/money';
import { byStack, type Drawn } from '../../core/outlook/by-stack';
import type { Stack } from '../../core/plan';
import { stackName } from '../../words/verdict';

/** What one stack draws of the months of a forecast, at the dear end: USD in whole cents. */
export interface StackMonths {
  /** Undefined: what the account spends besides. */
  readonly stack: Stack | undefined;
  readonly name: string;
  readonly months: readonly Drawn[];
  readonly total: Drawn;
}

const PARTS = ['covered', 'cash', 'unknown'] as const;

/** Each stack, dearest first, and then the rest of the account where it spends something. They add up to the months. */
export function stackMonths({ stacks, outlook }: Assessment, count: number): readonly StackMonths[] {
  const months = byStack(
    outlook.dear,
    stacks.map(({ sums }) => sums),
    'dear',
  ).slice(0, count);
  const shown = months.map((month) => inCents([...month.stacks, month.account]));
  const rowOf = (stack: Stack | undefined, name: string, i: number): StackMonths => {
    const own = shown.map((month) => month[i] ?? NOTHING);
    return { stack, name, months: own, total: addedUp(own) };
  };
  const all = stacks.map(({ plan: { stack } }, i) => rowOf(stack, stackName(stack), i)).sort(byDollars);
  const account = rowOf(undefined, 'the rest of the account', stacks.length);
  return wholeOf(account.total).gt(zero) ? [...all, account] : all;
}

const NOTHING: Drawn = { covered: zero, cash: zero, unknown: zero };

/** The parts of a month, each rounded so that they add up to it. */
function inCents(drawn: readonly Drawn[]): readonly Drawn[] {
  const [covered, cash, unknown] = PARTS.map((part) => {
    const amounts = drawn.map((one) => one[part]);
    return amounts.every((amount) => amount.eq(zero)) ? [] : allocate(amounts);
  });
  return drawn.map((_, i) => ({
    covered: covered?.[i] ?? zero,
    cash: cash?.[i] ?? zero,
    unknown: unknown?.[i] ?? zero,
  }));
}

const addedUp = (months: readonly Drawn[]): Drawn => ({
  covered: sum(months.map(({ covered }) => covered)),
  cash: sum(months.map(({ cash }) => cash)),
  unknown: sum(months.map(({ unknown }) => unknown)),
});

export const wholeOf = ({ covered, cash, unknown }: Drawn): Usd => cents(sum([covered, cash, unknown]));

const byDollars = (a: StackMonths, b: StackMonths): number =>
  wholeOf(b.total).cmp(wholeOf(a.total)) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
