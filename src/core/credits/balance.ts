import { notice } from '../notice';
import { known } from '../reading';
import type { AccountPlan } from './account-plan';
import type { Balance, Credit } from './credit';
import { notRead, unreadBalance } from './snapshot';

/** Everything that could be read about the credits of an account; a part that was not asked for is undefined. */
export interface BalanceSources {
  readonly snapshot: Balance | undefined;
  readonly accountPlan: AccountPlan | undefined;
  readonly manual: readonly Credit[] | undefined;
  /** Words for where the credits written by hand stand. */
  readonly manualSource: string;
}

/**
 * One balance out of what was read: the list of credits first, then what the owner wrote by hand,
 * then the Free Tier credits of the account's plan. A source that was named and could not be read is never replaced by another in silence.
 */
export function combine({ snapshot, accountPlan, manual, manualSource }: BalanceSources): Balance {
  const plan = accountPlan?.type ?? notRead;
  const planProblems = accountPlan?.type.state === 'unknown' ? accountPlan.balance.problems : [];
  const base =
    snapshot ??
    (manual !== undefined ? byHand(manual, manualSource) : undefined) ??
    accountPlan?.balance ??
    unreadBalance('none', notice('balance-missing', 'warn', {}));
  const problems = base === accountPlan?.balance ? base.problems : [...base.problems, ...planProblems];
  return { ...base, accountPlan: plan, problems };
}

const byHand = (credits: readonly Credit[], source: string): Balance => ({
  source,
  readAt: undefined,
  credits: known(credits),
  accountPlan: notRead,
  problems: credits.length === 0 ? [notice('balance-empty', 'warn', { source, by: 'hand' })] : [],
});
