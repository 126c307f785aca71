import { execFile } from 'node:child_process';
import { isAbsolute, relative } from 'node:path';
import { promisify } from 'node:util';
import { readAccount } from '../../adapters/account';
import type { Aws } from '../../adapters/aws/aws';
import { baseNames, openConfiguration, readPrices } from '../../adapters/workspace';
import type { LiveCall } from '../../core/credits/aws-calls';
import type { Balance } from '../../core/credits/credit';
import { type Check, diagnose, iamPolicy, type Survey } from '../../core/diagnosis';
import type { Instant } from '../../core/instant';
import type { Notice } from '../../core/notice';
import type { Settings } from '../../core/settings';
import { documentText } from '../../reports/json-text';
import { Page } from '../../reports/terminal/page';
import { foundWords, NEXT_STEPS, STATES, subjectWords } from '../../words/doctor';
import { wordsOf } from '../../words/notices';
import { clean } from '../../words/text';
import { EXIT, type ExitCode } from '../exit-codes';
import { nowOf, type Sources } from '../gather';
import { type Io, write } from '../io';
import { progress, wantsColour, widthOf } from '../terminal';

export interface DoctorOptions extends Pick<Sources, 'config'> {
  readonly online: boolean;
  readonly json: boolean;
}

/** Looks at everything that a run stands on, and says what to do next. Asks AWS only when that is switched on. */
export async function doctor(options: DoctorOptions, io: Io): Promise<ExitCode> {
  const found = await survey(options, io);
  const checks = diagnose(found);
  const policy = iamPolicy(found.pool?.file);
  const page = new Page(widthOf(io), wantsColour(io));
  const text = options.json ? documentText(documentOf(checks, policy)) : linesOf(checks, policy, page).join('\n');
  await write(io.stdout, `${text}\n`);
  return checks.some(({ state }) => state === 'wrong') ? EXIT.usage : EXIT.fine;
}

async function survey({ config, online }: DoctorOptions, io: Io): Promise<Survey> {
  const { now } = nowOf({}, io);
  const request = { named: config, environment: io.env, from: io.cwd, policy: {}, stack: {} };
  const { file, settings, problems, bases } = await openConfiguration(request);
  const isLive = online || settings.creditsSource === 'aws' || settings.burnSource !== 'monthly';
  const done = progress(io, isLive ? 'Asking AWS …' : 'Looking …');
  const [pulumi, awsCli, pool, asked] = await Promise.all([
    versionOf('pulumi', ['version'], io),
    versionOf('aws', ['--version'], io),
    poolOf(settings, file, now, io),
    isLive ? askAll(settings, now, io) : NOT_ASKED,
  ]).finally(done);
  // What is read from AWS has been asked for above; here only files are of interest.
  const offline = { ...settings, source: 'files', burnSource: 'monthly' } as const;
  const account = { settings: offline, configFile: file, now, environment: io.env, readsPool: false };
  const balance = settings.creditsSource === 'aws' ? asked.balance : (await readAccount(account)).balance;
  const { identity, profile, calls, hosts } = asked;
  const book = await readPrices(settings.prices, file);
  const prices = book.prices.ageOf(now);
  const versions = { package: io.tool.version, node: process.versions.node, pulumi, awsCli };
  const shown = (path: string) => (isAbsolute(path) ? relative(io.cwd, path) : path);
  const configuration = {
    file: file && shown(file),
    bases: baseNames(bases).map(shown),
    problems: [...problems, ...book.problems],
  };
  return { now, ...versions, configuration, prices, balance, pool, identity, profile, calls, hosts };
}

/** Where it is named, it is read in each run: so it is here. */
async function poolOf(
  { pool }: Settings,
  configFile: string | undefined,
  now: Instant,
  io: Io,
): Promise<Survey['pool']> {
  if (pool.file === undefined) return undefined;
  const deadline = { signal: AbortSignal.timeout(SECONDS * 1000), seconds: SECONDS };
  const { sharedPool } = await import('../../adapters/sources/shared-pool.js');
  const request = { written: pool.file, configFile, environment: io.env, deadline };
  const { pool: read } = await sharedPool(request, now).read(deadline.signal);
  const [problem] = read?.problems ?? [];
  const why = problem?.code === 'balance-pool-not-read' ? problem.args.why : undefined;
  const reserved = read?.reserved.state === 'known' ? read.reserved.value : why;
  return reserved && { file: pool.file, reserved };
}

type Asked = Pick<Survey, 'identity' | 'profile' | 'calls' | 'hosts' | 'balance'>;

const NOT_ASKED: Asked = {
  identity: undefined,
  profile: undefined,
  calls: new Map(),
  hosts: new Map(),
  balance: undefined,
};

const SECONDS = 30;

