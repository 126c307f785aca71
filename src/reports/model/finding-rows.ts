import type { Coverage } from '../../core/coverage/coverage';
import type { Source } from '../../core/coverage/rule';
import type { Advice } from '../../core/findings/advice';
import type { Finding, FindingCode } from '../../core/findings/finding';
import type { Instant } from '../../core/instant';
import type { SourcePosition } from '../../core/plan';
import type { Level, PolicyName } from '../../core/policy-names';
import { acceptCommand } from '../../words/accept';
import { adviceWords } from '../../words/advice';
import { findingWords } from '../../words/findings';
import { clean } from '../../words/text';
import { type Figure, figure } from './figures';
import type { StackMark } from './stack-rows';

/** A finding with its words: sentences of ours in which names are cleaned. */
export interface FindingRow {
  readonly code: FindingCode;
  readonly policy: PolicyName;
  /** The eligibility rule or the check behind it. */
  readonly rule: string;
  readonly level: Level;
  /** As it was read: what programs join by. Undefined: the whole stack. */
  readonly urn: string | undefined;
  readonly type: string | undefined;
  readonly name: string | undefined;
  readonly existing: boolean | undefined;
  readonly charge: FindingChargeRow | undefined;
  readonly coverage: Coverage;
  /** A clause with a capital and without a full stop. */
  readonly headline: string;
  readonly reason: string;
  readonly remedy: string;
  /** How to have the same so that credits cover it; its words are part of the remedy. */
  readonly advice: AdviceRow | undefined;
  readonly source: Source | undefined;
  readonly accepted: { readonly reason: string; readonly until: Instant | undefined } | undefined;
  /** Lines of a shell that accept it; empty where a setting decides, or nothing is left to accept. */
  readonly accept: readonly string[];
  /** Where the program declares the resource, where the plan says so. */
  readonly at: SourcePosition | undefined;
  readonly stack: StackMark;
}

export interface FindingChargeRow {
  readonly product: string;
  readonly kind: string;
  readonly per: 'month' | 'once';
  /** Undefined: the amount is not known. */
  readonly usd: Figure | undefined;
}

/** Amounts in whole cents. */
export interface AdviceRow extends Pick<Advice, 'way' | 'termMonths' | 'coveredBy' | 'coveredUntil' | 'price'> {
  readonly text: string;
  readonly monthly: Figure;
  readonly lasts: { readonly hours: number; readonly usd: Figure } | undefined;
  readonly cashNow: Figure;
  /** Over the term; below zero, it costs less. */
  readonly more: Figure;
}

const LONGEST = 1000;

const adviceRow = (advice: Advice): AdviceRow => ({
  ...advice,
  text: adviceWords(advice),
  monthly: figure(advice.monthly),
  lasts: advice.lasts && { hours: advice.lasts.hours, usd: figure(advice.lasts.usd) },
  cashNow: figure(advice.cashNow),
  more: figure(advice.more),
});

export function findingRow(
  finding: Finding,
  now: Instant,
  at: SourcePosition | undefined,
  stack: StackMark,
): FindingRow {
  const { policy, rule, level, urn, type, name, existing, charge, coverage, source, accepted, says, advice } = finding;
  const { headline, reason, remedy } = findingWords(finding);
  return {
    code: says.code,
    policy,
    rule,
    level,
    urn: urn ?? undefined,
    type: type === null ? undefined : clean(type),
    name: name === null ? undefined : clean(name),
    existing: existing ?? undefined,
    charge:
      charge === null
        ? undefined
        : { ...charge, product: clean(charge.product), usd: charge.usd === null ? undefined : figure(charge.usd) },
    coverage,
    headline: clean(headline, LONGEST),
    reason: clean(reason, LONGEST),
    remedy: clean(remedy, LONGEST),
    advice: advice === undefined ? undefined : adviceRow(advice),
    source: source ?? undefined,
    accepted: accepted === null ? undefined : { reason: clean(accepted.reason), until: accepted.until ?? undefined },
    accept: level === 'info' ? [] : acceptCommand(finding, now, stack !== undefined),
    at,
    stack,
  };
}
