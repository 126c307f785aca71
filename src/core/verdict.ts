import { addBuckets, type Estimate } from './estimate';
import type { Finding } from './findings/finding';
import type { Instant } from './instant';
import type { JudgedResource } from './judge';
import { cents, fromUnits, type Range, zero } from './money';
import type { Row } from './outlook/draw';
import type { EndBecause } from './outlook/ledger';
import type { Outlook } from './outlook/outlook';
import type { Sum } from './outlook/streams';
import type { Level } from './policy-names';

/**
 * The one word for an assessment. `within-credits` is a promise: everything is priced, the balance is known and in order,
 * and credits cover all of it until a day that is named. Anything less has a name of its own.
 */
export type Status = 'nothing-planned' | 'within-credits' | 'cash' | 'unknown' | 'blocked';

/** The assessment in one word, with what it counts. */
export interface Verdict {
  readonly status: Status;
  readonly findings: Readonly<Record<Level, number>>;
  /** Something that credits do not cover has no known amount: it is cash, and in no figure. */
  readonly isCashOfUnknownAmount: boolean;
  /** The first instant from which credits do not cover all that they cover now; undefined when they last. */
  readonly coveredUntil: CoveredUntil | undefined;
}

/** How long credits cover what they cover now. */
export interface CoveredUntil {
  /** At the dear end of the ranges: the earliest. */
  readonly at: Instant;
  readonly because: EndBecause;
  /** At the cheap end; undefined when credits last there. */
  readonly latest: Instant | undefined;
}

export interface VerdictInput {
  readonly estimate: Estimate;
  readonly outlook: Outlook;
  readonly findings: readonly Finding[];
  readonly resources: readonly JudgedResource[];
  readonly isBalanceKnown: boolean;
  /** Something in the plan or the balance could not be read. */
  readonly isInDoubt: boolean;
  readonly isNothingPlanned: boolean;
}

export function verdictOf(input: VerdictInput): Verdict {
  return {
    status: statusOf(input),
    findings: countLevels(input.findings),
    isCashOfUnknownAmount: isUncoveredOfUnknownAmount(input),
    coveredUntil: input.isBalanceKnown ? coveredUntilOf(input.outlook) : undefined,
  };
}

function statusOf(input: VerdictInput): Status {
  const { estimate, outlook, findings, isBalanceKnown, isInDoubt, isNothingPlanned } = input;
  if (findings.some(({ level }) => level === 'block')) return 'blocked';
  if (isNothingPlanned && outlook.burn === undefined && !isInDoubt) return 'nothing-planned';
  const { cash, unknown } = addBuckets(estimate.monthly, estimate.once);
  if (cents(cash.min).gt(zero) || isCashWithin(outlook) || isUncoveredOfUnknownAmount(input)) return 'cash';
  const isAllKnown = isBalanceKnown && !isInDoubt && estimate.complete && !isSome(unknown) && !isSome(cash);
  return isAllKnown && !isUnknownWithin(outlook) ? 'within-credits' : 'unknown';
}

const isSome = ({ max }: Range): boolean => cents(max).gt(zero);

/** Is there cash for certain, of this plan or of what the account spends, as far ahead as the owner looks? */
const isCashWithin = ({ cheap, cashUntil }: Outlook): boolean =>
  some(cheap.pieces, cashUntil, ({ cash }) => cents(fromUnits(cash)).gt(zero));

/** Is there cash, or something of which it is not known who pays, at the dear end? */
const isUnknownWithin = ({ dear, cashUntil }: Outlook): boolean =>
  some(dear.pieces, cashUntil, ({ cash, unknown }) => cents(fromUnits(cash + unknown)).gt(zero));

const some = (pieces: Outlook['dear']['pieces'], before: Instant, test: (row: Row) => boolean): boolean =>
  pieces.some(({ from, rows }) => from < before && rows.some(test));

/** A licence without a price is cash all the same. */
const isUncoveredOfUnknownAmount = ({ resources, outlook: { whoPays } }: VerdictInput): boolean =>
  resources.some(({ judged }) =>
    judged.some(
      ({ charge, eligibility }) =>
        charge.usd.state === 'unknown' && whoPays.coverage(eligibility.key, charge.per) === 'not-covered',
    ),
  );

function countLevels(findings: readonly Finding[]): Record<Level, number> {
  const counts = { block: 0, warn: 0, info: 0 };
  for (const { level } of findings) counts[level]++;
  return counts;
}

/** What is not covered now cannot lose its coverage. `sums`: of these kinds of charges alone. */
export function coveredUntilOf({ dear, cheap }: Outlook, sums?: readonly Sum[]): CoveredUntil | undefined {
  const kinds = sums && new Set(sums.filter(isCharged).map(({ eligibility }) => eligibility.key));
  const first = (ends: Outlook['dear']['coverageEnds']) =>
    ends.find(({ isLoss, eligibility }) => isLoss && (kinds === undefined || kinds.has(eligibility.key)));
  const end = first(dear.coverageEnds);
  if (end === undefined) return undefined;
  return { at: end.at, because: end.because, latest: first(cheap.coverageEnds)?.at };
}

const isCharged = ({ part, hourly, monthly }: Sum): boolean =>
  part !== 'removed' && (hourly.max.gt(zero) || monthly.max.gt(zero));
