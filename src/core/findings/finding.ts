import type { Coverage } from '../coverage/coverage';
import type { Source } from '../coverage/rule';
import type { Instant } from '../instant';
import type { Range } from '../money';
import { type Level, type PolicyName, STACK_POLICY } from '../policies';

/** One thing to tell: what and how much, why, with which source, and what to do. */
export interface Finding {
  readonly policy: PolicyName;
  /** The eligibility rule or the check behind it: stable, for acceptances and reports. */
  readonly rule: string;
  readonly level: Level;
  /** Null for findings of the whole stack. */
  readonly urn: string | null;
  readonly type: string | null;
  readonly name: string | null;
  /** Did the resource exist before this deployment? Null where that cannot be told. */
  readonly existing: boolean | null;
  readonly charge: FindingCharge | null;
  readonly coverage: Coverage;
  /** What and how much: the start of the message, a full clause without a full stop. */
  readonly headline: string;
  readonly reason: string;
  readonly remedy: string;
  readonly source: Source | null;
  readonly accepted: { readonly reason: string; readonly until: Instant | null } | null;
}

export interface FindingCharge {
  readonly product: string;
  readonly kind: string;
  /** USD; null when the amount is not known. */
  readonly usd: Range | null;
  readonly per: 'month' | 'once';
}

/** A finding of the whole stack, which no single resource causes. */
export const stackFinding = (
  rule: string,
  level: Level,
  words: Pick<Finding, 'headline' | 'reason' | 'remedy' | 'coverage'>,
  charge: FindingCharge | null = null,
): Finding => ({
  policy: STACK_POLICY,
  rule,
  level,
  urn: null,
  type: null,
  name: null,
  existing: null,
  charge,
  ...words,
  source: null,
  accepted: null,
});

const LEVEL_ORDER: Readonly<Record<Level, number>> = { block: 0, warn: 1, info: 2 };

/** The one order in which findings are told: level, then dollars, then URN, then rule. */
export function byWeight(a: Finding, b: Finding): number {
  if (a.level !== b.level) return LEVEL_ORDER[a.level] - LEVEL_ORDER[b.level];
  const [x, y] = [a.charge?.usd?.max, b.charge?.usd?.max];
  if (x !== undefined && y !== undefined && !x.eq(y)) return y.cmp(x);
  if ((x === undefined) !== (y === undefined)) return x === undefined ? 1 : -1;
  return compare(a.urn ?? '', b.urn ?? '') || compare(a.rule, b.rule);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
