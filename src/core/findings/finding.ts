import type { Coverage } from '../coverage/coverage';
import type { Rule, Source } from '../coverage/rule';
import type { BalanceNotice } from '../credits/credit';
import type { Instant } from '../instant';
import type { Range, Usd } from '../money';
import type { EndBecause, Runway } from '../outlook/ledger';
import type { Change, Stack } from '../plan';
import { type Level, type PolicyName, STACK_POLICY } from '../policy-names';
import type { Advice } from './advice';
import type { PlannedUse } from './planned-uses';

/** What each kind of finding knows; its words stand in `src/words/findings.ts`. Amounts of the charge are in `Finding.charge`. */
export interface FindingArgs {
  // One resource
  /** A rule says that credits do not cover it. `because`: why it is not certain that the charge arises. */
  readonly 'not-covered': {
    readonly rule: Rule;
    readonly isCertain: boolean;
    /** By a text or an answer of AWS. */
    readonly isOfficial: boolean;
    readonly because: string | undefined;
    /** The command whose saved answer settles it. */
    readonly lookUp: string | undefined;
    /** The command whose saved answer says what it costs without an upfront fee. */
    readonly priceLookUp: string | undefined;
  };
  /** It was bought before this deployment: history, and no new cash. */
  readonly 'paid-before': { readonly rule: Rule };
  readonly 'coverage-not-known': { readonly rule: Rule; readonly because: string | undefined };
  /** `planEnds`: until when they would last, where that is known. */
  readonly 'ends-credits': { readonly rule: Rule; readonly isCertain: boolean; readonly planEnds: Instant | undefined };
  /** Its credits apply to the consolidated bill, from this month on. */
  readonly 'shares-credits': { readonly rule: Rule; readonly from: Instant };
  readonly 'hides-credits': { readonly rule: Rule; readonly because: string | undefined };
  /** Credits cover it, and deleting its resource does not end it. */
  readonly 'goes-on': { readonly rule: Rule; readonly because: string | undefined };
  /** A commitment goes on after the credits. `creditsEnd` undefined: no credit covers it, or the balance is not known. */
  readonly 'commitment-outlives-credits': {
    /** Undefined: its price is not known. */
    readonly monthly: Range | undefined;
    readonly termMonths: number | undefined;
    readonly creditsEnd: Instant | undefined;
    readonly isBalanceKnown: boolean;
  };

  // The whole stack
  /** Credits run out before they expire. `latest` undefined: perhaps they do not. */
  readonly 'credits-run-out': {
    readonly earliest: Instant;
    readonly latest: Instant | undefined;
    readonly lastEnd: Instant | undefined;
    readonly coverable: Range;
    /** What other accounts draw a month on the same credits. */
    readonly drawnByOthers: Range;
    /** When a charge begins that is not in it. */
    readonly moreFrom: Instant | undefined;
    /** From now to the earliest. */
    readonly days: number;
    /** Something is in no figure, so that it may come sooner. */
    readonly isPartial: boolean;
    /** On the Free plan nothing is charged then: AWS closes the account. */
    readonly isFreePlan: boolean;
    readonly setting: Blocks | undefined;
  };
  /** Credits stop to cover most of the plan, for another reason than that they are used up. */
  readonly 'coverage-stops': {
    readonly at: Instant;
    readonly because: EndBecause;
    readonly backAt: Instant | undefined;
    readonly coverable: Range;
    readonly days: number;
    readonly isPartial: boolean;
    readonly setting: Blocks | undefined;
  };
  /** One product loses its coverage before the rest. */
  readonly 'product-coverage-ends': {
    readonly product: string;
    readonly at: Instant;
    readonly because: EndBecause;
    readonly backAt: Instant | undefined;
    readonly isPartial: boolean;
  };
  /** No usable credit covers a product of this plan. */
  readonly 'product-not-covered': {
    readonly product: string;
    readonly because: EndBecause;
    readonly resources: readonly string[];
  };
  /** Whether credits cover a product is not known: no product list, or not known whose credit it is. */
  readonly 'product-coverage-not-known': {
    readonly product: string;
    readonly resources: readonly string[];
    /** Credits that perhaps cover it, with the end of the last one. */
    readonly credits: readonly string[];
    readonly creditsEnd: Instant | undefined;
  };
  readonly 'cash-over-limit': {
    readonly per: 'month' | 'once';
    readonly limit: Usd;
    readonly isCertain: boolean;
    /** The first day on which it is above the limit, where credits cover it until then. */
    readonly from: Instant | undefined;
    readonly setting: 'maxMonthlyCash' | 'maxOneTimeCash';
  };
  readonly 'credit-expires-unused': {
    readonly usd: Range;
    readonly from: Instant;
    readonly credits: number;
    /** How many of them are paused: nothing can be drawn from these. */
    readonly paused: number;
    /** They end with the Free plan, and an upgrade before that keeps them. */
    readonly endsWithPlan: boolean;
    /** Something is in no figure, so less may be lost. */
    readonly isPartial: boolean;
    /** Somebody has said what else the account spends. */
    readonly isBurnKnown: boolean;
    /** Of what the owner has planned for later, what these credits would cover before they end. */
    readonly uses: readonly PlannedUse[];
    /** What expires all the same. */
    readonly rest: Range;
  };
  /** Resources that cost money and do not carry the tag by which MAP credits are earned. */
  readonly 'map-tag-missing': {
    readonly missing: readonly string[];
    /** Of these it cannot be told. */
    readonly notKnown: number;
    /** All that cost money and take tags. */
    readonly taggable: number;
  };
  /** Credits that AWS may cancel: how long all of them last at the dear end, and how long the others. */
  readonly 'credits-at-risk': {
    readonly credits: readonly string[];
    readonly usd: Usd;
    /** The amount of one of them is not known, and in no figure. */
    readonly isMore: boolean;
    readonly all: Runway;
    readonly others: Runway;
    readonly isPartial: boolean;
    readonly now: Instant;
  };
  /** AWS closes the account. `isByUse`: its credits run out before the plan ends. */
  readonly 'free-plan-ends': {
    readonly closes: Instant;
    readonly planEnds: Instant | undefined;
    readonly isByUse: boolean;
    readonly isPartial: boolean;
    readonly isOver: boolean;
  };
  readonly 'not-priced': {
    readonly unpriced: number;
    readonly total: number;
    /** The one that matters first: its type, how it is called, and what is missing. */
    readonly first: { readonly type: string; readonly name: string; readonly reason: string } | undefined;
    readonly minimumShare: number | undefined;
  };
  readonly balance: { readonly problem: BalanceNotice; readonly isUnknown: boolean };
  /** The allocation history shows that AWS applied a credit to what the rules call not covered. Months: `2026-10`. */
  readonly 'covered-against-rules': {
    readonly product: string;
    readonly usd: Usd;
    readonly credit: string;
    readonly from: string;
    readonly to: string;
    readonly because: 'not-eligible' | 'not-listed';
  };
  /** It shows that AWS applied nothing to what the rules call covered. `monthly`: what `burn:` says of it. */
  readonly 'not-covered-against-rules': {
    readonly product: string;
    readonly monthly: Usd;
    readonly credit: string;
    readonly month: string;
  };
  readonly 'no-usable-credit': { readonly credits: number };
  /** An exception that has ended, and whose finding counts again. */
  readonly 'exception-ended': {
    readonly policy: PolicyName;
    readonly resource: string;
    readonly reason: string;
    readonly until: Instant;
  };
}

