import type { Instant } from '../instant';
import type { Usd } from '../money';
import type { LiveCall } from './aws-calls';

/** The calls whose answers are read from files. */
export type AwsCall = Extract<LiveCall, 'GetCredits' | 'GetAccountPlanState' | 'GetCreditAllocationHistory'>;

/** The forms of an answer of the AWS CLI that are not JSON. */
export type CliForm = 'YAML' | 'table' | 'text';

/** What an error in place of an answer means. */
export type AwsError =
  | 'root-only'
  | 'forbidden'
  | 'throttled'
  | 'no-account-plan'
  | 'not-found'
  | 'login-expired'
  | 'no-credentials'
  | 'unknown-credentials'
  | 'old-cli'
  | 'no-region'
  | 'not-reached'
  | 'bad-call'
  | 'bad-command'
  | 'other';

/** `sentence`: AWS's own words, or none. `permission`: the one that AWS names as missing. */
export type Refusal =
  | { readonly because: AwsError; readonly permission: string | undefined; readonly sentence: string }
  /** The CLI printed its error elsewhere, or a proxy answered. */
  | { readonly because: 'empty' | 'web-page' };

/** What of an answer is not as AWS writes it. */
export type MalformedBalance =
  // of `get-credits`
  | 'not-credits'
  | 'no-list'
  | 'one-credit'
  | 'list-of-answers'
  | 'list-alone'
  | 'no-readable-credit'
  // of `get-account-plan-state`
  | 'not-account-plan'
  | 'no-plan-type';

/** A credit that was left out, or a figure that was. */
export type PartOfBalance =
  | { readonly because: 'credit-left-out'; readonly credit: number; readonly fault: CreditFault }
  | { readonly because: 'no-estimate'; readonly credit: number }
  | { readonly because: 'listed-twice'; readonly id: string; readonly balances: readonly (Usd | undefined)[] }
  | { readonly because: PlanFault };

export type CreditFault = 'no-object' | 'no-start' | 'no-end-date' | 'no-remaining' | 'no-names';

/** Why the credits of an account plan cannot be read. */
export type PlanFault = 'no-plan-credits' | 'no-plan-amount' | 'plan-not-in-usd' | 'no-plan-end-date';

/** What cannot be right in a credit that was read. */
export type Doubt =
  /** Neither a promotion nor one of the kinds that are known to be none. */
  | { readonly because: 'kind-unknown' }
  | { readonly because: 'negative'; readonly fields: readonly string[] }
  | { readonly because: 'ends-before-it-starts'; readonly starts: Instant; readonly ends: Instant }
  | { readonly because: 'more-left-than-at-first'; readonly left: Usd; readonly atFirst: Usd };
