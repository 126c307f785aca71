import { type Instant, isoDay, isoInstant, parseInstant, startOfMonth, wholeDays } from '../instant';
import { dollars, parseUsd, smaller, type Usd } from '../money';
import { known, type Maybe, unknown } from '../reading';
import { type AwsCall, explainAwsError } from './aws-errors';
import type { Balance, BalanceProblem, Credit, Sharing } from './credit';
import { programIn } from './program-of';

/** Where a snapshot came from, and against what it is held. */
export interface SnapshotContext {
  /** File name or other words for its origin. */
  readonly source: string;
  /** When it was written, if the snapshot itself does not say: a file's time. */
  readonly writtenAt: Instant | undefined;
  readonly now: Instant;
  readonly maxAgeDays: number;
}

type Problem = Balance['problems'][number];

export const notRead = unknown('the balance was not read');

/** A balance of which nothing could be read: its credits are unknown, never none. */
export const unreadBalance = (source: string, code: BalanceProblem, text: string): Balance => ({
  source,
  readAt: undefined,
  credits: unknown(text),
  accountPlan: notRead,
  problems: [{ code, text }],
});

/**
 * Reads what `aws billing get-credits` printed. A row that cannot be read is left out and said; when no row can be read,
 * the credits are unknown. An empty list is knowledge: there are no credits.
 */
export function readSnapshot(document: unknown, context: SnapshotContext): Balance {
  const { source } = context;
  const fail = (code: BalanceProblem, text: string) => unreadBalance(source, code, `${source}: ${text}`);
  if (!isRecord(document)) return fail('malformed', partOfAnswer(document));
  const error = awsError(document, 'GetCredits');
  if (error !== undefined) return fail('refused', error);
  const rows = document['credits'];
  if (!Array.isArray(rows))
    return fail('malformed', looksLikeCredit(document) ? ONE_CREDIT : 'it has no list "credits".');
  const age = ageOf(document, context);
  const problems: Problem[] = [];
  const others = rows.filter((row: unknown) => otherKind(row) !== undefined);
  const credits = rows.flatMap((row: unknown, i): Credit[] => {
    const kind = otherKind(row);
    if (kind !== undefined) {
      const text = `${source}: credit ${i + 1} ("${nameOf(row)}") is a ${kind}, not a promotional credit; it is not counted.`;
      problems.push({ code: 'other-kind', text });
      return [];
    }
    const credit = readCredit(row, age);
    if ('problem' in credit) {
      problems.push({ code: 'partial', text: `${source}: credit ${i + 1} is left out: ${credit.problem}.` });
      return [];
    }
    if (isRecord(row) && isUnreadableEstimate(row['estimatedAmount'])) {
      const text = `${source}: credit ${i + 1}: estimatedAmount is no amount in USD, so remainingAmount is used.`;
      problems.push({ code: 'partial', text });
    }
    problems.push(
      ...doubts(row, credit).map((doubt) => ({
        code: 'doubtful' as const,
        text: `${source}: credit ${i + 1} ("${credit.description}") ${doubt}.`,
      })),
    );
    return [credit];
  });
  if (rows.length > others.length && credits.length === 0) {
    const none = fail('malformed', 'none of its credits can be read.');
    return { ...none, problems: [...none.problems, ...problems] };
  }
  if (rows.length === others.length) {
    const kind = rows.length === 0 ? '' : 'promotional ';
    problems.push({ code: 'empty', text: `${source}: it lists no ${kind}credit, so every charge is cash.` });
  }
  problems.push(...currencyProblems(credits, source), ...duplicateProblems(credits, source));
  const { readAt, problem } = age;
  if (problem !== undefined) problems.push(problem);
  return { source, readAt, credits: known(distinct(credits)), accountPlan: notRead, problems };
}

const ONE_CREDIT =
  'it is one credit and not the answer; save all that `aws billing get-credits` prints, without --query.';

/** What a filter has left of the answer, and how to save the whole of it. */
function partOfAnswer(document: unknown): string {
  if (!Array.isArray(document)) return 'it is not the output of `aws billing get-credits`.';
  if (document.some((item) => isRecord(item) && Array.isArray(item['credits']))) {
    return 'it is a list of answers, as `jq -s` makes; save the answer itself, without -s.';
  }
  return document.some(looksLikeCredit)
    ? 'it is the list alone, as `--query credits` prints; save the whole answer, without --query.'
    : 'it is not the output of `aws billing get-credits`.';
}

const looksLikeCredit = (value: unknown): boolean =>
  isRecord(value) && ('remainingAmount' in value || 'creditId' in value);

/** AWS lists refunds and corrections beside promotional credits. */
function otherKind(row: unknown): string | undefined {
  const type = isRecord(row) ? textOf(row['creditType']) : '';
  if (/^refund$/i.test(type)) return 'refund';
  return /^true[ _-]?up$/i.test(type) ? 'correction (TrueUp)' : undefined;
}

const nameOf = (row: unknown): string => (isRecord(row) ? textOf(row['description']) : '') || 'no description';

