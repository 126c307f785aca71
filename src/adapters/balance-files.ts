import { dirname, resolve } from 'node:path';
import { manualCredits } from '../config/read-settings';
import { type AccountPlan, readAccountPlan } from '../core/credits/account-plan';
import { combine } from '../core/credits/balance';
import type { Balance } from '../core/credits/credit';
import { awsErrorText, readSnapshot, type SnapshotContext, unreadBalance } from '../core/credits/snapshot';
import type { Instant } from '../core/instant';
import { unknown } from '../core/reading';
import type { Settings } from '../core/settings';
import { faultWords } from '../words/json-faults';
import { type JsonFault, readJsonFile } from './json-file';

const CREDITS = 'aws billing get-credits --account-id ID --start-date DAY > credits.json';
const ACCOUNT_PLAN = 'aws freetier get-account-plan-state --output json > account-plan.json';

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
  if ('fault' in read) return unreadBalance(name, 'unreadable', lineOf(read, name, CREDITS));
  return readSnapshot(read.document, { source: name, writtenAt: read.writtenAt, now, maxAgeDays });
}

function accountPlanFrom(path: string, name: string, maxAgeDays: number, now: Instant): AccountPlan {
  const read = readJsonFile(path);
  if (!('fault' in read)) {
    const context: SnapshotContext = { source: name, writtenAt: read.writtenAt, now, maxAgeDays };
    return readAccountPlan(read.document, context);
  }
  const text = lineOf(read, name, ACCOUNT_PLAN);
  return { type: unknown(text), balance: unreadBalance(name, 'unreadable', text) };
}

/** A file may hold the error that the AWS CLI printed instead of an answer: then that is what to tell. */
const lineOf = ({ fault, found = '' }: { fault: JsonFault; found?: string }, name: string, redo: string): string =>
  `${name}: ${awsErrorText(found) ?? `${faultWords(fault, redo)}.`}`;
