import type { Instant } from '../instant';
import { type Usd, zero } from '../money';
import type { Program } from '../programs';
import type { Maybe } from '../reading';

/** One AWS promotional credit. */
export interface Credit {
  readonly id: string;
  readonly description: string;
  /** What is left, USD: the smaller of remaining and estimated. Unknown for a foreign currency. */
  readonly remaining: Maybe<Usd>;
  readonly starts: Instant;
  /** Coverage stops at this very instant; undefined when AWS names none. */
  readonly ends: Instant | undefined;
  /** Display names of applicable products; `all`, or `unlisted` when AWS did not say which. */
  readonly products: 'all' | 'unlisted' | readonly string[];
  readonly status: 'enabled' | 'disabled' | 'paused';
  /** 12-digit account that owns it. */
  readonly owner: string | undefined;
  /** AWS's own fields say that this credit pays Marketplace charges. */
  readonly paysMarketplace: boolean;
  /** Purchase types that it is restricted to, in AWS's words. */
  readonly purchases: 'all' | readonly string[];
  /** When the amount was read, where this credit says so itself. */
  readonly asOf: Instant | undefined;
  /** Whose terms apply to it, where the credit says so itself; else those of the configuration. */
  readonly program: Program | undefined;
}

/** What has to be said about a balance, most serious first. */
export type BalanceProblem =
  | 'missing'
  | 'unreadable'
  | 'malformed'
  | 'stale'
  | 'empty'
  | 'partial'
  | 'foreign-currency'
  | 'undated';

/** What is known of the credits that pay for this account. */
export interface Balance {
  /** Where it was read, in words an owner recognises: "credits.json", "credit-guard.yaml (manual)". */
  readonly source: string;
  readonly readAt: Instant | undefined;
  /** Unknown when nothing could be read: never an empty list instead. */
  readonly credits: Maybe<readonly Credit[]>;
  /** FREE or PAID, when the account's plan was read. */
  readonly accountPlan: Maybe<'FREE' | 'PAID'>;
  readonly problems: readonly { readonly code: BalanceProblem; readonly text: string }[];
}

/** Can this credit pay anything at this instant? An exhausted credit still calls itself enabled. */
export function isUsable(credit: Credit, now: Instant): boolean {
  return isAlive(credit, now) && credit.starts <= now;
}

/** Usable now or later: enabled, with money left, not ended. A paused credit pays nothing while its clock runs. */
export function isAlive(credit: Credit, now: Instant): boolean {
  const { remaining, ends, status } = credit;
  return (
    status === 'enabled' &&
    remaining.state === 'known' &&
    remaining.value.gt(zero) &&
    (ends === undefined || ends > now)
  );
}