/** Makes each call once, but for the one that AWS charges for: that only where the owner has switched it on. */
async function askAll(settings: Settings, asked: Instant, io: Io): Promise<Asked> {
  const [{ Aws }, { statedHost }, { whyNotRead }, { keysIn }, plan, burn, credits] = await Promise.all([
    import('../../adapters/aws/aws.js'),
    import('../../adapters/aws/endpoints.js'),
    import('../../adapters/aws/failure.js'),
    import('../../adapters/aws/login.js'),
    import('../../adapters/sources/aws-account-plan.js'),
    import('../../adapters/sources/aws-burn.js'),
    import('../../adapters/sources/aws-credits.js'),
  ]);
  const profile = keysIn(io.env) === undefined ? io.env['AWS_PROFILE'] || undefined : undefined;
  let aws: Aws;
  try {
    aws = await Aws.open(io.env, { signal: AbortSignal.timeout(SECONDS * 1000), seconds: SECONDS });
    await aws.identity();
  } catch (error) {
    return { ...NOT_ASKED, profile, identity: whyNotRead(error) };
  }
  const calls = new Map<LiveCall, Notice | 'allowed'>();
  const hosts = new Map<LiveCall, string>();
  const answeredBy = (call: LiveCall): void => {
    const host = statedHost(call, aws.settings);
    if (host !== undefined) hosts.set(call, host);
  };
  answeredBy('GetCallerIdentity');
  const ask = async <T>(call: LiveCall, answer: Promise<T>, why?: (value: T) => Notice | undefined) => {
    try {
      const value = await answer;
      calls.set(call, why?.(value) ?? 'allowed');
      answeredBy(call);
      return value;
    } catch (error) {
      const found = whyNotRead(error);
      // An account without a history is allowed to ask for it.
      const isAllowed = found.code === 'burn-no-month';
      calls.set(call, isAllowed ? 'allowed' : found);
      if (isAllowed) answeredBy(call);
      return undefined;
    }
  };
  const question = burn.burnQuestion(asked, settings);
  const [answer] = await Promise.all([
    ask('GetCredits', credits.askCredits(aws, asked)),
    ask('GetAccountPlanState', plan.askAccountPlan(aws, asked)),
    ask('GetCreditAllocationHistory', burn.askBurn(aws, 'allocation-history', question)),
    settings.burnSource === 'cost-explorer'
      ? ask('GetCostAndUsage', burn.askBurn(aws, 'cost-explorer', question), ({ instead }) => instead)
      : undefined,
  ]);
  const { account, maxAgeDays } = settings;
  const balance: Balance | undefined = answer && credits.balanceOf(answer, { account, asked, maxAgeDays });
  return { identity: await aws.identity(), profile, calls, hosts, balance };
}

const execute = promisify(execFile);

/** The first version that a program says; empty where it fails, undefined where it is not there. */
async function versionOf(program: string, argv: readonly string[], { env, cwd }: Io): Promise<string | undefined> {
  // Pulumi looks for a newer version of itself unless it is told not to. A program may ignore a gentler signal.
  const asked = { ...env, PULUMI_SKIP_UPDATE_CHECK: 'true' };
  const options = { cwd, env: asked, timeout: 10_000, killSignal: 'SIGKILL' } as const;
  try {
    const { stdout, stderr } = await execute(program, argv, options);
    return /\d+\.\d+\.\d+/.exec(`${stdout}${stderr}`)?.[0] ?? '';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? undefined : '';
  }
}

type Policy = ReturnType<typeof iamPolicy>;

function linesOf(checks: readonly Check[], policy: Policy, page: Page): string[] {
  const isLoginWrong = checks.some(({ about, state }) => about === 'identity' && state === 'wrong');
  const rows = checks.map((check) => [
    colourOf(check, page)(STATES[check.state]),
    subjectWords(check),
    clean(foundWords(check, isLoginWrong)),
  ]);
  const said = checks.flatMap(({ problems, state }) => (state === 'ok' ? [] : problems)).map(wordsOf);
  const problems = [...new Set(said)];
  const steps = nextSteps(checks);
  return [
    ...page.table(rows, { indent: 0, last: 'wrap' }),
    ...(problems.length === 0
      ? []
      : ['', ...problems.flatMap((text) => page.hang(page.mark('warn'), clean(text, 1_000)))]),
    '',
    page.heading('Next'),
    ...(steps.length === 0
      ? page.wrap('Nothing: a plan can be judged.', 2)
      : steps.flatMap((text) => page.hang('-', text, 2))),
    '',
    ...page.title('IAM policy for live reads', 'switched off by default'),
    ...JSON.stringify(policy, null, 2)
      .split('\n')
      .map((line) => `  ${line}`),
  ];
}

/** What stops a run comes first. */
function nextSteps(checks: readonly Check[]): string[] {
  const [wrong, others] = [true, false].map((isWrong) =>
    checks.flatMap(({ next, state }) =>
      next === undefined || (state === 'wrong') !== isWrong ? [] : NEXT_STEPS[next],
    ),
  );
  return [...new Set([...(wrong ?? []), ...(others ?? [])])];
}

function colourOf({ state }: Check, { colours }: Page): (text: string) => string {
  if (state === 'wrong') return colours.red;
  return state === 'look' ? colours.yellow : state === 'ok' ? colours.green : colours.dim;
}

const documentOf = (checks: readonly Check[], policy: Policy) => ({
  checks: checks.map(({ about, state, found, problems, next, profile, host }) => ({
    about,
    state,
    found: found === '' ? null : found,
    problems: problems.map(wordsOf),
    next: next === undefined ? null : NEXT_STEPS[next],
    ...(profile === undefined ? {} : { profile }),
    ...(host === undefined ? {} : { host }),
  })),
  iamPolicy: policy,
});
