import { type Instant, isMonth } from '../instant';
import { cents, parseUsd, plain, type Usd, zero } from '../money';
import { type Notice, type NoticeArgs, notice } from '../notice';
import { known, type Maybe, unknown } from '../reading';
import type { BalanceNotice } from './credit';
import { isRecord } from './snapshot';

/** USD of each account by billed product, as AWS names them. */
export type ByAccount = ReadonlyMap<string, ReadonlyMap<string, Usd>>;

/** What one month cost. */
export interface BilledMonth {
  readonly byAccount: ByAccount;
  /** Its bill is still open. */
  readonly isEstimated: boolean;
}

/** By month (`2026-10`), the oldest first. */
export type BilledMonths = ReadonlyMap<string, BilledMonth>;

/** What AWS has billed: the burn is that of `month`, one of `months`. */
export interface BilledBurn {
  readonly month: string;
  readonly months: BilledMonths;
}

/** What an account spends already, as a source says it. */
export interface BurnReading {
  /** USD a month by billed product, before credits. Unknown when it could not be read: never nothing instead. */
  readonly monthly: Maybe<ReadonlyMap<string, Usd>>;
  /** The same of each account, where the source tells them apart: `monthly` adds them up. */
  readonly byAccount?: ByAccount | undefined;
  /** Also the months before, where they were asked for. */
  readonly months?: BilledMonths | undefined;
  /** The account that asked, where AWS was asked. */
  readonly caller?: string | undefined;
  /** In words that an owner recognises. */
  readonly source: string;
  /** It is only what credits covered: what the account paid in cash is not in it. */
  readonly isCoveredOnly: boolean;
  /** Where it was read in this run, or in an earlier one that has kept it. */
  readonly bill?: BurnBill | undefined;
  /** What has to be said of it; its code tells how serious that is. */
  readonly problems: readonly BalanceNotice[];
}

/** The bill that a burn is taken from. */
export interface BurnBill extends Pick<BilledBurn, 'month'> {
  readonly readAt: Instant;
  /** So many calls that AWS charges for were made in this run; none where it was kept. */
  readonly calls: number;
}

/** A closed month: USD by billed product, as AWS names them. */
export interface ClosedMonth {
  readonly month: string;
  readonly usd: ReadonlyMap<string, Usd>;
}

/** The closed months of one account, or of all together. One that lists nothing for it is none. */
export const closedMonths = (months: BilledMonths, account: string | undefined): ClosedMonth[] =>
  [...months].flatMap(([month, { byAccount, isEstimated }]) => {
    const usd = account === undefined ? together(byAccount) : byAccount.get(account);
    return isEstimated || usd === undefined || usd.size === 0 ? [] : [{ month, usd }];
  });

export const unreadBurn = (source: string, why: Notice): BurnReading => ({
  monthly: unknown('what the account spends could not be read'),
  source,
  isCoveredOnly: false,
  problems: [notice('balance-burn-not-read', 'warn', { source, why })],
});

/** What AWS has billed, as a reading. */
export function billedReading({ month, months }: BilledBurn): Pick<BurnReading, 'monthly' | 'byAccount' | 'months'> {
  const byAccount = accountsIn({ month, months });
  return { monthly: known(together(byAccount)), byAccount, months };
}

export const accountsIn = ({ month, months }: BilledBurn): ByAccount => months.get(month)?.byAccount ?? new Map();

function together(byAccount: ByAccount): ReadonlyMap<string, Usd> {
  const total = new Map<string, Usd>();
  for (const amounts of byAccount.values())
    for (const [product, usd] of amounts) total.set(product, (total.get(product) ?? zero).plus(usd));
  return total;
}

/** The `burn` of a snapshot, as `credit-guard credits fetch --burn` writes it: amounts are decimal text. */
export function writtenBurn(burn: BilledBurn, from: string, caller?: string) {
  const months = [...burn.months];
  const estimated = months.flatMap(([month, { isEstimated }]) => (isEstimated ? [month] : []));
  return {
    month: burn.month,
    from,
    account: caller,
    monthly: written(together(accountsIn(burn))),
    months: Object.fromEntries(
      months.map(([month, { byAccount }]) => [
        month,
        Object.fromEntries([...byAccount].map(([account, usd]) => [account, written(usd)])),
      ]),
    ),
    ...(estimated.length === 0 ? {} : { estimated }),
  };
}

/** Without what is less than half a cent, of which an account has dozens. */
const written = (amounts: ReadonlyMap<string, Usd>) =>
  Object.fromEntries(
    [...amounts].filter(([, usd]) => cents(usd).gt(zero)).map(([product, usd]) => [product, plain(usd)]),
  );

/** Reads it back. Undefined where the snapshot has none. */
export function readBurn(document: unknown, source: string): BurnReading | undefined {
  const burn = isRecord(document) ? document['burn'] : undefined;
  if (burn === undefined || burn === null) return undefined;
  const { monthly, from, account } = isRecord(burn) ? burn : {};
  const total = amountsIn(monthly, 'monthly');
  const billed = billedIn(burn);
  for (const read of [total, billed])
    if (read !== undefined && 'malformed' in read)
      return unreadBurn(source, notice('burn-malformed', 'warn', read.malformed));
  return {
    // An earlier version wrote the total alone.
    ...(billed !== undefined && 'month' in billed ? billedReading(billed) : { monthly: known(total as Amounts) }),
    caller: typeof account === 'string' ? account : undefined,
    source,
    isCoveredOnly: isOfHistory(from),
    problems: [],
  };
}

/** The same without a word on what is wrong with it; undefined also where it does not tell accounts apart. */
export function readBilledBurn(burn: unknown): BilledBurn | undefined {
  const billed = billedIn(burn);
  return billed === undefined || 'malformed' in billed ? undefined : billed;
}

type Amounts = ReadonlyMap<string, Usd>;
type Malformed = { readonly malformed: NoticeArgs['burn-malformed'] };

const malformed = (under: string, product?: string): Malformed => ({ malformed: { product, under } });

function billedIn(burn: unknown): BilledBurn | Malformed | undefined {
  const { month, months: byMonth, estimated } = isRecord(burn) ? burn : {};
  if (byMonth === undefined) return undefined;
  if (!isRecord(byMonth)) return malformed('months');
  const months = new Map<string, BilledMonth>();
  for (const [name, accounts] of Object.entries(byMonth).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!isMonth(name) || !isRecord(accounts)) return malformed(`months: ${name}`);
    const byAccount = new Map<string, Amounts>();
    for (const [account, amounts] of Object.entries(accounts)) {
      const usd = amountsIn(amounts, `months: ${name}: ${account}`);
      if ('malformed' in usd) return usd;
      byAccount.set(account, usd);
    }
    months.set(name, { byAccount, isEstimated: Array.isArray(estimated) && estimated.includes(name) });
  }
  return typeof month === 'string' && months.has(month) ? { month, months } : malformed('months');
}

function amountsIn(amounts: unknown, under: string): Amounts | Malformed {
  if (!isRecord(amounts)) return malformed(under);
  const usd = new Map<string, Usd>();
  for (const [product, text] of Object.entries(amounts)) {
    const amount = typeof text === 'string' ? parseUsd(text) : undefined;
    if (amount === undefined || amount.lt(0)) return malformed(under, product);
    usd.set(product, amount);
  }
  return usd;
}

/** `burn: source:` that reads what credits paid, and nothing else. */
export const isOfHistory = (source: unknown): boolean => source === 'allocation-history';
