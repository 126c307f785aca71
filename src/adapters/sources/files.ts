import { type AccountPlan, readAccountPlan, unreadAccountPlan } from '../../core/credits/account-plan';
import { otherOutput, printedError } from '../../core/credits/aws-errors';
import type { Balance, BalanceNotice } from '../../core/credits/credit';
import type { AwsCall } from '../../core/credits/problem';
import { readSnapshot, type SnapshotContext, unreadBalance } from '../../core/credits/snapshot';
import type { JsonFault } from '../../core/file-fault';
import { notice } from '../../core/notice';
import { readJsonFile } from '../json-file';
import type { Source } from './source';

/** A file that somebody named: where it lies, and how they wrote it. */
export interface FilePlace {
  readonly path: string;
  readonly name: string;
}

type Context = Pick<SnapshotContext, 'now' | 'maxAgeDays'>;

/** The answer of GetCredits, saved in a file. */
export const creditsFile = ({ path, name }: FilePlace, context: Context): Source => ({
  name,
  read: async () => ({ snapshot: snapshotFrom(path, name, context) }),
});

/** The answer of GetAccountPlanState, saved in a file. */
export const accountPlanFile = ({ path, name }: FilePlace, context: Context): Source => ({
  name,
  read: async () => ({ accountPlan: accountPlanFrom(path, name, context) }),
});

function snapshotFrom(path: string, name: string, context: Context): Balance {
  const read = readJsonFile(path);
  if ('fault' in read) return unreadBalance(name, whyUnread(read, name, 'GetCredits'));
  return readSnapshot(read.document, { source: name, writtenAt: read.writtenAt, ...context });
}

function accountPlanFrom(path: string, name: string, context: Context): AccountPlan {
  const read = readJsonFile(path);
  if ('fault' in read) return unreadAccountPlan(name, whyUnread(read, name, 'GetAccountPlanState'));
  return readAccountPlan(read.document, { source: name, writtenAt: read.writtenAt, ...context });
}

/** A file may hold what the AWS CLI printed instead of an answer, or the answer in another form: then that is to be told. */
function whyUnread(
  { fault, found = '' }: { fault: JsonFault; found?: string },
  source: string,
  call: AwsCall,
): BalanceNotice {
  const { because } = fault;
  const isEmpty = because === 'empty' || ((because === 'no-json' || because === 'cut') && found.trim() === '');
  const form = otherOutput(found);
  const refusal = isEmpty
    ? { because: 'empty' as const }
    : (printedError(found) ?? (form === 'HTML' ? { because: 'web-page' as const } : undefined));
  if (refusal !== undefined) return notice('balance-refused', 'warn', { source, call, refusal });
  const other = form === undefined || form === 'HTML' ? fault : { because: 'other-form' as const, form };
  return notice('balance-unreadable', 'warn', { source, call, fault: other });
}
