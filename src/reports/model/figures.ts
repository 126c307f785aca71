import { allocate, cents, type Range, sum, type Usd, zero } from '../../core/money';
import type { Buckets } from '../../core/outlook/who-pays';

/** An amount as a reader sees it: USD in whole cents, at the cheap end of the ranges and at the dear one. */
export interface Figure extends Range {
  /** Something is not in it: it means "or more". */
  readonly isPartial: boolean;
}

/** USD by who pays: `covered + cash + unknown = total`, to the cent, at both ends. */
export interface Figures {
  readonly total: Figure;
  readonly covered: Figure;
  readonly cash: Figure;
  readonly unknown: Figure;
}

export const PARTS = ['covered', 'cash', 'unknown'] as const;
export type Part = (typeof PARTS)[number];

const none: Figure = { min: zero, max: zero, isPartial: false };
const missing: Figure = { min: zero, max: zero, isPartial: true };

export const noFigures: Figures = { total: none, covered: none, cash: none, unknown: none };

/** A charge of which only is known who pays it; without that it may be in any part. */
export const missingFigures = (payer: Exclude<Part, 'unknown'> | undefined): Figures => ({
  total: missing,
  covered: payer === 'cash' ? none : missing,
  cash: payer === 'covered' ? none : missing,
  unknown: payer === undefined ? missing : none,
});

export const figure = ({ min, max }: Range, isPartial = false): Figure => ({
  min: cents(min),
  max: cents(max),
  isPartial,
});

/** The total of three parts that are in whole cents already. */
const figuresOf = (covered: Figure, cash: Figure, unknown: Figure): Figures => ({
  total: addFigure(addFigure(covered, cash), unknown),
  covered,
  cash,
  unknown,
});

/** Parts in whole cents, and the total as their sum: whoever adds up what stands there finds the same. */
export const inCents = ({ covered, cash, unknown }: Buckets, isPartial: boolean): Figures =>
  figuresOf(figure(covered, isPartial), figure(cash, isPartial), figure(unknown, isPartial));

function addFigure(a: Figure, b: Figure): Figure {
  if (a === none) return b;
  if (b === none) return a;
  return { min: a.min.plus(b.min), max: a.max.plus(b.max), isPartial: a.isPartial || b.isPartial };
}

export function addFigures(a: Figures, b: Figures): Figures {
  if (a === noFigures) return b;
  if (b === noFigures) return a;
  return {
    total: addFigure(a.total, b.total),
    covered: addFigure(a.covered, b.covered),
    cash: addFigure(a.cash, b.cash),
    unknown: addFigure(a.unknown, b.unknown),
  };
}

export const isSome = ({ min, max }: Range): boolean => !max.eq(zero) || !min.eq(zero);

/** Groups of buckets in whole cents: each group adds up, and so do all of them, part by part and at both ends. */
export function allocateGroups(groups: readonly (readonly Buckets[])[]): readonly (readonly Figures[])[] {
  const [covered, cash, unknown] = PARTS.map((part) =>
    allocateParts(groups.map((group) => group.map((one) => one[part]))),
  );
  return groups.map((group, g) =>
    group.map((_, i) => figuresOf(covered?.[g]?.[i] ?? none, cash?.[g]?.[i] ?? none, unknown?.[g]?.[i] ?? none)),
  );
}

function allocateParts(groups: readonly (readonly Range[])[]): readonly (readonly Figure[])[] {
  // Most plans have one payer: the parts of the others need no arithmetic.
  if (groups.every((group) => group.every(({ min, max }) => min === zero && max === zero))) {
    return groups.map((group) => group.map(() => none));
  }
  const at = (end: keyof Range): readonly (readonly Usd[])[] => {
    const amounts = groups.map((group) => group.map((range) => range[end]));
    const totals = allocate(amounts.map((group) => sum(group)));
    return amounts.map((group, g) => allocate(group, totals[g]));
  };
  const [least, most] = [at('min'), at('max')];
  return groups.map((group, g) =>
    group.map((_, i): Figure => {
      const [min, max] = [least[g]?.[i] ?? zero, most[g]?.[i] ?? zero];
      return min.eq(zero) && max.eq(zero) ? none : { min, max, isPartial: false };
    }),
  );
}
