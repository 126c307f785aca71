import type { Eligibility } from '../coverage/coverage';
import type { Instant } from '../instant';
import type { Usd } from '../money';
import type { Part } from './streams';

/** Who is billed: an account that shares its credits with the one of the plan, which is undefined. */
export type Account = string | undefined;

/** Charges that are treated alike, added up at one end of their ranges. */
export interface Stream {
  readonly eligibility: Eligibility;
  /** Whose charges they are. Those of other accounts only draw on credits: they are in no figure of this one. */
  readonly account?: Account;
  /** Caused by this plan, or part of what the account spends already. */
  readonly origin: 'plan' | 'account';
  /** What the deployment does to the charges of a plan. */
  readonly part?: Part | undefined;
  /** USD for each hour of the clock. */
  readonly perHour: Usd;
  /** USD for each calendar month, whatever its length. */
  readonly perMonth: Usd;
  /** USD that fall due at the start. */
  readonly once: Usd;
  /** The share that a discount across services has taken off these amounts; 0 where it is left out. */
  readonly discount?: number;
  /** When the charge begins; undefined: it runs at the start. */
  readonly startsAt: Instant | undefined;
  /** When the charge stops by itself, as a commitment does at the end of its term. */
  readonly endsAt: Instant | undefined;
}

/** Is it charged at this instant? */
export const runsAt = ({ startsAt = Number.NEGATIVE_INFINITY, endsAt }: Stream, at: Instant): boolean =>
  startsAt <= at && (endsAt === undefined || endsAt > at);
