import { dirname, resolve } from 'node:path';
import { combine } from '../core/credits/balance';
import type { Balance, BalanceNotice } from '../core/credits/credit';
import { payingAccount } from '../core/credits/entitlement';
import { type Spending, spendingOf } from '../core/credits/spending';
import type { Instant } from '../core/instant';
import type { NoticeCode } from '../core/notice';
import { joinReserved } from '../core/pool';
import type { Settings } from '../core/settings';
import type { Aws } from './aws/aws';
import type { Deadline } from './aws/exchange';
import type { AccountPart, Source } from './sources/source';

/** What a plan is held against, whatever the settings of a policy say: it is read once per run. */
export interface Account extends Spending {
  readonly balance: Balance;
  /** USD that each stack has reserved, by the settings and by the shared pool file. */
  readonly reserved: Settings['pool']['reserved'];
  /** False: there is a shared pool file, and it could not be read. */
  readonly isPoolKnown: boolean;
}

/** Which sources an owner has named, and until when they may take. */
export interface AccountRequest {
  readonly settings: Settings;
  /** The configuration file, which relative paths in it start from. */
  readonly configFile: string | undefined;
  /** Files named on the command line: these win over the configuration. */
  readonly snapshot?: string | undefined;
  readonly accountPlan?: string | undefined;
  readonly history?: string | undefined;
  readonly now: Instant;
  readonly environment: NodeJS.ProcessEnv;
  /** False: the caller reads the shared pool file itself. */
  readonly readsPool?: boolean | undefined;
}

/** A preview waits this long for everything that is read. */
const SECONDS = 5;

/** Reads the account from where its owner says. Never throws: what is wrong becomes a problem of the balance. */
export async function readAccount(request: AccountRequest): Promise<Account> {
  const deadline = { signal: AbortSignal.timeout(SECONDS * 1000), seconds: SECONDS };
  const sources = await sourcesOf(request, deadline);
  const parts = await Promise.all(sources.map((source) => source.read(deadline.signal)));
  return accountOf(parts, request.settings);
}

/** The sources that this run asks, in order: of what several know, the last one's word counts. No other is loaded. */
async function sourcesOf(request: AccountRequest, deadline: Deadline): Promise<Source[]> {
  const { settings, snapshot, accountPlan, history, configFile, now } = request;
  const sources: Source[] = [];
  const besideConfig = (path: string) => resolve(configFile === undefined ? '.' : dirname(configFile), path);
  const placeOf = (given: string | undefined, configured: string | undefined) =>
    given !== undefined
      ? { path: given, name: given }
      : configured !== undefined && { path: besideConfig(configured), name: configured };
  const creditsPlace = placeOf(snapshot, settings.snapshot);
  const planPlace = placeOf(accountPlan, settings.accountPlan);
  const historyPlace = placeOf(history, settings.history);
  if (creditsPlace || planPlace || historyPlace) {
    const { creditsFile, accountPlanFile, historyFile } = await import('./sources/files.js');
    const context = { now, maxAgeDays: settings.maxAgeDays };
    if (creditsPlace) sources.push(creditsFile(creditsPlace, context));
    if (planPlace) sources.push(accountPlanFile(planPlace, context));
    if (historyPlace) sources.push(historyFile(historyPlace));
  }
  if (settings.manual !== undefined || settings.burn !== undefined) {
    sources.push((await import('./sources/by-hand.js')).byHand(settings));
  }
  if (settings.pool.file !== undefined && request.readsPool !== false) {
    const pool = { written: settings.pool.file, configFile, environment: request.environment, deadline };
    sources.push((await import('./sources/shared-pool.js')).sharedPool(pool, now));
  }
  return [...sources, ...(await liveSources(request, deadline))];
}

/** What the owner has switched on, in the order of the parts that win. A file named on the command line is an answer already. */
async function liveSources(request: AccountRequest, deadline: Deadline): Promise<Source[]> {
  const { settings, snapshot, accountPlan, environment } = request;
  const { creditsSource, burnSource, account, maxAgeDays } = settings;
  const readsCredits = creditsSource === 'aws' && snapshot === undefined;
  if (!readsCredits && burnSource === 'monthly') return [];
  let opened: Promise<Aws> | undefined;
  const open = () => {
    opened ??= import('./aws/aws.js').then((aws) => aws.Aws.open(environment, deadline));
    return opened;
  };
  const context = { account, asked: Date.now(), maxAgeDays };
  const sources: Source[] = [];
  if (readsCredits) sources.push((await import('./sources/aws-credits.js')).awsCredits(open, context));
  if (readsCredits && accountPlan === undefined)
    sources.push((await import('./sources/aws-account-plan.js')).awsAccountPlan(open, context));
  if (burnSource !== 'monthly') {
    const { awsBurn, burnQuestion } = await import('./sources/aws-burn.js');
    sources.push(awsBurn(open, burnSource, burnQuestion(context.asked, settings)));
  }
  return sources;
}

/** Later parts win where they are known; what could not be read falls back to what was written, and says so. */
function accountOf(parts: readonly AccountPart[], settings: Settings): Account {
  const {
    account,
    pool: { reserved },
  } = settings;
  const merged: AccountPart = Object.assign({}, ...parts);
  const { live, snapshot, manual } = merged;
  const burns = parts.flatMap(({ burn }) => burn ?? []);
  const plans = parts.flatMap(({ accountPlan }) => accountPlan ?? []);
  const accountPlan = plans.findLast(({ type }) => type.state === 'known') ?? plans.at(-1);
  const replaced = plans.filter((plan) => plan !== accountPlan && plan.type.state === 'unknown');
  const unread = [...replaced.map(({ balance: { problems } }) => problems), ...burns.map(({ problems }) => problems)];
  const { history, pool } = merged;
  const balance = combine({ live, snapshot, accountPlan, manual, manualSource: 'credit-guard.yaml (manual)', account });
  const { problems, ...spending } = spendingOf(burns, payingAccount(settings.account, balance), settings);
  return {
    balance: {
      ...balance,
      problems: distinct([
        ...balance.problems,
        ...unread.flat(),
        ...problems,
        ...(history?.problems ?? []),
        ...(pool?.problems ?? []),
      ]),
      ...(history?.history.state === 'known' ? { history: history.history.value } : {}),
    },
    ...spending,
    reserved: pool?.reserved.state === 'known' ? joinReserved(reserved, pool.reserved.value) : reserved,
    isPoolKnown: pool?.reserved.state !== 'unknown',
  };
}

/** What keeps AWS from being asked at all keeps every call from it: it is said once for the credits and once for the burn. */
const OF_EVERY_CALL: ReadonlySet<NoticeCode> = new Set([
  'aws-no-credentials',
  'aws-login-expired',
  'aws-credentials-refused',
  'aws-clock-skew',
  'aws-endpoint-malformed',
  'aws-ca-bundle',
  'aws-file-unread',
  'aws-file-malformed',
  'aws-profile-missing',
  'aws-services-missing',
  'aws-proxy-malformed',
  'aws-packages-missing',
]);

function distinct(problems: readonly BalanceNotice[]): BalanceNotice[] {
  const told = new Set<string>();
  return problems.filter((problem) => {
    const { code, args } = problem;
    if (!('why' in args) || !OF_EVERY_CALL.has(args.why.code)) return true;
    const key = `${code} ${args.why.code}`;
    return !told.has(key) && told.add(key);
  });
}
