import { isMonth } from '../instant';
import { parseUsd, type Usd, zero } from '../money';
import type { BilledMonths } from './burn-reading';
import { isRecord, plainNumber } from './snapshot';

/** What AWS answered, or what in it is not as AWS documents it. */
export type Answered = { readonly months: BilledMonths } | { readonly what: string };

/**
 * Record types that are none of a month's spending: credits and refunds, and what is paid once for years. Cost Explorer takes
 * exact spellings, and one that an account has no row of is no error; an upfront fee under one that is not listed counts as
 * spending. The first three are those of
 * https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/manage-cost-categories.html ("Term comparisons", 2026-11-30),
 * `Upfront` is what public scripts leave out, and the others are what the console calls them. `Fee` stays: it is also the fee
 * of a support plan and of a subscription. `Tax` stays too: it is a service of its own.
 */
export const NOT_SPENDING = [
  'Credit',
  'Refund',
  'SavingsPlanUpfrontFee',
  'Upfront',
  'Upfront reservation fee',
  'Upfront Reservation Fee',
  'Savings Plan Upfront Fee',
];

/** Pages of GetCostAndUsage by month, grouped by LINKED_ACCOUNT and SERVICE, of which `NOT_SPENDING` is left out. */
export function costByAccount(pages: readonly unknown[]): Answered {
  const months = new Months();
  for (const page of pages) {
    const periods = isRecord(page) ? page['ResultsByTime'] : undefined;
    if (!Array.isArray(periods)) return { what: 'ResultsByTime is missing' };
    for (const period of periods) {
      const { TimePeriod, Groups, Estimated } = isRecord(period) ? period : {};
      const start = isRecord(TimePeriod) ? TimePeriod['Start'] : undefined;
      if (typeof start !== 'string' || !/^\d{4}-\d{2}-01/.test(start))
        return { what: 'a period does not begin with a month' };
      const month = start.slice(0, 7);
      if (Estimated === true) months.isOpen(month);
      for (const group of listOf(Groups)) {
        const row = rowOf(group);
        if (row === undefined) return { what: 'a group has no keys or no amount in USD' };
        months.add(month, row.account, row.service, row.amount);
      }
    }
  }
  return { months: months.billed() };
}

function rowOf(group: unknown): { account: string; service: string; amount: Usd } | undefined {
  if (!isRecord(group)) return undefined;
  const [account, service] = listOf(group['Keys']);
  const metrics = group['Metrics'];
  const cost = isRecord(metrics) ? metrics['UnblendedCost'] : undefined;
  if (typeof account !== 'string' || typeof service !== 'string' || !isRecord(cost)) return undefined;
  const amount = amountOf(cost['Amount']);
  return amount === undefined || cost['Unit'] !== 'USD' ? undefined : { account, service, amount };
}

/**
 * What credits paid of each service, account by account; what names no account is of the one that asked. Months that AWS could
 * not answer for are left out, and where it does not say which, all are.
 */
export function billedHistory({ allocations, failedMonths, isPartial }: History, asker: string): BilledMonths {
  const months = new Months();
  for (const { month, account = asker, service, usd, isEstimated } of isPartial ? [] : allocations) {
    if (failedMonths.includes(month)) continue;
    if (isEstimated) months.isOpen(month);
    months.add(month, account, service, usd);
  }
  return months.billed();
}

/** Adds rows of bills up. */
class Months {
  private readonly usd = new Map<string, Map<string, Map<string, Usd>>>();
  private readonly open = new Set<string>();

  isOpen(month: string): void {
    this.open.add(month);
  }

  add(month: string, account: string, service: string, amount: Usd): void {
    const usd = within(within(this.usd, month), account);
    usd.set(service, (usd.get(service) ?? zero).plus(amount));
  }

  /** A service whose corrections outweigh its usage spends nothing, nor does an account without any other. */
  billed(): BilledMonths {
    const months = [...this.usd].sort(([a], [b]) => (a < b ? -1 : 1));
    return new Map(
      months.flatMap(([month, accounts]) => {
        const spending = [...accounts].map(
          ([account, usd]) => [account, new Map([...usd].filter(([, amount]) => amount.gt(zero)))] as const,
        );
        const byAccount = new Map(spending.filter(([, usd]) => usd.size > 0));
        return byAccount.size === 0 ? [] : [[month, { byAccount, isEstimated: this.open.has(month) }] as const];
      }),
    );
  }
}

function within<T>(map: Map<string, Map<string, T>>, key: string): Map<string, T> {
  const found = map.get(key) ?? new Map<string, T>();
  map.set(key, found);
  return found;
}

/** What one credit covered of one service in one month. */
export interface Allocation {
  /** As AWS writes it; undefined where it does not. */
  readonly creditId: string | undefined;
  /** The account that was billed. */
  readonly account: string | undefined;
  /** `2026-10` */
  readonly month: string;
  /** As AWS names it on the bill. */
  readonly service: string;
  /** Positive: what came off the bill. */
  readonly usd: Usd;
  /** The bill of that month is still open. */
  readonly isEstimated: boolean;
}

/** Which services each credit really covered, month by month. */
export interface History {
  readonly allocations: readonly Allocation[];
  /** Months that AWS could not answer for. */
  readonly failedMonths: readonly string[];
  /** AWS says that something is missing, and not of which months. */
  readonly isPartial: boolean;
}

/** Pages of GetCreditAllocationHistory, or what in them is not as AWS documents it. */
export function readHistory(pages: readonly unknown[]): History | { readonly what: string } {
  const allocations: Allocation[] = [];
  const failedMonths = new Set<string>();
  let isPartial = false;
  for (const page of pages) {
    if (!isRecord(page) || !Array.isArray(page['creditAllocationHistoryList']))
      return { what: 'creditAllocationHistoryList is missing' };
    // Each page is about its own months alone.
    const failed = listOf(page['failedMonths']).filter((one) => typeof one === 'string');
    isPartial ||= page['partialResults'] === true && failed.length === 0;
    for (const one of failed) failedMonths.add(one);
    for (const entry of page['creditAllocationHistoryList']) {
      const allocation = allocationOf(entry);
      if (allocation === undefined) return { what: 'an entry has no service, no month or no amount in USD' };
      allocations.push(allocation);
    }
  }
  return { allocations, failedMonths: [...failedMonths].sort(), isPartial };
}

function allocationOf(entry: unknown): Allocation | undefined {
  if (!isRecord(entry)) return undefined;
  const { appliedServiceName: service, billingMonth: month, creditAmount, creditId, accountId } = entry;
  if (typeof service !== 'string' || typeof month !== 'string' || !isMonth(month) || !isRecord(creditAmount))
    return undefined;
  const { currencyAmount, currencyCode } = creditAmount;
  const amount = amountOf(currencyAmount);
  if (amount === undefined || currencyCode !== 'USD') return undefined;
  return {
    creditId: typeof creditId === 'string' || typeof creditId === 'number' ? String(creditId) : undefined,
    account: typeof accountId === 'string' ? accountId : undefined,
    month,
    service,
    // A credit takes off the bill; what it gives back comes with the other sign.
    usd: zero.minus(amount),
    isEstimated: entry['isEstimatedBill'] === true,
  };
}

/** Cost Explorer writes very small amounts with an exponent, and some with more places than money has. */
function amountOf(value: unknown): Usd | undefined {
  if (typeof value !== 'string') return undefined;
  const isDecimal = /^-?\d{1,15}(?:\.\d+)?(?:e[-+]?\d{1,2})?$/i.test(value);
  return parseUsd(value) ?? (isDecimal ? parseUsd(plainNumber(Number(value)) ?? '') : undefined);
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
