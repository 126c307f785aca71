import { CONFIG_FILE, type ConfigPlace, type FoundConfig, findConfig } from '../config/find';
import type { Layers } from '../config/layers';
import type { Config } from '../config/schema';
import { settingsOf } from '../config/settings';
import { pricingOf } from '../core/charges/services';
import type { Balance } from '../core/credits/credit';
import type { Instant } from '../core/instant';
import type { Settings } from '../core/settings';
import { classicType, isNative } from '../plan/aws-native';
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
  /** The file has a mistake, so none of its settings holds. */
  readonly isRefused: boolean;
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

/**
 * Finds and reads the configuration and the balance. Never throws; without any of them everything has its default, and
 * then the libraries that read configurations are not even loaded.
 */
export async function openWorkspace(request: WorkspaceRequest): Promise<Workspace> {
  const found = findConfig(placeOf(request));
  const isPlain = found === undefined && !isWritten(request.policy) && !isWritten(request.stack);
  return isPlain ? workspaceOf(NOTHING_WRITTEN, request) : workspaceOf(await read(found, request), request);
}

interface Written {
  readonly file: string | undefined;
  readonly config: Config;
  readonly problems: readonly string[];
  readonly origins: ReadonlyMap<string, string>;
  readonly isRefused: boolean;
}

const NOTHING_WRITTEN: Written = { file: undefined, config: {}, problems: [], origins: new Map(), isRefused: false };

const isWritten = (values: Readonly<Record<string, unknown>>): boolean =>
  Object.values(values).some((value) => typeof value !== 'object' || Object.keys(value ?? {}).length > 0);

async function read(found: FoundConfig | undefined, { policy, stack }: WorkspaceRequest): Promise<Written> {
  const [{ loadConfig }, { layer }, { usageProblems }] = await Promise.all([
    import('../config/load.js'),
    import('../config/layers.js'),
    import('../config/usage-fields.js'),
  ]);
  const { file, config, errors } = loadConfig(found);
  const fileName = file ?? CONFIG_FILE;
  const layered = layer({ file: config, fileName, policy, stack });
  const problems = [...errors, ...usageProblems(config, usageFieldsOf, fileName), ...layered.problems];
  return { file, config: layered.config, problems, origins: layered.origins, isRefused: errors.length > 0 };
}

const usageFieldsOf = (type: string): string[] =>
  Object.keys(pricingOf(isNative(type) ? classicType(type) : type)?.usage ?? {});

function workspaceOf(written: Written, { now, snapshot, accountPlan }: WorkspaceRequest): Workspace {
  const settings = settingsOf(written.config);
  const { file: configFile, config } = written;
  const { maxAgeDays } = settings;
  return { ...written, settings, balance: readBalance({ config, configFile, snapshot, accountPlan, maxAgeDays, now }) };
}

const placeOf = ({ named, environment, from }: WorkspaceRequest): ConfigPlace => ({
  named: named ?? (environment['CREDIT_GUARD_CONFIG'] || undefined),
  from,
});
