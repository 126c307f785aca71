import { type AccountPlan, readAccountPlan, unreadAccountPlan } from '../../core/credits/account-plan';
import { otherOutput, printedError } from '../../core/credits/aws-errors';
import { readHistory } from '../../core/credits/burn-answers';
import { readBurn } from '../../core/credits/burn-reading';
import type { BalanceNotice } from '../../core/credits/credit';
import type { AwsCall } from '../../core/credits/problem';
import { awsError, isRecord, readSnapshot, type SnapshotContext, unreadBalance } from '../../core/credits/snapshot';
import type { JsonFault } from '../../core/file-fault';
import { notice } from '../../core/notice';
import { known, unknown } from '../../core/reading';
import { contentTime } from '../file-time';
import { parseJson, readBytes, readJsonFile } from '../json-file';
import type { AccountPart, HistoryReading, Source } from './source';

/** A file that somebody named: where it lies, and how they wrote it. */
export interface FilePlace {
  readonly path: string;
  readonly name: string;
}

type Context = Pick<SnapshotContext, 'now' | 'maxAgeDays'>;

/**
 * The answer of GetCredits, saved in a file. What `credit-guard credits fetch` wrote may have the account plan and the burn
 * beside it, read at the same moment.
 */
export const creditsFile = ({ path, name }: FilePlace, context: Context): Source => ({
  name,
  read: async () => snapshotFrom(path, name, context),
});

/** The answer of GetAccountPlanState, saved in a file. */
export const accountPlanFile = ({ path, name }: FilePlace, context: Context): Source => ({
  name,
  read: async () => ({ accountPlan: accountPlanFrom(path, name, context) }),
});

/** The answer of GetCreditAllocationHistory, saved in a file: one answer, or its pages one after the other. */
export const historyFile = ({ path, name }: FilePlace): Source => ({
  name,
  read: async () => ({ history: historyFrom(path, name) }),
});

function historyFrom(path: string, name: string): HistoryReading {
  const failed = (problem: BalanceNotice): HistoryReading => ({
    history: unknown('it could not be read'),
    problems: [problem],
  });
  const read = readBytes(path);
  const parsed = 'fault' in read ? read : parseJson(read.bytes);
  if ('fault' in parsed) return failed(whyUnread(parsed, name, 'GetCreditAllocationHistory'));
  const malformed = (what: string) => failed(notice('balance-history-malformed', 'warn', { source: name, what }));
  const [first] = parsed.documents;
  const refusal = isRecord(first) ? awsError(first) : undefined;
  if (refusal !== undefined)
    return failed(notice('balance-refused', 'warn', { source: name, call: 'GetCreditAllocationHistory', refusal }));
  const last = parsed.documents.at(-1);
  if (isRecord(last) && (last['nextToken'] ?? last['NextToken']) != null)
    return malformed('it has more pages; save it without --max-items and --no-paginate');
  if (parsed.documents.some(Array.isArray)) return malformed('it is the list alone, as `--query` prints');
  const history = readHistory(parsed.documents);
  return 'what' in history ? malformed(history.what) : { history: known(history), problems: [] };
}

function snapshotFrom(path: string, name: string, context: Context): AccountPart {
  const read = readJsonFile(path);
  if ('fault' in read) return { snapshot: unreadBalance(name, whyUnread(read, name, 'GetCredits')) };
  const { document } = read;
  const writtenAt = contentTime(path, read.writtenAt);
  const about = { source: name, writtenAt, ...context };
  const { readAt, accountPlan } = isRecord(document) ? document : {};
  const burn = readBurn(document, name);
  return {
    snapshot: readSnapshot(document, about),
    ...(isRecord(accountPlan) ? { accountPlan: readAccountPlan({ readAt, ...accountPlan }, about) } : {}),
    ...(burn === undefined ? {} : { burn }),
  };
}

function accountPlanFrom(path: string, name: string, context: Context): AccountPlan {
  const read = readJsonFile(path);
  if ('fault' in read) return unreadAccountPlan(name, whyUnread(read, name, 'GetAccountPlanState'));
  return readAccountPlan(read.document, { source: name, writtenAt: contentTime(path, read.writtenAt), ...context });
}

/** A file may hold what the AWS CLI printed instead of an answer, or the answer in another form: then that is reported. */
function whyUnread(
  { fault, found = '' }: { fault: JsonFault; found?: string },
  source: string,
  call: AwsCall,
): BalanceNotice {
  const form = otherOutput(found);
  const refusal =
    fault.because === 'empty'
      ? { because: 'empty' as const }
      : (printedError(found) ?? (form === 'HTML' ? { because: 'web-page' as const } : undefined));
  if (refusal !== undefined) return notice('balance-refused', 'warn', { source, call, refusal });
  const other = form === undefined || form === 'HTML' ? fault : { because: 'other-form' as const, form };
  return notice('balance-unreadable', 'warn', { source, call, fault: other });
}
