import { parseUsd, plain, type Usd } from '../money';
import { type Notice, notice } from '../notice';
import { known, type Maybe, unknown } from '../reading';
import type { BalanceNotice } from './credit';
import { isRecord } from './snapshot';

/** What an account spends already, as a source says it. */
export interface BurnReading {
  /** USD a month by billed product, before credits. Unknown when it could not be read: never nothing instead. */
  readonly monthly: Maybe<ReadonlyMap<string, Usd>>;
  /** It is only what credits covered: what the account paid in cash is not in it. */
  readonly isCoveredOnly: boolean;
  /** What has to be said of it; its code tells how serious that is. */
  readonly problems: readonly BalanceNotice[];
}

export const unreadBurn = (source: string, why: Notice): BurnReading => ({
  monthly: unknown('what the account spends could not be read'),
  isCoveredOnly: false,
  problems: [notice('balance-burn-not-read', 'warn', { source, why })],
});

/** The `burn` of a snapshot, as `credit-guard credits fetch --burn` writes it: amounts are decimal text. */
export const writtenBurn = (monthly: ReadonlyMap<string, Usd>, month: string, from: string) => ({
  month,
  from,
  monthly: Object.fromEntries([...monthly].map(([product, usd]) => [product, plain(usd)])),
});

/** Reads it back. Undefined where the snapshot has none. */
export function readBurn(document: unknown, source: string): BurnReading | undefined {
  const written = isRecord(document) ? document['burn'] : undefined;
  if (written === undefined || written === null) return undefined;
  const malformed = (product: string | undefined) => unreadBurn(source, notice('burn-malformed', 'warn', { product }));
  if (!isRecord(written) || !isRecord(written['monthly'])) return malformed(undefined);
  const { monthly, from } = written;
  const usd = new Map<string, Usd>();
  for (const [product, text] of Object.entries(monthly)) {
    const amount = typeof text === 'string' ? parseUsd(text) : undefined;
    if (amount === undefined || amount.lt(0)) return malformed(product);
    usd.set(product, amount);
  }
  return { monthly: known(usd), isCoveredOnly: isOfHistory(from), problems: [] };
}

/** `burn: source:` that reads what credits paid, and nothing else. */
export const isOfHistory = (source: unknown): boolean => source === 'allocation-history';
