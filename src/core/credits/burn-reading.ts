import type { Instant } from '../instant';
import { parseUsd, plain, type Usd } from '../money';
import { type Notice, notice } from '../notice';
import { known, type Maybe, unknown } from '../reading';
import type { BalanceNotice } from './credit';
import { isRecord } from './snapshot';

/** What an account spends already, as a source says it. */
export interface BurnReading {
  /** USD a month by billed product, before credits. Unknown when it could not be read: never nothing instead. */
  readonly monthly: Maybe<ReadonlyMap<string, Usd>>;
  /** The same of each account, where the source tells them apart: `monthly` adds them up. */
  readonly byAccount?: ReadonlyMap<string, ReadonlyMap<string, Usd>> | undefined;
  /** The account that asked, where AWS was asked. */
  readonly caller?: string | undefined;
  /** It is only what credits covered: what the account paid in cash is not in it. */
  readonly isCoveredOnly: boolean;
  /** Where it was read in this run, or in an earlier one that has kept it. */
  readonly bill?: BurnBill | undefined;
  /** What has to be said of it; its code tells how serious that is. */
  readonly problems: readonly BalanceNotice[];
}

/** USD of one month (`2026-10`) by billed product. */
export interface MonthlyBurn {
  readonly month: string;
  readonly monthly: ReadonlyMap<string, Usd>;
}

/** The bill that a burn is taken from. */
export interface BurnBill extends Pick<MonthlyBurn, 'month'> {
  readonly readAt: Instant;
  /** So many calls that AWS charges for were made in this run; none where it was kept. */
  readonly calls: number;
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
  const usd = amountsIn(written);
  if ('malformed' in usd) return unreadBurn(source, notice('burn-malformed', 'warn', { product: usd.malformed }));
  const isCoveredOnly = isRecord(written) && isOfHistory(written['from']);
  return { monthly: known(usd), isCoveredOnly, problems: [] };
}

/** The same of one that says its month; undefined where it cannot be read. */
export function readMonthlyBurn(written: unknown): MonthlyBurn | undefined {
  const month = isRecord(written) ? written['month'] : undefined;
  const monthly = amountsIn(written);
  return typeof month !== 'string' || !/^\d{4}-\d{2}$/.test(month) || 'malformed' in monthly
    ? undefined
    : { month, monthly };
}

/** Or the product whose amount is none; undefined where there are no amounts at all. */
function amountsIn(written: unknown): ReadonlyMap<string, Usd> | { readonly malformed: string | undefined } {
  const monthly = isRecord(written) ? written['monthly'] : undefined;
  if (!isRecord(monthly)) return { malformed: undefined };
  const usd = new Map<string, Usd>();
  for (const [product, text] of Object.entries(monthly)) {
    const amount = typeof text === 'string' ? parseUsd(text) : undefined;
    if (amount === undefined || amount.lt(0)) return { malformed: product };
    usd.set(product, amount);
  }
  return usd;
}

/** `burn: source:` that reads what credits paid, and nothing else. */
export const isOfHistory = (source: unknown): boolean => source === 'allocation-history';
