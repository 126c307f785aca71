import type { Instant } from '../instant';
import { parseUsd } from '../money';
import { notice } from '../notice';
import { known, type Maybe, unknown } from '../reading';
import { type Balance, type BalanceNotice, type Credit, notShared } from './credit';
import type { MalformedBalance, PlanFault } from './problem';
import {
  ageOf,
  awsError,
  instantOf,
  isRecord,
  notRead,
  partial,
  plainNumber,
  type SnapshotContext,
  unreadBalance,
} from './snapshot';

/** What `aws freetier get-account-plan-state` says: the plan, and the Free Tier credits if it tells them. */
export interface AccountPlan {
  /** FREE closes the account when its credits or its six months end. */
  readonly type: Maybe<'FREE' | 'PAID'>;
  /** Whose plan it is, where AWS says so. */
  readonly account?: string | undefined;
  /** When the Free plan ends; undefined for the Paid plan, and where AWS does not say. */
  readonly ends?: Instant | undefined;
  /** The Free Tier credits as a balance; used only where no list of credits was read. */
  readonly balance: Balance;
}

/** Reads the answer of `aws freetier get-account-plan-state`. Never throws: what is wrong is unknown, with the reason. */
export function readAccountPlan(document: unknown, context: SnapshotContext): AccountPlan {
  const { source } = context;
  const malformed = (because: MalformedBalance) =>
    unreadAccountPlan(source, notice('balance-malformed', 'warn', { source, because }));
  if (!isRecord(document)) return malformed('not-account-plan');
  const refusal = awsError(document);
  if (refusal !== undefined)
    return unreadAccountPlan(
      source,
      notice('balance-refused', 'warn', { source, call: 'GetAccountPlanState', refusal }),
    );
  const type = document['accountPlanType'];
  if (type !== 'FREE' && type !== 'PAID') return malformed('no-plan-type');
  const account = typeof document['accountId'] === 'string' ? document['accountId'] : undefined;
  const ends = type === 'FREE' ? instantOf(document['accountPlanExpirationDate']) : undefined;
  const credit = creditOf(document);
  if (typeof credit === 'string')
    return { type: known(type), account, ends, balance: unreadBalance(source, partial(source, { because: credit })) };
  const { readAt, isFileTime, problem } = ageOf(document, context);
  const problems = problem === undefined ? [] : [problem];
  const balance = { source, readAt, isFileTime, credits: known([credit]), accountPlan: notRead, problems };
  return { type: known(type), account, ends, balance };
}

/** An account's plan of which nothing could be read. */
export const unreadAccountPlan = (source: string, problem: BalanceNotice): AccountPlan => ({
  type: unknown("the account's plan could not be read"),
  balance: unreadBalance(source, problem),
});

/**
 * Free Tier credits are for the services of the general terms, so they count for all products. Where the state names no
 * end, it is unknown and the credit has none here.
 */
function creditOf(document: Record<string, unknown>): Credit | PlanFault {
  const remaining = document['accountPlanRemainingCredits'];
  if (!isRecord(remaining)) return 'no-plan-credits';
  const written = remaining['amount'];
  const text = typeof written === 'number' ? plainNumber(written) : written;
  const amount = typeof text === 'string' ? parseUsd(text) : undefined;
  if (amount === undefined || amount.lt(0)) return 'no-plan-amount';
  if (remaining['unit'] !== undefined && remaining['unit'] !== 'USD') return 'plan-not-in-usd';
  const end = document['accountPlanExpirationDate'];
  const ends = instantOf(end);
  if (end !== undefined && end !== null && ends === undefined) return 'no-plan-end-date';
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
