import { notice } from '../notice';
import { known, unknown } from '../reading';
import type { AccountPlan } from './account-plan';
import type { Balance, BalanceNotice, Credit } from './credit';
import { payingAccount } from './entitlement';
import { notRead, unreadBalance } from './snapshot';

/** Everything that could be read about the credits of an account; a part that was not asked for is undefined. */
export interface BalanceSources {
  /** Read from AWS in this run; where it could not be, the others take its place, and that is said. */
  readonly live?: Balance | undefined;
  /** Of `readCredits`. */
  readonly snapshot: Balance | undefined;
  /** Of `readAccountPlan`. */
  readonly accountPlan: AccountPlan | undefined;
  /** Of `manualCredits`. */
  readonly manual: readonly Credit[] | undefined;
  /** Words for where the credits written by hand stand. */
  readonly manualSource: string;
  /** The account that is billed, where its owner says so. */
  readonly account?: string | undefined;
}

/**
 * One balance out of what was read: the list of credits first, then what the owner wrote by hand,
 * then the Free Tier credits of the account's plan. Where AWS was asked and did not answer, the plan of a Free account comes
 * before what was written by hand. A source that was named and could not be read is never replaced by another in silence.
 */
export function combine({ live, snapshot, accountPlan, manual, manualSource, account }: BalanceSources): Balance {
  // Free Tier credits are never shared: those of another account are none of this one.
  const own = planOfOther(accountPlan, account) === undefined ? accountPlan : undefined;
  const planProblems = accountPlan?.type.state === 'unknown' ? accountPlan.balance.problems : [];
  const written = snapshot ?? (manual !== undefined ? byHand(manual, manualSource) : undefined);
  const base =
    (live && withFallback(live, snapshot ?? onlyFreeTier(own) ?? written)) ??
    written ??
    own?.balance ??
    unreadBalance('none', notice('balance-missing', 'warn', {}));
  const problems = base === own?.balance ? base.problems : [...base.problems, ...planProblems];
  const other = isOfOrganization(accountPlan, base)
    ? undefined
    : planOfOther(accountPlan, payingAccount(account, base));
  if (other !== undefined) return { ...base, accountPlan: OF_OTHER, problems: [...problems, other] };
  return { ...base, accountPlan: accountPlan?.type ?? notRead, accountPlanEnds: accountPlan?.ends, problems };
}

const OF_OTHER = unknown('the plan that was read is of another account');

/**
 * Who reads credits of another account along with its own plan is of the same organization, and no account of one is on the
 * Free plan. https://aws.amazon.com/free/free-tier-faqs/
 */
const isOfOrganization = (plan: AccountPlan | undefined, { source }: Balance): boolean =>
  plan?.balance.source === source && plan.type.state === 'known' && plan.type.value === 'PAID';

/** The plan of another account says nothing of this one: neither that AWS closes it, nor what an Organization would cost it. */
function planOfOther(plan: AccountPlan | undefined, account: string | undefined): BalanceNotice | undefined {
  if (plan?.account === undefined || account === undefined || plan.account === account) return undefined;
  return notice('balance-plan-of-other', 'warn', { source: plan.balance.source, of: plan.account, account });
}

/** On the Free plan no other credit can be redeemed, so its Free Tier credits are all there are. */
const onlyFreeTier = (plan: AccountPlan | undefined): Balance | undefined =>
  plan?.type.state === 'known' && plan.type.value === 'FREE' ? plan.balance : undefined;

/** What AWS says; where it could not be read, what is known otherwise, beside why it is not from AWS. */
function withFallback(live: Balance, written: Balance | undefined): Balance {
  if (live.credits.state === 'known' || written === undefined || written.credits.state === 'unknown') return live;
  return { ...written, problems: [...live.problems, ...written.problems] };
}

const byHand = (credits: readonly Credit[], source: string): Balance => ({
  source,
  readAt: undefined,
  credits: known(credits),
  accountPlan: notRead,
  problems: credits.length === 0 ? [notice('balance-empty', 'warn', { source, by: 'hand' })] : doubts(credits, source),
});

/** What cannot be right in what somebody wrote. Its figures are used. */
const doubts = (credits: readonly Credit[], source: string): BalanceNotice[] =>
  credits.flatMap(({ description, starts, ends }, i) => {
    if (ends === undefined || ends >= starts) return [];
    const doubt = { because: 'ends-before-it-starts', starts, ends } as const;
    return [notice('balance-doubtful', 'warn', { source, credit: i + 1, description, doubt })];
  });
