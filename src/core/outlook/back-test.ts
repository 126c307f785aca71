import { Terms, type TermsSettings } from '../coverage/coverage';
import { displayProduct } from '../coverage/products';
import type { Allocation, History } from '../credits/burn-answers';
import type { Balance, Credit } from '../credits/credit';
import { entitlement } from '../credits/entitlement';
import { addMonths, type Instant, isoMonth, midnight } from '../instant';
import { exactly, fromUnits, larger, sum, type Usd, zero } from '../money';
import { grantsOf } from './grants';
import { Ledger } from './ledger';
import type { Account, Stream } from './stream';

/** Past months of the allocation history against the rules and the order of credits. */
export interface BackTest {
  /** Closed months, oldest first. */
  readonly months: readonly TestedMonth[];
  /** Months whose bills are still open, or that are not over. */
  readonly open: readonly string[];
  /** Months that AWS could not answer for. */
  readonly failed: readonly string[];
  /** Credits of the history that the balance does not list, with what AWS applied of each: they are in no month. */
  readonly unknownCredits: readonly { readonly id: string; readonly usd: Usd }[];
  /** Accounts that the credits were applied to. */
  readonly accounts: number;
}

export interface TestedMonth {
  /** `2026-10` */
  readonly month: string;
  /** Those that AWS applied or that the rules apply, in the order of the balance. */
  readonly credits: readonly Tested[];
}

/** One credit in one month: USD. */
export interface Tested {
  readonly credit: Credit;
  /** What AWS applied. */
  readonly applied: Usd;
  /** What the rules and the order say of the same charges. */
  readonly expected: Usd;
}

/**
 * Draws what credits covered in each closed month once more, account by account: the charges are what AWS applied credits
 * to, the credits hold what they held when the month began.
 */
export function backTest(history: History, balance: Balance, settings: TermsSettings, now: Instant): BackTest {
  const credits = balance.credits.state === 'known' ? balance.credits.value : [];
  const byId = new Map(credits.map((credit) => [credit.id, credit]));
  const open = new Set(
    history.allocations.filter((one) => one.isEstimated || one.month >= isoMonth(now)).map(({ month }) => month),
  );
  const isTested = ({ month }: Allocation) => !open.has(month) && !history.failedMonths.includes(month);
  const known = history.allocations.filter(({ creditId }) => byId.has(creditId ?? ''));
  const months = [...new Set(known.filter(isTested).map(({ month }) => month))].sort();
  return {
    months: months.map((month) => testedMonth(month, known, { credits, balance, settings })),
    open: [...open].sort(),
    failed: history.failedMonths,
    unknownCredits: [...sumBy(history.allocations, ({ creditId = 'without an id' }) => creditId)]
      .filter(([id]) => !byId.has(id))
      .map(([id, usd]) => ({ id, usd })),
    accounts: new Set(known.map(({ account }) => account)).size,
  };
}

interface Replayed {
  readonly credits: readonly Credit[];
  readonly balance: Balance;
  readonly settings: TermsSettings;
}

function testedMonth(month: string, all: readonly Allocation[], { credits, balance, settings }: Replayed): TestedMonth {
  const from = midnight(`${month}-01`);
  const own = all.filter((one) => one.month === month);
  const terms = new Terms(balance, settings, from);
  const held = credits.map((credit) => {
    const usd = heldAt(month, credit, all, balance);
    // Whether it was paused then, nobody says.
    const asThen = { ...credit, status: 'enabled' as const, sharing: sharingThen(credit, all) };
    return { credit: asThen, usd: usd === undefined ? undefined : exactly(usd) };
  });
  const grants = grantsOf(
    { credits: held, drawnSince: undefined },
    terms,
    { share: 1, reserved: zero, isKnown: true },
    'cheap',
  );
  const billed = ({ account }: Allocation): Account => (account === terms.account ? undefined : account);
  const streams = [...new Set(own.map(billed))].flatMap((account) =>
    streamsOf(
      account,
      own.filter((one) => billed(one) === account),
      terms,
    ),
  );
  const until = addMonths(from, 1);
  const { pieces } = new Ledger(streams, grants, { from, until, cuts: [] });
  const drawn = new Map<string, bigint>();
  for (const { to, rows, byOthers } of pieces) {
    if (to > until) break;
    for (const paid of [...rows.map(({ paidBy }) => paidBy), byOthers])
      for (const [id, units] of paid) drawn.set(id, (drawn.get(id) ?? 0n) + units);
  }
  const applied = sumBy(own, ({ creditId = '' }) => creditId);
  const tested = credits.map((credit) => ({
    credit,
    applied: applied.get(credit.id) ?? zero,
    expected: fromUnits(drawn.get(credit.id) ?? 0n),
  }));
  return { month, credits: tested.filter((one) => !one.applied.eq(zero) || !one.expected.eq(zero)) };
}

/** Where AWS does not say who may use a credit, its history does: those that it was applied to. */
function sharingThen(credit: Credit, all: readonly Allocation[]): Credit['sharing'] {
  const { id, sharing } = credit;
  if (entitlement(credit, ANOTHER) !== 'unknown') return sharing;
  const applied = all.filter(({ creditId }) => creditId === id).flatMap(({ account }) => account ?? []);
  return { ...sharing, accounts: [...new Set(applied)] };
}

/** One that owns no credit, and that no credit names. */
const ANOTHER = '';

const streamsOf = (account: Account, applied: readonly Allocation[], terms: Terms): Stream[] =>
  [...sumBy(applied, ({ service }) => displayProduct(service))].flatMap(([product, perMonth]): Stream[] =>
    perMonth.lte(zero)
      ? []
      : [
          {
            eligibility: terms.ofBilledRow(product),
            account,
            origin: 'account',
            perHour: zero,
            perMonth,
            once: zero,
            startsAt: undefined,
            endsAt: undefined,
          },
        ],
  );

/** What a credit held when a month began: what is left of it, and what was applied from that month on. */
function heldAt(month: string, credit: Credit, all: readonly Allocation[], { readAt }: Balance): Usd | undefined {
  if (credit.remaining.state === 'unknown') return undefined;
  const first = firstNotTakenOff(credit, readAt);
  const own = all.filter(({ creditId }) => creditId === credit.id);
  const applied = (from: string, before: string | undefined) =>
    sum(own.filter((one) => one.month >= from && (before === undefined || one.month < before)).map(({ usd }) => usd));
  const { value } = credit.remaining;
  if (first === undefined) return value.plus(applied(month, undefined));
  return month < first ? value.plus(applied(month, first)) : larger(zero, value.minus(applied(first, month)));
}

/** The first month that is not off what is left of a credit; undefined: all of the history is. */
function firstNotTakenOff({ asOf }: Credit, readAt: Instant | undefined): string | undefined {
  if (asOf === 'now') return readAt === undefined ? undefined : isoMonth(addMonths(readAt, 1));
  if (asOf === 'last-bill') return readAt === undefined ? undefined : isoMonth(readAt);
  return isoMonth(asOf);
}

function sumBy(allocations: readonly Allocation[], keyOf: (one: Allocation) => string): ReadonlyMap<string, Usd> {
  const sums = new Map<string, Usd>();
  for (const one of allocations) sums.set(keyOf(one), (sums.get(keyOf(one)) ?? zero).plus(one.usd));
  return sums;
}
