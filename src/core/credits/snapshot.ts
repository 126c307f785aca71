import { type Instant, parseInstant, startOfMonth, wholeDays } from '../instant';
import { parseUsd, smaller, type Usd } from '../money';
import { type NoticeArgs, notice } from '../notice';
import { known, type Maybe, unknown } from '../reading';
import { meaningOf } from './aws-errors';
import type { Balance, BalanceNotice, Credit, Sharing } from './credit';
import type { CreditFault, Doubt, MalformedBalance, PartOfBalance, Refusal } from './problem';
import { programIn } from './program-of';

/** Where a snapshot came from, and against what it is held. */
export interface SnapshotContext {
  /** File name or other words for its origin. */
  readonly source: string;
  /** When it was written, if the snapshot itself does not say: a file's time. That of a `checkout` says nothing. */
  readonly writtenAt: Instant | 'checkout' | undefined;
  /** The moment of judging. */
  readonly now: Instant;
  /** Older than this, it is called old. */
  readonly maxAgeDays: number;
}

export const notRead = unknown('the balance was not read');

/** A balance of which nothing could be read: its credits are unknown, never none. */
export const unreadBalance = (source: string, problem: BalanceNotice): Balance => ({
  source,
  readAt: undefined,
  credits: unknown('the balance could not be read'),
  accountPlan: notRead,
  problems: [problem],
});

/** As above, of an answer that is not as AWS writes it. */
export const malformedBalance = (source: string, because: MalformedBalance): Balance =>
  unreadBalance(source, notice('balance-malformed', 'warn', { source, because }));

export const partial = (source: string, part: PartOfBalance): BalanceNotice =>
  notice('balance-partial', 'warn', { source, part });

/**
 * Reads what `aws billing get-credits` printed. A row that cannot be read is left out and said; when no row can be read,
 * the credits are unknown. An empty list is knowledge: there are no credits.
 */
export function readSnapshot(document: unknown, context: SnapshotContext): Balance {
  const { source } = context;
  if (!isRecord(document)) return malformedBalance(source, partOfAnswer(document));
  const refusal = awsError(document);
  if (refusal !== undefined)
    return unreadBalance(source, notice('balance-refused', 'warn', { source, call: 'GetCredits', refusal }));
  const rows = document['credits'];
  if (!Array.isArray(rows)) return malformedBalance(source, looksLikeCredit(document) ? 'one-credit' : 'no-list');
  const age = ageOf(document, context);
  const problems: BalanceNotice[] = [];
  const others = rows.filter((row: unknown) => otherKind(row) !== undefined);
  const credits = rows.flatMap((row: unknown, i): Credit[] => {
    const kind = otherKind(row);
    if (kind !== undefined) {
      problems.push(notice('balance-other-kind', 'warn', { source, credit: i + 1, description: nameOf(row), kind }));
      return [];
    }
    const credit = readCredit(row, age);
    if (typeof credit === 'string') {
      problems.push(partial(source, { because: 'credit-left-out', credit: i + 1, fault: credit }));
      return [];
    }
    if (isRecord(row) && isUnreadableEstimate(row['estimatedAmount'])) {
      problems.push(partial(source, { because: 'no-estimate', credit: i + 1 }));
    }
    const { description } = credit;
    problems.push(
      ...doubts(row, credit).map((doubt) =>
        notice('balance-doubtful', 'warn', { source, credit: i + 1, description, doubt }),
      ),
      ...foreignCurrency(row, credit, source),
    );
    return [credit];
  });
  if (rows.length > others.length && credits.length === 0) {
    const none = malformedBalance(source, 'no-readable-credit');
    return { ...none, problems: [...none.problems, ...problems] };
  }
  if (rows.length === others.length) {
    problems.push(notice('balance-empty', 'warn', { source, by: rows.length === 0 ? 'answer' : 'others' }));
  }
  problems.push(...duplicates(credits, source));
  const { readAt, isFileTime, problem } = age;
  if (problem !== undefined) problems.push(problem);
  return { source, readAt, isFileTime, credits: known(distinct(credits)), accountPlan: notRead, problems };
}

/** What a filter has left of the answer. */
function partOfAnswer(document: unknown): MalformedBalance {
  if (!Array.isArray(document)) return 'not-credits';
  if (document.some((item) => isRecord(item) && Array.isArray(item['credits']))) return 'list-of-answers';
  return document.some(looksLikeCredit) ? 'list-alone' : 'not-credits';
}

const looksLikeCredit = (value: unknown): boolean =>
  isRecord(value) && ('remainingAmount' in value || 'creditId' in value);

/** AWS lists refunds and corrections beside promotional credits. */
function otherKind(row: unknown): 'refund' | 'true-up' | undefined {
  const type = isRecord(row) ? textOf(row['creditType']) : '';
  if (/^refund$/i.test(type)) return 'refund';
  return /^true[ _-]?up$/i.test(type) ? 'true-up' : undefined;
}

