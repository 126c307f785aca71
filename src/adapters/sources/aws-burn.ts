import type { LiveCall } from '../../core/credits/aws-calls';
import { billedHistory, costByAccount, NOT_SPENDING, readHistory } from '../../core/credits/burn-answers';
import {
  type BilledBurn,
  type BilledMonths,
  billedReading,
  isOfHistory,
  unreadBurn,
} from '../../core/credits/burn-reading';
import { addMonths, type Instant, isoDay, isoMonth, startOfMonth } from '../../core/instant';
import { notice } from '../../core/notice';
import { MOST_MONTHS } from '../../core/outlook/trend';
import type { Settings } from '../../core/settings';
import type { Aws } from '../aws/aws';
import { codeOf, ReadFailure, refused, unreached, whyNotRead } from '../aws/failure';
import { type KeptBurn, keptBurn, type PaidQuestion } from '../aws/kept-burn';
import { COST_EXPLORER_PACKAGES, loaded } from '../aws/packages';
import type { Source } from './source';

const NAME = 'AWS';

export type LiveBurn = Exclude<Settings['burnSource'], 'monthly'>;

/** How to ask for a burn: when, for how many months up to the last whole one, and what it may cost. */
export interface BurnQuestion extends Omit<PaidQuestion, 'month' | 'since'> {
  readonly months: number;
}

/** Only a trend needs the months before: each more may be a page more, which AWS charges for. */
export const burnQuestion = (
  asked: Instant,
  { burnForecast, maxDailyCost }: Pick<Settings, 'burnForecast' | 'maxDailyCost'>,
): BurnQuestion => ({ asked, maxDailyCost, months: burnForecast === 'trend' ? MOST_MONTHS : 1 });

/** What each account spent in the last whole month, by billed product and before credits. */
export const awsBurn = (open: () => Promise<Aws>, from: LiveBurn, question: BurnQuestion): Source => ({
  name: NAME,
  read: async () => {
    try {
      const { instead, month, readAt, calls, caller, months } = await askBurn(await open(), from, question);
      const older = { source: NAME, month, readAt };
      return {
        burn: {
          ...billedReading({ month, months }),
          source: NAME,
          caller,
          isCoveredOnly: isOfHistory(from),
          bill: { month, readAt, calls },
          problems: instead === undefined ? [] : [notice('balance-burn-older', 'warn', { ...older, why: instead })],
        },
      };
    } catch (error) {
      return { burn: unreadBurn(NAME, whyNotRead(error)) };
    }
  },
});

/** @throws ReadFailure */
export async function askBurn(aws: Aws, from: LiveBurn, question: BurnQuestion): Promise<KeptBurn> {
  const { asked, months } = question;
  const end = startOfMonth(asked);
  const range = { start: addMonths(end, -months), last: addMonths(end, -1), end };
  if (from === 'allocation-history') return { ...(await fromHistory(aws, range)), readAt: asked, calls: 0 };
  const paid = { ...question, since: isoMonth(range.start), month: isoMonth(range.last) };
  return keptBurn(aws, paid, (spend) => fromCostExplorer(aws, range, spend));
}

/** Whole months. */
interface Range {
  readonly start: Instant;
  /** The month whose burn is asked for. */
  readonly last: Instant;
  /** Exclusive. */
  readonly end: Instant;
}

/**
 * Answers come in pages, of a size that AWS does not state. Those of Cost Explorer cost $0.01 each: its owner's limit ends
 * them much sooner.
 */
const MOST_PAGES = 100;

/**
 * Without the record types that are no spending: an answer with them is net of credits, about $0 while credits last. They are
 * filtered, as there are two groups at most, and only the account and the service tell what a credit covers of whom.
 * https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_GetCostAndUsage.html
 */
