import { dirname, resolve } from 'node:path';
import { manualCredits } from '../config/read-settings';
import { type AccountPlan, readAccountPlan } from '../core/credits/account-plan';
import { type AwsCall, awsErrorText, otherOutput } from '../core/credits/aws-errors';
import { combine } from '../core/credits/balance';
import type { Balance } from '../core/credits/credit';
import { readSnapshot, type SnapshotContext, unreadBalance } from '../core/credits/snapshot';
import type { Instant } from '../core/instant';
import { unknown } from '../core/reading';
import type { Settings } from '../core/settings';
import { faultWords } from '../words/json-faults';
import { type JsonFault, readJsonFile } from './json-file';

const CREDITS = 'aws billing get-credits --account-id ID --start-date DAY --output json > credits.json';
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
  if ('fault' in read) {
    const { code, text } = explained(read, name, 'GetCredits');
    return unreadBalance(name, code, text);
  }
  return readSnapshot(read.document, { source: name, writtenAt: read.writtenAt, now, maxAgeDays });
}

function accountPlanFrom(path: string, name: string, maxAgeDays: number, now: Instant): AccountPlan {
  const read = readJsonFile(path);
  if (!('fault' in read)) {
    const context: SnapshotContext = { source: name, writtenAt: read.writtenAt, now, maxAgeDays };
    return readAccountPlan(read.document, context);
  }
  const { code, text } = explained(read, name, 'GetAccountPlanState');
  return { type: unknown(text), balance: unreadBalance(name, code, text) };
}

const COMMANDS: Readonly<Record<AwsCall, string>> = { GetCredits: CREDITS, GetAccountPlanState: ACCOUNT_PLAN };

/** A file may hold what the AWS CLI printed instead of an answer, or the answer in another form: then that is to be told. */
function explained(
  { fault, found = '' }: { fault: JsonFault; found?: string },
  name: string,
  call: AwsCall,
): { code: 'unreadable' | 'refused'; text: string } {
  const isEmpty = fault.because === 'empty' || (/no-json|cut/.test(fault.because) && found.trim() === '');
  if (isEmpty) return { code: 'refused', text: `${name}: ${EMPTY[call]}` };
  const refusal = awsErrorText(found, call);
  if (refusal !== undefined) return { code: 'refused', text: `${name}: ${refusal}` };
  const form = otherOutput(found);
  if (form === 'HTML') {
    return {
      code: 'refused',
      text: `${name}: it is a web page, as a proxy or a login page answers, and not from AWS.`,
    };
  }
  const redo = COMMANDS[call];
  const what =
    form === undefined
      ? faultWords(fault, redo)
      : `it is the ${form} output of the AWS CLI, not JSON; save it with \`${redo}\``;
  return { code: 'unreadable', text: `${name}: ${what}.` };
}

/** The CLI prints its errors elsewhere, and for some answers nothing at all: the same command again would not help. */
const EMPTY: Readonly<Record<AwsCall, string>> = {
  GetCredits:
    'it is empty: `aws` printed an error on the screen, or a proxy answered in place of AWS. Mend that first.',
  GetAccountPlanState:
    'it is empty: `aws` printed an error on the screen. With ResourceNotFoundException the account is older than the Free and Paid plans: leave credits: accountPlan: out.',
};
