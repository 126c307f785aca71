import { parseUsd, type Usd, zero } from '../money';
import { isRecord, plainNumber } from './snapshot';

/** USD by billed product, as AWS names them; or what in the answer is not as AWS documents it. */
export type Amounts = { readonly usd: ReadonlyMap<string, Usd> } | { readonly what: string };

/** Money that is none of a month's spending: credits and refunds, and what is paid once for years. */
const NOT_SPENDING = /^(?:credit|refund)$|upfront/i;

/** Pages of GetCostAndUsage, grouped by SERVICE and RECORD_TYPE: what each service cost before credits. */
export function costByService(pages: readonly unknown[]): Amounts {
  const usd = new Map<string, Usd>();
  for (const page of pages) {
    const periods = isRecord(page) ? page['ResultsByTime'] : undefined;
    if (!Array.isArray(periods)) return { what: 'ResultsByTime is missing' };
    for (const group of periods.flatMap((period: unknown) => (isRecord(period) ? listOf(period['Groups']) : []))) {
      const row = rowOf(group);
      if (row === undefined) return { what: 'a group has no keys or no amount in USD' };
      if (!NOT_SPENDING.test(row.recordType)) add(usd, row.service, row.amount);
    }
  }
  return { usd: positive(usd) };
}

function rowOf(group: unknown): { service: string; recordType: string; amount: Usd } | undefined {
  if (!isRecord(group)) return undefined;
  const [service, recordType] = listOf(group['Keys']);
  const metrics = group['Metrics'];
  const cost = isRecord(metrics) ? metrics['UnblendedCost'] : undefined;
  if (typeof service !== 'string' || typeof recordType !== 'string' || !isRecord(cost)) return undefined;
  const amount = amountOf(cost['Amount']);
  return amount === undefined || cost['Unit'] !== 'USD' ? undefined : { service, recordType, amount };
}

/** Pages of GetCreditAllocationHistory: what credits paid of each service in one month (`2026-10`), all bills closed. */
export function billedHistory(pages: readonly unknown[], month: string): Amounts & { failedMonths: readonly string[] } {
  const read = readHistory(pages);
  if ('what' in read) return { what: read.what, failedMonths: [] };
  const usd = new Map<string, Usd>();
  for (const one of read.allocations) if (one.month === month) add(usd, one.service, one.usd);
  // Partial without a word on which months: then none is certain.
  return { usd: positive(usd), failedMonths: read.isPartial ? [...read.failedMonths, month] : read.failedMonths };
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
      if (allocation === undefined) return { what: 'an entry has no service or no amount in USD' };
      allocations.push(allocation);
    }
  }
  return { allocations, failedMonths: [...failedMonths].sort(), isPartial };
}

function allocationOf(entry: unknown): Allocation | undefined {
  if (!isRecord(entry)) return undefined;
  const { appliedServiceName: service, billingMonth: month, creditAmount, creditId, accountId } = entry;
  if (typeof service !== 'string' || typeof month !== 'string' || !isRecord(creditAmount)) return undefined;
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

const add = (usd: Map<string, Usd>, name: string, amount: Usd): void => {
  usd.set(name, (usd.get(name) ?? zero).plus(amount));
};

/** A service whose corrections outweigh its usage spends nothing. */
const positive = (usd: ReadonlyMap<string, Usd>): Map<string, Usd> =>
  new Map([...usd].filter(([, amount]) => amount.gt(zero)));
