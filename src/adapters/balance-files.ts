import { dirname, resolve } from 'node:path';
import { manualCredits } from '../config/read-settings';
import { type AccountPlan, readAccountPlan, unreadAccountPlan } from '../core/credits/account-plan';
import { otherOutput, printedError } from '../core/credits/aws-errors';
import { combine } from '../core/credits/balance';
import type { Balance, BalanceNotice } from '../core/credits/credit';
import type { AwsCall } from '../core/credits/problem';
import { readSnapshot, type SnapshotContext, unreadBalance } from '../core/credits/snapshot';
import type { JsonFault } from '../core/file-fault';
import type { Instant } from '../core/instant';
import { notice } from '../core/notice';
import type { Settings } from '../core/settings';
import { readJsonFile } from './json-file';

/** Which files hold the balance, and how old they may be. */
export interface BalanceFiles {
  readonly settings: Settings;
  /** The configuration file, which relative paths in it start from. */
  readonly configFile: string | undefined;
  /** Named on the command line: these win over the configuration. */
  readonly snapshot?: string | undefined;
  readonly accountPlan?: string | undefined;
  readonly now: Instant;
}

/** Reads the balance from the files an owner named. Never throws: what is wrong becomes a problem of the balance. */
export function readBalance({ settings, configFile, snapshot, accountPlan, now }: BalanceFiles): Balance {
  const besideConfig = (path: string | undefined) =>
    path === undefined ? undefined : resolve(configFile === undefined ? '.' : dirname(configFile), path);
  const { maxAgeDays } = settings;
  const snapshotPath = snapshot ?? besideConfig(settings.snapshot);
  const planPath = accountPlan ?? besideConfig(settings.accountPlan);
  return combine({
    snapshot:
      snapshotPath === undefined
        ? undefined
        : snapshotFrom(snapshotPath, snapshot ?? settings.snapshot ?? snapshotPath, maxAgeDays, now),
    accountPlan:
      planPath === undefined
        ? undefined
        : accountPlanFrom(planPath, accountPlan ?? settings.accountPlan ?? planPath, maxAgeDays, now),
    manual: manualCredits(settings),
    manualSource: 'credit-guard.yaml (manual)',
  });
}

function snapshotFrom(path: string, name: string, maxAgeDays: number, now: Instant): Balance {
  const read = readJsonFile(path);
  if ('fault' in read) return unreadBalance(name, whyUnread(read, name, 'GetCredits'));
  return readSnapshot(read.document, { source: name, writtenAt: read.writtenAt, now, maxAgeDays });
}

function accountPlanFrom(path: string, name: string, maxAgeDays: number, now: Instant): AccountPlan {
  const read = readJsonFile(path);
  if ('fault' in read) return unreadAccountPlan(name, whyUnread(read, name, 'GetAccountPlanState'));
  const context: SnapshotContext = { source: name, writtenAt: read.writtenAt, now, maxAgeDays };
  return readAccountPlan(read.document, context);
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
