import { dirname, resolve } from 'node:path';
import { type BalanceSources, combine } from '../core/credits/balance';
import type { Balance } from '../core/credits/credit';
import type { Instant } from '../core/instant';
import type { Settings } from '../core/settings';
import type { AccountPart, Source } from './sources/source';

/**
 * What a plan is held against, whatever the settings of a policy say: it is read once per run. What other stacks have
 * reserved is a setting (`pool.reserved`), and no source is asked for it.
 */
export interface Account {
  readonly balance: Balance;
  /** USD a month by billed product, before credits; undefined when it is not known. */
  readonly burn: Settings['burn'];
}

/** Which sources an owner has named, and until when they may take. */
export interface AccountRequest {
  readonly settings: Settings;
  /** The configuration file, which relative paths in it start from. */
  readonly configFile: string | undefined;
  /** Files named on the command line: these win over the configuration. */
  readonly snapshot?: string | undefined;
  readonly accountPlan?: string | undefined;
  readonly now: Instant;
}

/** A preview waits this long for everything that is read, in milliseconds. */
const DEADLINE = 5_000;

/** Reads the account from where its owner says. Never throws: what is wrong becomes a problem of the balance. */
export async function readAccount(request: AccountRequest): Promise<Account> {
  const sources = await sourcesOf(request);
  const signal = AbortSignal.timeout(DEADLINE);
  const parts = await Promise.all(sources.map((source) => source.read(signal)));
  return accountOf(Object.assign({}, ...parts));
}

/** The sources that this run asks; no other is loaded. */
async function sourcesOf({ settings, configFile, snapshot, accountPlan, now }: AccountRequest): Promise<Source[]> {
  const sources: Source[] = [];
  if (settings.manual !== undefined || settings.burn !== undefined) {
    sources.push((await import('./sources/by-hand.js')).byHand(settings));
  }
  const besideConfig = (path: string) => resolve(configFile === undefined ? '.' : dirname(configFile), path);
  const placeOf = (given: string | undefined, configured: string | undefined) =>
    given !== undefined
      ? { path: given, name: given }
      : configured !== undefined && { path: besideConfig(configured), name: configured };
  const creditsPlace = placeOf(snapshot, settings.snapshot);
  const planPlace = placeOf(accountPlan, settings.accountPlan);
  if (creditsPlace || planPlace) {
    const { creditsFile, accountPlanFile } = await import('./sources/files.js');
    const context = { now, maxAgeDays: settings.maxAgeDays };
    if (creditsPlace) sources.push(creditsFile(creditsPlace, context));
    if (planPlace) sources.push(accountPlanFile(planPlace, context));
  }
  return sources;
}

function accountOf({ snapshot, accountPlan, manual, burn }: AccountPart): Account {
  const parts: BalanceSources = { snapshot, accountPlan, manual, manualSource: 'credit-guard.yaml (manual)' };
  const balance = combine(parts);
  if (burn === undefined) return { balance, burn: undefined };
  return {
    balance: { ...balance, problems: [...balance.problems, ...burn.problems] },
    burn: burn.monthly.state === 'known' ? burn.monthly.value : undefined,
  };
}
