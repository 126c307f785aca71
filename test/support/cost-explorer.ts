import { addMonths, isoDay, isoMonth, midnight, startOfMonth } from '../../src/core/instant';

/** A row of a bill. */
export interface BilledRow {
  readonly service: string;
  readonly usd: string;
  /** Default: the account that asks. */
  readonly account?: string;
  /** Default: usage. */
  readonly recordType?: string;
  /** Default: the last whole month. */
  readonly month?: string;
}

/** `2026-10`: so many whole months ago. */
export const monthsAgo = (months: number): string => isoMonth(addMonths(startOfMonth(Date.now()), -months));

interface Pages {
  /** Groups on a page. */
  readonly size?: number;
  /** Months whose bill is still open. */
  readonly estimated?: readonly string[];
}

/**
 * Cost Explorer for these rows, as AWS has it: it takes the spelling of a record type as it is, adds up what falls together in
 * the groups that it is asked for, lists each month, also an empty one, and goes on over pages.
 */
export function costAndUsage(
  rows: readonly BilledRow[],
  { size = Number.POSITIVE_INFINITY, estimated = [] }: Pages = {},
): (input: Record<string, unknown>) => unknown {
  const answers = new Map<string, ReturnType<typeof groupsOf>>();
  return (input) => {
    const { NextPageToken, ...question } = input as unknown as Question;
    const asked = JSON.stringify(question);
    const all = answers.get(asked) ?? groupsOf(rows, question);
    answers.set(asked, all);
    const from = NextPageToken === undefined ? 0 : Number(NextPageToken);
    let before = 0;
    const periods = all.map(({ month, groups }) => {
      const begin = before;
      before += groups.length;
      return {
        TimePeriod: { Start: `${month}-01`, End: isoDay(addMonths(midnight(`${month}-01`), 1)) },
        Total: {},
        Estimated: estimated.includes(month),
        Groups: groups.slice(Math.max(0, from - begin), Math.max(0, from + size - begin)),
      };
    });
    return { ResultsByTime: periods, ...(from + size < before ? { NextPageToken: String(from + size) } : {}) };
  };
}

/** The groups of each month. */
function groupsOf(rows: readonly BilledRow[], { TimePeriod, GroupBy = [], Filter }: Question) {
  const left = Filter?.Not.Dimensions.Values ?? [];
  const months = new Map(monthsIn(TimePeriod).map((month) => [month, new Map<string, number>()]));
  const lastMonth = monthsAgo(1);
  for (const row of rows) {
    const usd = months.get(row.month ?? lastMonth);
    if (usd === undefined || left.includes(row.recordType ?? 'Usage')) continue;
    const key = JSON.stringify(GroupBy.map(({ Key }) => keyOf(row, Key)));
    usd.set(key, (usd.get(key) ?? 0) + Number(row.usd));
  }
  return [...months].map(([month, usd]) => ({
    month,
    groups: [...usd].map(([key, amount]) => ({
      Keys: JSON.parse(key),
      Metrics: { UnblendedCost: { Amount: String(amount), Unit: 'USD' } },
    })),
  }));
}

interface Question {
  readonly TimePeriod: { readonly Start: string; readonly End: string };
  readonly GroupBy?: readonly { readonly Key: string }[];
  readonly Filter?: { readonly Not: { readonly Dimensions: { readonly Values: readonly string[] } } };
  readonly NextPageToken?: string;
}

function monthsIn({ Start, End }: Question['TimePeriod']): string[] {
  const months: string[] = [];
  for (let at = midnight(Start); at < midnight(End); at = addMonths(at, 1)) months.push(isoMonth(at));
  return months;
}

function keyOf({ account = '111122223333', service, recordType = 'Usage' }: BilledRow, key: string): string {
  return key === 'LINKED_ACCOUNT' ? account : key === 'SERVICE' ? service : recordType;
}
