import type { Usd } from '../money';
import { type Notice, notice } from '../notice';
import { type Maybe, unknown } from '../reading';
import type { BalanceNotice } from './credit';

/** What an account spends already, as a source says it. */
export interface BurnReading {
  /** USD a month by billed product, before credits. Unknown when it could not be read: never nothing instead. */
  readonly monthly: Maybe<ReadonlyMap<string, Usd>>;
  /** What has to be said of it; its code tells how serious that is. */
  readonly problems: readonly BalanceNotice[];
}

export const unreadBurn = (source: string, why: Notice): BurnReading => ({
  monthly: unknown('what the account spends could not be read'),
  problems: [notice('balance-burn-not-read', 'warn', { source, why })],
});