/** What cannot be right in a credit that was read. Its figures are used. */
function doubts(row: unknown, { starts, ends, remaining }: Credit): string[] {
  if (!isRecord(row)) return [];
  const negative = ['remainingAmount', 'estimatedAmount', 'initialAmount'].filter((name) => isNegative(row[name]));
  const initial = amountOf(row['initialAmount']);
  const isMore = initial?.state === 'known' && remaining.state === 'known' && remaining.value.gt(initial.value);
  return [
    ...(negative.length > 0 ? [`has a negative ${negative.join(' and ')}; its size is used`] : []),
    ...(ends !== undefined && ends < starts ? [`ends on ${isoDay(ends)}, before it starts on ${isoDay(starts)}`] : []),
    ...(isMore ? [`has more left (${dollars(remaining.value)}) than it began with (${dollars(initial.value)})`] : []),
  ];
}

const isNegative = (value: unknown): boolean =>
  isRecord(value) && (parseUsd(textOf(value['currencyAmount']))?.lt(0) ?? false);

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An error of AWS, saved in place of an answer. */
export function awsError(document: Record<string, unknown>, call: AwsCall): string | undefined {
  const type =
    document['__type'] ?? document['Code'] ?? (isRecord(document['Error']) ? document['Error']['Code'] : undefined);
  if (typeof type !== 'string') return undefined;
  const inner = isRecord(document['Error']) ? textOf(document['Error']['Message']) : '';
  return explainAwsError(`${type}: ${textOf(document['message']) || textOf(document['Message']) || inner}`, call);
}

function readCredit(row: unknown, age: Age): Credit | { problem: string } {
  if (!isRecord(row)) return { problem: 'it is no object' };
  const starts = instantOf(row['startDate']);
  if (starts === undefined) return { problem: 'startDate is missing or is no date' };
  const ends = row['endDate'] === undefined || row['endDate'] === null ? undefined : instantOf(row['endDate']);
  if (row['endDate'] !== undefined && row['endDate'] !== null && ends === undefined)
    return { problem: 'endDate is no date' };
  const remaining = amountOf(row['remainingAmount']);
  if (remaining === undefined) return { problem: 'remainingAmount is missing or is no amount' };
  const names = row['applicableProductNames'];
  if (names !== undefined && names !== null && !isTextList(names))
    return { problem: 'applicableProductNames is no list of names' };
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
    asOf: asOfBalance(amountOf(row['estimatedAmount'])?.state === 'known', age),
    program: programIn(textOf(row['description'])),
  };
}

/** The estimate is of the day it was read; `remainingAmount` is of the last closed bill, and moves only when one closes. */
function asOfBalance(isEstimated: boolean, { readAt, problem }: Age): Credit['asOf'] {
  if (isEstimated) return problem?.code === 'stale' && readAt !== undefined ? readAt : 'now';
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
  if (currencyCode !== undefined && textOf(currencyCode).toUpperCase() !== 'USD')
    return unknown(`it is in ${textOf(currencyCode).slice(0, 8) || 'no named currency'}, not in USD`);
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

function currencyProblems(credits: readonly Credit[], source: string): Problem[] {
  return credits.flatMap(({ description, remaining }) =>
    remaining.state === 'unknown'
      ? [
          {
            code: 'foreign-currency' as const,
            text: `${source}: "${description}" cannot be counted: ${remaining.because}.`,
          },
        ]
      : [],
  );
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

function duplicateProblems(credits: readonly Credit[], source: string): Problem[] {
  const ids = credits.map(({ id }) => id).filter((id) => id !== '');
  const twice = [...new Set(ids.filter((id, i) => ids.indexOf(id) < i))];
  return twice.map((id) => {
    const balances = new Set(credits.filter((credit) => credit.id === id).map(balanceText));
    const text =
      balances.size === 1
        ? `${source}: credit ${id} is listed more than once; it is counted once.`
        : `${source}: credit ${id} is listed with different balances (${[...balances].join(', ')}); the smallest is used.`;
    return { code: 'partial', text };
  });
}

const balanceText = ({ remaining }: Credit): string =>
  remaining.state === 'known' ? dollars(remaining.value) : 'not in USD';

/** Age of an answer of AWS, and what is wrong with it. */
interface Age {
  readonly readAt: Instant | undefined;
  readonly problem: Problem | undefined;
}

/** How old an answer of AWS is: by its own word, else by the time of its file. */
export function ageOf(document: Record<string, unknown>, { source, writtenAt, now, maxAgeDays }: SnapshotContext): Age {
  const stated = document['readAt'];
  if (stated !== undefined && stated !== null && instantOf(stated) === undefined) {
    const text = `${source}: readAt is no date (write 2027-03-31T23:59:59Z), so its age is not known.`;
    return { readAt: undefined, problem: { code: 'undated', text } };
  }
  const readAt = instantOf(stated) ?? writtenAt;
  if (readAt === undefined) {
    return { readAt, problem: { code: 'undated', text: `${source}: it does not say when it was read.` } };
  }
  // A minute of difference between two clocks is no future.
  if (readAt > now + 60_000) {
    return {
      readAt,
      problem: {
        code: 'undated' as const,
        text: `${source} is dated ${isoInstant(readAt)}, in the future. Check the clock or --date.`,
      },
    };
  }
  const age = wholeDays(readAt, now);
  if (age <= maxAgeDays) return { readAt, problem: undefined };
  return {
    readAt,
    problem: {
      code: 'stale' as const,
      text: `${source}: it is ${age} days old, and ${maxAgeDays} are allowed; its figures are used.`,
    },
  };
}
