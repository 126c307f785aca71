import { type AccountPlan, readAccountPlan, unreadAccountPlan } from '../../core/credits/account-plan';
import { unreadBalance } from '../../core/credits/snapshot';
import { isoInstant } from '../../core/instant';
import { notice } from '../../core/notice';
import { known } from '../../core/reading';
import type { Aws } from '../aws/aws';
import { ReadFailure, whyNotRead } from '../aws/failure';
import type { AwsContext } from './aws-credits';
import type { Source } from './source';

const NAME = 'AWS';

/** Free or Paid plan, and its Free Tier credits: GetAccountPlanState. */
export const awsAccountPlan = (
  open: () => Promise<Aws>,
  { asked, maxAgeDays }: Omit<AwsContext, 'account'>,
): Source => ({
  name: NAME,
  read: async () => {
    try {
      const document = await askAccountPlan(await open(), asked);
      const context = { source: NAME, writtenAt: undefined, now: asked, maxAgeDays };
      return { accountPlan: document === undefined ? WITHOUT_PLAN : readAccountPlan(document, context) };
    } catch (error) {
      const problem = notice('balance-not-read', 'warn', { source: NAME, why: whyNotRead(error) });
      return { accountPlan: unreadAccountPlan(NAME, problem) };
    }
  },
});

/** The answer as a file holds it; undefined for an account that is older than the plans. @throws ReadFailure */
export async function askAccountPlan(aws: Aws, asked: number) {
  try {
    return { readAt: isoInstant(asked), ...(await aws.ask('GetAccountPlanState', {})) };
  } catch (error) {
    const isOlder =
      error instanceof ReadFailure &&
      error.notice.code === 'aws-error' &&
      error.notice.args.type === 'ResourceNotFoundException';
    if (isOlder) return undefined;
    throw error;
  }
}

/** Accounts from before 2025-07-15 have neither plan, so nothing ends a Free plan of theirs; the Paid plan is the same to them. */
const WITHOUT_PLAN: AccountPlan = {
  type: known('PAID'),
  balance: unreadBalance(NAME, notice('balance-missing', 'warn', {})),
};
