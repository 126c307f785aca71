import type { Usd } from '../money';
import type { Maybe } from '../reading';
import type { Balance } from './credit';

/** What an account spends already, as a source says it. */
export interface BurnReading {
  /** USD a month by billed product, before credits. Unknown when it could not be read: never nothing instead. */
  readonly monthly: Maybe<ReadonlyMap<string, Usd>>;
  /** What has to be said of it; its code tells how serious that is. */
  readonly problems: Balance['problems'];
}