/** The setting that makes a finding block, with its value. */
export interface Blocks {
  readonly name: 'blockWithinDays';
  readonly days: number;
}

export type FindingCode = keyof FindingArgs;

/** A code with its arguments. */
export type Says = { readonly [C in FindingCode]: { readonly code: C; readonly args: FindingArgs[C] } }[FindingCode];

export const says = <C extends FindingCode>(code: C, args: FindingArgs[C]): Says => ({ code, args }) as Says;

/** One thing to report: about what, how much, how serious, and by which source. */
export interface Finding {
  /** The policy that the owner tunes it by. */
  readonly policy: PolicyName;
  /** The eligibility rule or the check behind it: stable, for acceptances and reports. */
  readonly rule: string;
  readonly level: Level;
  /** What it says, as a code with arguments: `findingWords` makes sentences of it. */
  readonly says: Says;
  /** Null for findings of the whole stack. */
  readonly urn: string | null;
  /** Canonical type token; null for a finding of the whole stack. */
  readonly type: string | null;
  /** As the program calls it; not cleaned. */
  readonly name: string | null;
  /** Did the resource exist before this deployment? Null where that is not known. */
  readonly existing: boolean | null;
  /** What the deployment does to the resource, where the plan says. */
  readonly change: Change | null;
  /** What it would cost; null where it is about no charge. */
  readonly charge: FindingCharge | null;
  readonly coverage: Coverage;
  /** What the statement rests on; null where it follows from the figures. */
  readonly source: Source | null;
  /** The exception that accepts it; null where there is none that holds. */
  readonly accepted: Accepted | null;
  /** An exception that matches and does not hold. */
  readonly refused: Refused | null;
  /** How to have the same so that credits cover it. */
  readonly advice?: Advice | undefined;
  /** The one of several stacks that a finding without a resource is about. */
  readonly stack?: Stack | undefined;
}

export interface Accepted {
  readonly reason: string;
  readonly until: Instant | null;
}

export interface Refused {
  readonly reason: string;
  /** Its ceiling, which the amount exceeds or may exceed; undefined where it is only for what exists, and this is new. */
  readonly maxUsd: Usd | undefined;
}

/** The charge that a finding is about. */
export interface FindingCharge {
  readonly product: string;
  readonly kind: string;
  /** USD; null when the amount is not known. */
  readonly usd: Range | null;
  readonly per: 'month' | 'once';
}

/** A finding of the whole stack, which no single resource causes. */
export const stackFinding = (stated: StackFinding): Finding => ({
  policy: STACK_POLICY,
  urn: null,
  type: null,
  name: null,
  existing: null,
  change: null,
  charge: null,
  source: null,
  accepted: null,
  refused: null,
  ...stated,
});

type StackFinding = Pick<Finding, 'rule' | 'level' | 'coverage' | 'says'> & Partial<Pick<Finding, 'charge' | 'source'>>;

const LEVEL_ORDER: Readonly<Record<Level, number>> = { block: 0, warn: 1, info: 2 };

/** The one order in which findings are reported: level, then dollars, then URN, then rule. */
export function byWeight(a: Finding, b: Finding): number {
  if (a.level !== b.level) return LEVEL_ORDER[a.level] - LEVEL_ORDER[b.level];
  const [x, y] = [a.charge?.usd?.max, b.charge?.usd?.max];
  if (x !== undefined && y !== undefined && !x.eq(y)) return y.cmp(x);
  if ((x === undefined) !== (y === undefined)) return x === undefined ? 1 : -1;
  return (
    compare(a.urn ?? '', b.urn ?? '') ||
    compare(a.rule, b.rule) ||
    compare(a.charge?.product ?? '', b.charge?.product ?? '')
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
