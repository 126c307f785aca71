import { type Instant, startOfMonth } from '../instant';
import { type Usd, zero } from '../money';
import type { Notice } from '../notice';
import type { Maybe } from '../reading';
import type { History } from './burn-answers';
import type { Program } from './program';

/** One AWS promotional credit. */
export interface Credit {
  readonly id: string;
  readonly description: string;
  /** What is left, USD: the smaller of remaining and estimated. Unknown for a foreign currency. */
  readonly remaining: Maybe<Usd>;
  /** Nothing is drawn before this instant. */
  readonly starts: Instant;
  /** Coverage stops at this very instant; undefined when AWS names none. */
  readonly ends: Instant | undefined;
  /** Display names of applicable products; `all`, or `unlisted` when AWS did not say which. */
  readonly products: 'all' | 'unlisted' | readonly string[];
  /** Purchase types that it is restricted to, as AWS writes them; `all` when it names none. */
  readonly purchases: 'all' | readonly string[];
  readonly status: 'enabled' | 'disabled' | 'paused';
  /** 12-digit account that owns it. */
  readonly owner: string | undefined;
  readonly sharing: Sharing;
  /** AWS applies it before discounts across services, so it covers what they would take off too. */
  readonly isBeforeDiscounts?: boolean;
  /** The programme it comes from, where its owner or its description says; undefined when nothing does. */
  readonly program: Program | undefined;
  /**
   * Up to when use is off `remaining`; what came later still has to be taken off. `now`: all of it is. `last-bill`: up to
   * the start of the month that is not billed yet.
   */
  readonly asOf: Instant | 'now' | 'last-bill';
}

/** Which other accounts may use a credit. */
export interface Sharing {
  readonly type: 'default' | 'disabled' | 'custom' | 'cost-category';
  /** Accounts that AWS names as entitled; undefined when it names none. */
  readonly accounts: readonly string[] | undefined;
  /** Does the owner's account share its credits? Undefined when AWS does not say. */
  readonly isOn: boolean | undefined;
}

/** A credit that only its owner writes down: nothing is said of other accounts. */
export const notShared: Sharing = { type: 'default', accounts: undefined, isOn: undefined };

/** What has to be said about a balance: a notice with a code of its own. */
export type BalanceNotice = Extract<Notice, { readonly code: `balance-${string}` }>;

/** Its code without the word that all of them begin with. */
export type BalanceProblem = Tail<BalanceNotice['code']>;
type Tail<C> = C extends `balance-${infer Problem}` ? Problem : never;

export const problemOf = ({ code }: BalanceNotice): BalanceProblem => code.slice('balance-'.length) as BalanceProblem;

/** What is known of the credits that apply to this account's bill. */
export interface Balance {
  /** Where it was read, in words an owner recognises: "credits.json", "credit-guard.yaml (manual)". */
  readonly source: string;
  /** When AWS gave the answer; undefined where nobody knows. */
  readonly readAt: Instant | undefined;
  /** `readAt` is only the time of its file: it does not say itself when it was read. */
  readonly isFileTime?: boolean;
  /** Unknown when nothing could be read: never an empty list instead. */
  readonly credits: Maybe<readonly Credit[]>;
  /** FREE or PAID, when the account's plan was read. */
  readonly accountPlan: Maybe<'FREE' | 'PAID'>;
  /** When the Free plan ends, where that was read: the account closes then. */
  readonly accountPlanEnds?: Instant | undefined;
  /** What is wrong with it, each once. */
  readonly problems: readonly BalanceNotice[];
  /** What the credits really covered, where the owner has saved it. */
  readonly history?: History | undefined;
}

/** When AWS closes the account: its Free plan ends then, whatever its credits hold. Undefined where nothing is known of it. */
export const closingOf = ({ accountPlan, accountPlanEnds }: Balance): Instant | undefined =>
  accountPlan.state === 'known' && accountPlan.value === 'FREE' ? accountPlanEnds : undefined;

/** Credits come off a whole bill: the month in which one starts is covered from its first day. */
export const coversFrom = ({ starts }: Pick<Credit, 'starts'>): Instant => startOfMonth(starts);

/** Can this credit cover anything at this instant? An exhausted credit still calls itself enabled. */
export function isUsable(credit: Credit, now: Instant): boolean {
  return isAlive(credit, now) && coversFrom(credit) <= now;
}

/** Usable now or later: enabled, with money left, not ended. A paused credit covers nothing while its clock runs. */
export function isAlive(credit: Credit, now: Instant): boolean {
  return credit.remaining.state === 'known' && mayBeAlive(credit, now);
}

/** The same, or of an amount that is not known: its terms hold whatever it is. */
export function mayBeAlive({ remaining, ends, status }: Credit, now: Instant): boolean {
  const isEmpty = remaining.state === 'known' && remaining.value.lte(zero);
  return status === 'enabled' && !isEmpty && (ends === undefined || ends > now);
}
