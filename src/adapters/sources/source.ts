import type { AccountPlan } from '../../core/credits/account-plan';
import type { History } from '../../core/credits/burn-answers';
import type { BurnReading } from '../../core/credits/burn-reading';
import type { Balance, BalanceNotice, Credit } from '../../core/credits/credit';
import type { Usd } from '../../core/money';
import type { Maybe } from '../../core/reading';

/** What one source knows of an account. What it does not read is left out. */
export interface AccountPart {
  /** Read from AWS in this run. */
  readonly live?: Balance;
  /** Read from a file. */
  readonly snapshot?: Balance;
  readonly accountPlan?: AccountPlan;
  readonly manual?: readonly Credit[];
  readonly burn?: BurnReading;
  readonly history?: HistoryReading;
  readonly pool?: PoolReading;
}

/** What each stack has reserved now, in USD. */
export interface PoolReading {
  readonly reserved: Maybe<ReadonlyMap<string, Usd>>;
  readonly problems: readonly BalanceNotice[];
}

/** What credits really covered. */
export interface HistoryReading {
  readonly history: Maybe<History>;
  readonly problems: readonly BalanceNotice[];
}

/** Where a part of an account is read. `test/adapters/sources.test.ts` holds every one to it. */
export interface Source {
  /** In words that an owner recognises: "credits.json", "AWS". Every problem of the source begins with it. */
  readonly name: string;
  /**
   * Never throws. What cannot be read is unknown, never 0 and never left out, with a problem that names the way out. The
   * answer comes before the run's deadline or when `signal` says so.
   */
  read(signal: AbortSignal): Promise<AccountPart>;
}
