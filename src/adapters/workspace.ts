import { type Layers, layer } from '../config/layers';
import { type LoadedConfig, loadConfig } from '../config/load';
import type { Config } from '../config/schema';
import { settingsOf } from '../config/settings';
import type { Balance } from '../core/credits/credit';
import type { Instant } from '../core/instant';
import type { Settings } from '../core/settings';
import { readBalance } from './balance-files';

/** What an owner has set up for a stack: both faces start from it. */
export interface Workspace {
  readonly file: string | undefined;
  readonly config: Config;
  readonly settings: Settings;
  readonly balance: Balance;
  /** Lines about the configuration itself. */
  readonly problems: readonly string[];
  readonly origins: ReadonlyMap<string, string>;
}

export interface WorkspaceRequest {
  /** A path that somebody named, before CREDIT_GUARD_CONFIG and the search. */
  readonly named: string | undefined;
  readonly environment: NodeJS.ProcessEnv;
  readonly from: string;
  readonly now: Instant;
  readonly policy: Layers['policy'];
  readonly stack: Layers['stack'];
  /** Files named on the command line. */
  readonly snapshot?: string | undefined;
  readonly accountPlan?: string | undefined;
}

/** Finds and reads the configuration and the balance. Never throws; without any of them everything has its default. */
export function openWorkspace(request: WorkspaceRequest): Workspace {
  return combineWorkspace(loadConfig(placeOf(request)), request);
}

/** The same for a configuration that was read before: a pack reads its file once and asks for every policy. */
export function combineWorkspace(loaded: LoadedConfig, request: WorkspaceRequest): Workspace {
  const { config, problems, origins } = layer({
    file: loaded.config,
    fileName: loaded.file ?? 'credit-guard.yaml',
    policy: request.policy,
    stack: request.stack,
  });
  const settings = settingsOf(config);
  const { now, snapshot, accountPlan } = request;
  return {
    file: loaded.file,
    config,
    settings,
    balance: readBalance({
      config,
      configFile: loaded.file,
      snapshot,
      accountPlan,
      maxAgeDays: settings.maxAgeDays,
      now,
    }),
    problems: [...loaded.errors, ...problems],
    origins,
  };
}

export const placeOf = ({ named, environment, from }: Pick<WorkspaceRequest, 'named' | 'environment' | 'from'>) => ({
  named: named ?? (environment['CREDIT_GUARD_CONFIG'] || undefined),
  from,
});