const nameOf = (row: unknown): string => (isRecord(row) ? textOf(row['description']) : '');

/** What cannot be right in a credit that was read. Its figures are used. */
function doubts(row: unknown, { starts, ends, remaining }: Credit): Doubt[] {
  if (!isRecord(row)) return [];
  const negative = ['remainingAmount', 'estimatedAmount', 'initialAmount'].filter((name) => isNegative(row[name]));
  const initial = amountOf(row['initialAmount']);
  const isMore = initial?.state === 'known' && remaining.state === 'known' && remaining.value.gt(initial.value);
  const kind = textOf(row['creditType']);
  return [
    ...(kind === '' || /^promotion(al)?$/i.test(kind) ? [] : [{ because: 'kind-unknown' } as const]),
    ...(negative.length > 0 ? [{ because: 'negative', fields: negative } as const] : []),
    ...(ends !== undefined && ends < starts ? [{ because: 'ends-before-it-starts', starts, ends } as const] : []),
    ...(isMore ? [{ because: 'more-left-than-at-first', left: remaining.value, atFirst: initial.value } as const] : []),
  ];
}

const isNegative = (value: unknown): boolean =>
  isRecord(value) && (parseUsd(textOf(value['currencyAmount']))?.lt(0) ?? false);

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An error of AWS, saved in place of an answer. */
export function awsError(document: Record<string, unknown>): Refusal | undefined {
  const type =
    document['__type'] ?? document['Code'] ?? (isRecord(document['Error']) ? document['Error']['Code'] : undefined);
  if (typeof type !== 'string') return undefined;
  const inner = isRecord(document['Error']) ? textOf(document['Error']['Message']) : '';
  return meaningOf(`${type}: ${textOf(document['message']) || textOf(document['Message']) || inner}`);
}

function readCredit(row: unknown, age: Age): Credit | CreditFault {
  if (!isRecord(row)) return 'no-object';
  const starts = instantOf(row['startDate']);
  if (starts === undefined) return 'no-start';
  const ends = row['endDate'] === undefined || row['endDate'] === null ? undefined : instantOf(row['endDate']);
  if (row['endDate'] !== undefined && row['endDate'] !== null && ends === undefined) return 'no-end-date';
  const remaining = amountOf(row['remainingAmount']);
  if (remaining === undefined) return 'no-remaining';
  const names = row['applicableProductNames'];
  if (names !== undefined && names !== null && !isTextList(names)) return 'no-names';
  return {
    id: textOf(row['creditId']),
    description:
      typeof row['description'] === 'string' && row['description'] !== ''
        ? row['description']
        : 'Credit without a description',
    remaining: withEstimate(remaining, amountOf(row['estimatedAmount'])),
    starts,
    ends,
    products: isTextList(names) && names.length > 0 ? names : 'unlisted',
    status: statusOf(row),
    owner: typeof row['accountId'] === 'string' ? row['accountId'] : undefined,
    purchases: purchasesOf(row['purchaseTypeApplications']),
    sharing: sharingOf(row),
    // AWS documents BEFORE_CROSS_SERVICE_DISCOUNTS and AFTER_DISCOUNTS; AfterDiscounts was seen too.
    isBeforeDiscounts: /^before/i.test(textOf(row['applicationType'])),
    asOf: asOfBalance(amountOf(row['estimatedAmount'])?.state === 'known', age),
    program: programIn(textOf(row['description'])),
  };
}

/** The estimate is of the day it was read; `remainingAmount` is of the last closed bill, and moves only when one closes. */
function asOfBalance(isEstimated: boolean, { readAt, problem }: Age): Credit['asOf'] {
  if (isEstimated) return problem?.code === 'balance-stale' && readAt !== undefined ? readAt : 'now';
  return readAt === undefined ? 'last-bill' : startOfMonth(readAt);
}

function sharingOf(row: Record<string, unknown>): Sharing {
  const type = textOf(row['creditSharingType']).toUpperCase();
  const accounts = row['shareableAccounts'];
  const isOn = row['accountHasCreditSharingEnabled'];
  return {
    type:
      type === 'DISABLED'
        ? 'disabled'
        : type === 'CUSTOM'
          ? 'custom'
          : type === 'COST_CATEGORY_RULE'
            ? 'cost-category'
            : 'default',
    accounts: isTextList(accounts) && accounts.length > 0 ? accounts : undefined,
    isOn: typeof isOn === 'boolean' ? isOn : undefined,
  };
}

/** Text or a number as text; anything else, such as an object with a `toString` of its own, is none. */
const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

const isTextList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** A list restricts the credit; none means every purchase type. */
const purchasesOf = (list: unknown): Credit['purchases'] => (isTextList(list) && list.length > 0 ? list : 'all');

export const instantOf = (value: unknown): Instant | undefined =>
  typeof value === 'string' || typeof value === 'number' ? parseInstant(value) : undefined;

