import { billedHistory, costByService } from '../../core/credits/burn-answers';
import { isOfHistory, type MonthlyBurn, unreadBurn } from '../../core/credits/burn-reading';
import { addMonths, type Instant, isoDay, isoMonth, startOfMonth } from '../../core/instant';
import { notice } from '../../core/notice';
import { known } from '../../core/reading';
import type { Settings } from '../../core/settings';
import type { Aws } from '../aws/aws';
import { codeOf, ReadFailure, refused, unreached, whyNotRead } from '../aws/failure';
import { type KeptBurn, keptBurn, type PaidQuestion } from '../aws/kept-burn';
import { COST_EXPLORER_PACKAGES, loaded } from '../aws/packages';
import type { Source } from './source';

const NAME = 'AWS';

export type LiveBurn = Exclude<Settings['burnSource'], 'monthly'>;

/** How to ask for a burn: when, and what it may cost. */
export type BurnQuestion = Omit<PaidQuestion, 'month'>;

/** What the account spent in the last whole month, by billed product and before credits. */
export const awsBurn = (open: () => Promise<Aws>, from: LiveBurn, question: BurnQuestion): Source => ({
  name: NAME,
  read: async () => {
    try {
      const { monthly, instead, month, readAt, calls } = await askBurn(await open(), from, question);
      const older = { source: NAME, month, readAt };
      return {
        burn: {
          monthly: known(monthly),
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
  const { asked } = question;
  const end = startOfMonth(asked);
  const month = { start: addMonths(end, -1), end };
  if (from === 'allocation-history') return { ...(await fromHistory(aws, month)), readAt: asked, calls: 0 };
  const paid = { ...question, month: isoMonth(month.start) };
  return keptBurn(aws, paid, (spend) => fromCostExplorer(aws, month, spend));
}

interface Month {
  readonly start: Instant;
  /** Exclusive. */
  readonly end: Instant;
}

/** Answers come in pages, each of which costs $0.01: an account has some dozens of services, and a page has thousands. */
const MOST_PAGES = 10;

/**
 * Grouped by the type of record: an answer that is not is net of credits, about $0 while credits last.
 * https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_GetCostAndUsage.html
 */
async function fromCostExplorer(aws: Aws, { start, end }: Month, spend: () => void): Promise<MonthlyBurn> {
  const call = 'GetCostAndUsage';
  const { CostExplorerClient, GetCostAndUsageCommand } = await loaded(
    () => import('@aws-sdk/client-cost-explorer'),
    COST_EXPLORER_PACKAGES,
  );
  const { host, config } = await aws.clientOptions(call);
  const requestHandler: typeof config.requestHandler = {
    ...config.requestHandler,
    // The client tries again by itself, and AWS charges for each request.
    handle: async (request, options) => {
      spend();
      return config.requestHandler.handle(request, options);
    },
  };
  const client = new CostExplorerClient({ ...config, requestHandler, maxAttempts: 3 });
  const pages: unknown[] = [];
  let token: string | undefined;
  do {
    const command = new GetCostAndUsageCommand({
      TimePeriod: { Start: isoDay(start), End: isoDay(end) },
      Granularity: 'MONTHLY',
      Metrics: ['UnblendedCost'],
      GroupBy: [
        { Type: 'DIMENSION', Key: 'SERVICE' },
        { Type: 'DIMENSION', Key: 'RECORD_TYPE' },
      ],
      ...(token === undefined ? {} : { NextPageToken: token }),
    });
    const sent = client.send(command, { abortSignal: aws.abortSignal });
    sent.catch(() => {});
    const page = await aws.inTime(sent, call, host).catch((error: unknown) => Promise.reject(failureOf(error, host)));
    pages.push(page);
    token = page.NextPageToken;
  } while (token !== undefined && pages.length < MOST_PAGES);
  if (token !== undefined)
    throw new ReadFailure(
      notice('aws-answer-malformed', 'warn', { call, what: `it has more than ${MOST_PAGES} pages` }),
    );
  return readingOf(costByService(pages), call, start);
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
async function fromHistory(aws: Aws, { start, end }: Month): Promise<MonthlyBurn> {
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
  if (token !== undefined)
    throw new ReadFailure(
      notice('aws-answer-malformed', 'warn', { call, what: `it has more than ${MOST_PAGES} pages` }),
    );
  const { failedMonths, ...answer } = billedHistory(pages, isoMonth(start));
  if (failedMonths.includes(isoMonth(start)))
    throw new ReadFailure(notice('burn-months-failed', 'warn', { months: failedMonths }));
  return readingOf(answer, call, start);
}

function readingOf(
  answer: ReturnType<typeof costByService>,
  call: 'GetCostAndUsage' | 'GetCreditAllocationHistory',
  month: Instant,
): MonthlyBurn {
  if ('what' in answer) throw new ReadFailure(notice('aws-answer-malformed', 'warn', { call, what: answer.what }));
  if (answer.usd.size === 0) throw new ReadFailure(notice('burn-no-month', 'warn', { call, month: isoMonth(month) }));
  return { month: isoMonth(month), monthly: answer.usd };
}
