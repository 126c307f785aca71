import type { Assessment } from '../../core/assessment';
import { type BalanceProblem, type Credit, isAlive, isUsable, problemOf } from '../../core/credits/credit';
import { entitlement } from '../../core/credits/entitlement';
import type { Program } from '../../core/credits/program';
import type { Instant } from '../../core/instant';
import { nothing, type Range, type Usd } from '../../core/money';
import type { Answer } from '../../core/reading';
import { wordsOf } from '../../words/notices';
import { clean } from '../../words/text';
import { figure } from './figures';

/** The credits that a plan is held against, and what can be drawn today. */
export interface CreditsPart {
  readonly source: string;
  readonly readAt: Instant | undefined;
  /** `readAt` is the time of its file. */
  readonly isFileTime: boolean;
  readonly isKnown: boolean;
  /** USD after share, reservations and the open month; undefined when it is not known. */
  readonly usable: Range | undefined;
  readonly accountPlan: 'FREE' | 'PAID' | undefined;
  /** When the Free plan ends, where that is known. */
  readonly accountPlanEnds: Instant | undefined;
  readonly rows: readonly CreditRow[];
  readonly problems: readonly { readonly code: BalanceProblem; readonly text: string }[];
}

export interface CreditRow {
  readonly id: string;
  readonly description: string;
  /** As AWS or the owner states it; undefined when it is not in USD. */
  readonly remaining: Usd | undefined;
  /** What is left of it today, before share and reservations; undefined when it is not known. */
  readonly usable: Range | undefined;
  readonly starts: Instant;
  readonly ends: Instant | undefined;
  readonly products: 'all' | 'unlisted' | readonly string[];
  readonly state: CreditState;
  readonly status: Credit['status'];
  readonly owner: string | undefined;
  /** May this account use it? */
  readonly isEntitled: Answer;
  readonly program: Program | undefined;
}

export type CreditState = 'usable' | 'not-started' | 'paused' | 'disabled' | 'ended' | 'used-up' | 'not-in-usd';

export function creditsPart(assessment: Assessment): CreditsPart {
  const { balance, outlook } = assessment;
  const { source, readAt, isFileTime = false, credits, accountPlan, accountPlanEnds, problems } = balance;
  const { usable } = outlook;
  return {
    source: clean(source),
    readAt,
    isFileTime,
    isKnown: credits.state === 'known',
    usable: usable === undefined ? undefined : figure(usable),
    accountPlan: accountPlan.state === 'known' ? accountPlan.value : undefined,
    accountPlanEnds,
    rows: credits.state === 'known' ? credits.value.map((credit) => rowOf(credit, assessment)) : [],
    problems: problems.map((one) => ({ code: problemOf(one), text: clean(wordsOf(one)) })),
  };
}

function rowOf(credit: Credit, assessment: Assessment): CreditRow {
  const { id, description, remaining, starts, ends, products, status, owner, program } = credit;
  const isEntitled = entitlement(credit, assessment.account);
  return {
    id: clean(id),
    description: clean(description, 120),
    remaining: remaining.state === 'known' ? figure({ min: remaining.value, max: remaining.value }).min : undefined,
    usable: isEntitled === 'no' ? nothing : usableOf(credit, assessment),
    starts,
    ends,
    products: typeof products === 'string' ? products : products.map((name) => clean(name, 60)),
    state: stateOf(credit, assessment.now),
    status,
    owner: owner === undefined ? undefined : clean(owner, 40),
    isEntitled,
    program,
  };
}

function usableOf(credit: Credit, { outlook, now }: Assessment): Range | undefined {
  if (credit.remaining.state === 'unknown') return undefined;
  if (!isUsable(credit, now)) return nothing;
  const held = outlook.holdings.credits.find((one) => one.credit === credit)?.usd;
  return held === undefined ? undefined : figure(held);
}

function stateOf(credit: Credit, now: Instant): CreditState {
  if (isUsable(credit, now)) return 'usable';
  if (isAlive(credit, now)) return 'not-started';
  if (credit.status !== 'enabled') return credit.status;
  if (credit.ends !== undefined && credit.ends <= now) return 'ended';
  return credit.remaining.state === 'known' ? 'used-up' : 'not-in-usd';
}