/** `{currencyCode, currencyAmount}` with a decimal text. Some readers saw negative amounts: their size is what counts. */
function amountOf(value: unknown): Maybe<Usd> | undefined {
  if (!isRecord(value)) return undefined;
  const { currencyAmount, currencyCode } = value;
  const text = typeof currencyAmount === 'number' ? plainNumber(currencyAmount) : currencyAmount;
  const amount = typeof text === 'string' ? parseUsd(text) : undefined;
  if (amount === undefined) return undefined;
  if (currencyCode !== undefined && textOf(currencyCode).toUpperCase() !== 'USD') return unknown('it is not in USD');
  return known(amount.abs());
}

/** A sum of binary numbers has stray digits far behind the cents: they are no money. */
export const plainNumber = (value: number): string | undefined =>
  Number.isFinite(value) ? value.toFixed(6) : undefined;

/** The estimate may be the smaller figure: one that cannot be read is said, for it may hide money that is gone. */
const isUnreadableEstimate = (value: unknown): boolean =>
  value !== undefined && value !== null && amountOf(value)?.state !== 'known';

/** AWS's estimate includes the open bill, so the smaller figure is what is left. */
function withEstimate(remaining: Maybe<Usd>, estimated: Maybe<Usd> | undefined): Maybe<Usd> {
  if (remaining.state === 'unknown' || estimated === undefined || estimated.state === 'unknown') return remaining;
  return known(smaller(remaining.value, estimated.value));
}

function statusOf(row: Record<string, unknown>): Credit['status'] {
  const words = [row['creditStatus'], row['creditSharingType'], row['status']].map((word) =>
    textOf(word).toUpperCase(),
  );
  if (words.includes('PAUSED')) return 'paused';
  const [status = ''] = words;
  return status === '' || status === 'ENABLED' ? 'enabled' : 'disabled';
}

function foreignCurrency(row: unknown, { description, remaining }: Credit, source: string): BalanceNotice[] {
  if (remaining.state === 'known' || !isRecord(row) || !isRecord(row['remainingAmount'])) return [];
  const currency = textOf(row['remainingAmount']['currencyCode']);
  return [notice('balance-foreign-currency', 'warn', { source, description, currency })];
}

/** AWS keeps ids unique, so an id that stands twice is one credit read twice: the smaller balance counts. */
function distinct(credits: readonly Credit[]): Credit[] {
  const byId = new Map<string, Credit>();
  return credits
    .flatMap((credit) => {
      if (credit.id === '') return [credit];
      const before = byId.get(credit.id);
      if (before !== undefined && !isSmaller(credit, before)) return [];
      byId.set(credit.id, credit);
      return [credit];
    })
    .filter((credit) => credit.id === '' || byId.get(credit.id) === credit);
}

const isSmaller = (a: Credit, b: Credit): boolean =>
  a.remaining.state === 'known' && (b.remaining.state === 'unknown' || a.remaining.value.lt(b.remaining.value));

function duplicates(credits: readonly Credit[], source: string): BalanceNotice[] {
  const ids = credits.map(({ id }) => id).filter((id) => id !== '');
  const twice = [...new Set(ids.filter((id, i) => ids.indexOf(id) < i))];
  return twice.map((id) => {
    const balances = credits
      .filter((credit) => credit.id === id)
      .map(({ remaining }) => (remaining.state === 'known' ? remaining.value : undefined));
    return partial(source, { because: 'listed-twice', id, balances });
  });
}

/** Age of an answer of AWS, and what is wrong with it. */
interface Age {
  readonly readAt: Instant | undefined;
  readonly isFileTime: boolean;
  readonly problem: BalanceNotice | undefined;
}

/** How old an answer of AWS is: by its own word, else by the time of its file. */
export function ageOf(document: Record<string, unknown>, { source, writtenAt, now, maxAgeDays }: SnapshotContext): Age {
  const undated = (because: NoticeArgs['balance-undated']['because'], readAt?: Instant): Age => ({
    readAt,
    isFileTime: typeof because === 'object' && because.isFileTime,
    problem: notice('balance-undated', 'warn', { source, because }),
  });
  const stated = document['readAt'];
  if (stated !== undefined && stated !== null && instantOf(stated) === undefined) return undated('no-date');
  const own = instantOf(stated);
  const readAt = own ?? (writtenAt === 'checkout' ? undefined : writtenAt);
  if (readAt === undefined) return undated(writtenAt === 'checkout' ? 'checkout' : 'not-said');
  const isFileTime = own === undefined;
  // A minute of difference between two clocks is no future.
  if (readAt > now + 60_000) return undated({ future: readAt, isFileTime }, readAt);
  const age = wholeDays(readAt, now);
  if (age <= maxAgeDays) return { readAt, isFileTime, problem: undefined };
  const problem = notice('balance-stale', 'warn', { source, age, allowed: maxAgeDays, isFileTime });
  return { readAt, isFileTime, problem };
}