async function fromCostExplorer(
  aws: Aws,
  { start, last, end }: Range,
  spend: (pagesRead: number) => void,
): Promise<BilledBurn> {
  const call = 'GetCostAndUsage';
  const { CostExplorerClient, GetCostAndUsageCommand } = await loaded(
    () => import('@aws-sdk/client-cost-explorer'),
    COST_EXPLORER_PACKAGES,
  );
  const { host, config } = await aws.clientOptions(call);
  const pages: unknown[] = [];
  const requestHandler: typeof config.requestHandler = {
    ...config.requestHandler,
    // The client tries again by itself, and AWS charges for each request.
    handle: async (request, options) => {
      spend(pages.length);
      return config.requestHandler.handle(request, options);
    },
  };
  const client = new CostExplorerClient({ ...config, requestHandler, maxAttempts: 3 });
  let token: string | undefined;
  do {
    const command = new GetCostAndUsageCommand({
      TimePeriod: { Start: isoDay(start), End: isoDay(end) },
      Granularity: 'MONTHLY',
      Metrics: ['UnblendedCost'],
      GroupBy: [
        { Type: 'DIMENSION', Key: 'LINKED_ACCOUNT' },
        { Type: 'DIMENSION', Key: 'SERVICE' },
      ],
      Filter: { Not: { Dimensions: { Key: 'RECORD_TYPE', Values: [...NOT_SPENDING] } } },
      ...(token === undefined ? {} : { NextPageToken: token }),
    });
    const sent = client.send(command, { abortSignal: aws.abortSignal });
    sent.catch(() => {});
    const page = await aws.inTime(sent, call, host).catch((error: unknown) => Promise.reject(failureOf(error, host)));
    pages.push(page);
    token = page.NextPageToken;
  } while (token !== undefined && pages.length < MOST_PAGES);
  if (token !== undefined) throw tooManyPages(call);
  const answer = costByAccount(pages);
  if ('what' in answer) throw malformed(call, answer.what);
  return burnOf(answer.months, call, last);
}

/** What the client of the SDK throws: an error of AWS, of the connection, or of a body that it cannot read. */
function failureOf(error: unknown, host: string): unknown {
  const call = 'GetCostAndUsage';
  if (error instanceof ReadFailure || !(error instanceof Error)) return error;
  const { $metadata, $response } = error as { $metadata?: Metadata; $response?: { headers?: Record<string, string> } };
  const status = $metadata?.httpStatusCode;
  const isPage = /text\/html/i.test($response?.headers?.['content-type'] ?? '');
  if (isPage) return new ReadFailure(notice('aws-web-page', 'warn', { call, host, status: status ?? 200 }));
  if (error.name === 'SyntaxError' || error.message === 'aborted' || status === 200)
    return new ReadFailure(notice('aws-answer-cut', 'warn', { call, host }));
  if (status === undefined || codeOf(error) !== undefined) return unreached(error, call, host);
  const answeredAt = Date.parse($response?.headers?.['date'] ?? '');
  const { name: type, message } = error;
  const at = Number.isNaN(answeredAt) ? undefined : answeredAt;
  return refused({ call, status, type, message, answeredAt: at, now: Date.now() });
}

interface Metadata {
  readonly httpStatusCode?: number;
}

/** What credits paid, and nothing that was cash: free of charge, and a lower bound of what the account spends. */
async function fromHistory(aws: Aws, { start, last, end }: Range): Promise<BilledBurn & { readonly caller: string }> {
  const call = 'GetCreditAllocationHistory';
  const { account } = await aws.identity();
  const pages: Readonly<Record<string, unknown>>[] = [];
  let token: unknown;
  do {
    // AWS's texts differ on whether the end is part of the range: entries of other months are left out below.
    const range = { accountId: account, startDate: start / 1000, endDate: end / 1000, maxResults: 1000 };
    const page = await aws.ask(call, token === undefined ? range : { ...range, nextToken: token });
    pages.push(page);
    token = page['nextToken'] ?? undefined;
  } while (token !== undefined && pages.length < MOST_PAGES);
  if (token !== undefined) throw tooManyPages(call);
  const history = readHistory(pages);
  if ('what' in history) throw malformed(call, history.what);
  const { failedMonths, isPartial } = history;
  const month = isoMonth(last);
  // Partial without a word on which months: then none is certain.
  if (isPartial || failedMonths.includes(month))
    throw new ReadFailure(notice('burn-months-failed', 'warn', { months: isPartial ? [month] : failedMonths }));
  const months = [...billedHistory(history, account)].filter(([name]) => name >= isoMonth(start) && name <= month);
  return { ...burnOf(new Map(months), call, last), caller: account };
}

const malformed = (call: LiveCall, what: string): ReadFailure =>
  new ReadFailure(notice('aws-answer-malformed', 'warn', { call, what }));

const tooManyPages = (call: LiveCall): ReadFailure => malformed(call, `it has more than ${MOST_PAGES} pages`);

function burnOf(months: BilledMonths, call: LiveCall, last: Instant): BilledBurn {
  const month = isoMonth(last);
  if (!months.has(month)) throw new ReadFailure(notice('burn-no-month', 'warn', { call, month }));
  return { month, months };
}
