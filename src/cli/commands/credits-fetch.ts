import { dirname, resolve } from 'node:path';
import { Aws } from '../../adapters/aws/aws';
import { whyNotRead } from '../../adapters/aws/failure';
import { replaceFile } from '../../adapters/replace-file';
import { configuredInputs, whyNotWritten } from '../../adapters/report-files';
import { askAccountPlan } from '../../adapters/sources/aws-account-plan';
import { askBurn, burnQuestion, type LiveBurn } from '../../adapters/sources/aws-burn';
import { askCredits, balanceOf, type CreditsAnswer } from '../../adapters/sources/aws-credits';
import type { WrittenWorkspace } from '../../adapters/workspace';
import { accountsIn, writtenBurn } from '../../core/credits/burn-reading';
import { type NoticeArgs, notice } from '../../core/notice';
import { paidWords, wordsOf } from '../../words/notices';
import { clean, counted } from '../../words/text';
import { EXIT, type ExitCode } from '../exit-codes';
import { openWritten, type Sources } from '../gather';
import { InputError, type Io, write } from '../io';
import { progress } from '../terminal';

export interface FetchOptions extends Pick<Sources, 'config'> {
  readonly burn: boolean;
  /** Where to write; default: what the configuration reads, else `credits.json` here. */
  readonly output?: string | undefined;
}

/** A scheduled job may wait longer than somebody at a preview. */
const SECONDS = 30;

/**
 * Reads the account from AWS and writes the dated snapshot that every other run reads: credits, account plan, and the burn
 * when it is asked for. The file is replaced whole, and only when credits and burn could be read.
 */
export async function fetchCredits(options: FetchOptions, io: Io): Promise<ExitCode> {
  const workspace = await openWritten(options, io);
  const file = fileFor(workspace, options, io);
  // At once, and not after AWS has been asked: a call may cost money.
  const needed = whyNotWritten(file, otherInputs(workspace));
  if (needed !== undefined) throw notWritten(file, needed);
  const done = progress(io, 'Asking AWS …');
  const read = await readAws(workspace, options, io).finally(done);
  const { document } = read.credits;
  const snapshot = {
    ...document,
    ...read.accountPlan,
    ...(read.burn === undefined ? {} : { burn: read.burn.written }),
  };
  const problem = replaceFile(file, `${JSON.stringify(snapshot, null, 2)}\n`);
  if (problem !== undefined) throw notWritten(file, problem);
  await write(
    io.stderr,
    told(read, file)
      .map((line) => `${clean(line, 1_000)}\n`)
      .join(''),
  );
  return EXIT.fine;
}

const notWritten = (file: string, fault: NoticeArgs['snapshot-not-written']['fault']): InputError =>
  new InputError([wordsOf(notice('snapshot-not-written', 'warn', { file, fault }))]);

/** What a run reads besides the snapshot. */
function otherInputs({ config, file }: WrittenWorkspace): string[] {
  const names = { ...config, credits: { ...config.credits, snapshot: undefined } };
  return configuredInputs(names, file);
}

/** Beside the configuration that names it, or beside the user. */
function fileFor({ file, settings }: WrittenWorkspace, { output }: FetchOptions, { cwd }: Io): string {
  if (output !== undefined) return resolve(cwd, output);
  if (settings.snapshot !== undefined && file !== undefined) return resolve(dirname(file), settings.snapshot);
  return resolve(cwd, 'credits.json');
}

interface Read {
  readonly credits: CreditsAnswer;
  readonly accountPlan: { readonly accountPlan?: object };
  readonly burn:
    | {
        readonly written: ReturnType<typeof writtenBurn>;
        readonly from: LiveBurn;
        readonly accounts: number;
        readonly calls: number;
      }
    | undefined;
  /** Why the account plan is not there: that alone is no reason to write nothing. */
  readonly warning: string | undefined;
  /** What has to be said of the credits. */
  readonly problems: readonly string[];
}

/** @throws InputError with one line for each thing that could not be read. */
async function readAws({ settings }: WrittenWorkspace, { burn }: FetchOptions, io: Io): Promise<Read> {
  const asked = Math.floor(io.now() / 1000) * 1000;
  const deadline = { signal: AbortSignal.timeout(SECONDS * 1000), seconds: SECONDS };
  const opened = Aws.open(io.env, deadline);
  const from = settings.burnSource === 'monthly' ? 'cost-explorer' : settings.burnSource;
  const [credits, accountPlan, spent] = await Promise.allSettled([
    opened.then((aws) => askCredits(aws, asked)),
    opened.then((aws) => askAccountPlan(aws, asked)),
    burn ? opened.then((aws) => askBurn(aws, from, { ...burnQuestion(asked, settings), renew: true })) : undefined,
  ]);
  const problems = [credits, spent].flatMap((one) =>
    one.status === 'rejected' ? wordsOf(whyNotRead(one.reason)) : [],
  );
  if (credits.status === 'rejected' || spent.status === 'rejected') throw new InputError([...new Set(problems)]);
  const balance = balanceOf(credits.value, { account: settings.account, asked, maxAgeDays: settings.maxAgeDays });
  if (balance.credits.state === 'unknown') throw new InputError(balance.problems.map(wordsOf));
  return {
    credits: credits.value,
    accountPlan: accountPlan.status === 'fulfilled' && accountPlan.value ? { accountPlan: accountPlan.value } : {},
    burn: spent.value && {
      written: writtenBurn(spent.value, from, spent.value.caller),
      from,
      accounts: accountsIn(spent.value).size,
      calls: spent.value.calls,
    },
    problems: balance.problems.map(wordsOf),
    warning: accountPlan.status === 'rejected' ? wordsOf(whyNotRead(accountPlan.reason)) : undefined,
  };
}

function told({ credits: { caller, document }, burn, warning, problems }: Read, file: string): string[] {
  const credits = Array.isArray(document['credits']) ? document['credits'].length : 0;
  return [
    `Wrote ${file}: ${counted(credits, 'credit')} that account ${caller} sees, read at ${String(document['readAt'])}.`,
    ...(burn === undefined ? [] : [burnTold(burn)]),
    ...problems,
    ...(warning === undefined ? [] : [`The account plan was not read: ${warning}`]),
  ];
}

function burnTold({ written: { month, monthly, months }, from, accounts, calls }: NonNullable<Read['burn']>): string {
  const before = Object.keys(months).length - 1;
  const parts = [
    counted(accounts, 'account'),
    counted(Object.keys(monthly).length, 'product'),
    ...(before === 0 ? [] : [`${counted(before, 'month')} before`]),
  ];
  return `Burn of ${month}: ${parts.join(', ')}, from ${from}.${calls === 0 ? '' : ` ${paidWords(calls)}`}`;
}
