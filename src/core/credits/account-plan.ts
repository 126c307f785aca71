import { parseUsd } from '../money';
import { known, type Maybe, unknown } from '../reading';
import { type Balance, type Credit, notShared } from './credit';
import {
  ageOf,
  awsError,
  instantOf,
  isRecord,
  notRead,
  plainNumber,
  type SnapshotContext,
  unreadBalance,
} from './snapshot';

/** What `aws freetier get-account-plan-state` says: the plan, and the Free Tier credits if it tells them. */
export interface AccountPlan {
  readonly type: Maybe<'FREE' | 'PAID'>;
  /** The Free Tier credits as a balance; used only where no list of credits was read. */
  readonly balance: Balance;
}

export function readAccountPlan(document: unknown, context: SnapshotContext): AccountPlan {
  const { source } = context;
  const fail = (text: string): AccountPlan => ({
    type: unknown(text),
    balance: unreadBalance(source, 'malformed', `${source}: ${text}`),
  });
  if (!isRecord(document)) return fail('it is not the output of `aws freetier get-account-plan-state`.');
  const error = awsError(document, 'GetAccountPlanState');
  if (error !== undefined) return fail(error);
  const type = document['accountPlanType'];
  if (type !== 'FREE' && type !== 'PAID') return fail('accountPlanType is neither FREE nor PAID.');
  const credit = creditOf(document);
  if (typeof credit === 'string')
    return { type: known(type), balance: unreadBalance(source, 'partial', `${source}: ${credit}`) };
  const { readAt, problem } = ageOf(document, context);
  const problems = problem === undefined ? [] : [problem];
  return { type: known(type), balance: { source, readAt, credits: known([credit]), accountPlan: notRead, problems } };
}

/**
 * Free Tier credits are for the services of the general terms, so they count for all products. Where the state names no
 * end, it is unknown and the credit has none here.
 */
function creditOf(document: Record<string, unknown>): Credit | string {
  const remaining = document['accountPlanRemainingCredits'];
  if (!isRecord(remaining)) return 'accountPlanRemainingCredits is missing.';
  const written = remaining['amount'];
  const text = typeof written === 'number' ? plainNumber(written) : written;
  const amount = typeof text === 'string' ? parseUsd(text) : undefined;
  if (amount === undefined || amount.lt(0)) return 'accountPlanRemainingCredits.amount is no amount.';
  if (remaining['unit'] !== undefined && remaining['unit'] !== 'USD') return 'its credits are not in USD.';
  const end = document['accountPlanExpirationDate'];
  const ends = end === undefined || end === null ? undefined : instantOf(end);
  if (end !== undefined && end !== null && ends === undefined) return 'accountPlanExpirationDate is no date.';
  return {
    id: 'free-tier',
    description: 'Free Tier credits',
    remaining: known(amount),
    starts: 0,
    ends,
    products: 'all',
    status: 'enabled',
    purchases: 'all',
    owner: typeof document['accountId'] === 'string' ? document['accountId'] : undefined,
    sharing: notShared,
    program: 'free-tier',
    asOf: 'now',
  };
}
