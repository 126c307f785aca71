import { type ConfigPlace, type FoundConfig, findConfig } from '../config/find';
import type { Layers } from '../config/layers';
import { settingsOf } from '../config/read-settings';
import type { Config } from '../config/schema';
import { pricingOf } from '../core/charges/services';
import type { Balance } from '../core/credits/credit';
import type { Instant } from '../core/instant';
import { type Notice, type NoticeArgs, notice } from '../core/notice';
import type { Settings } from '../core/settings';
import { awsType } from '../pulumi/aws-terms';
import { readBalance } from './balance-files';

/** What an owner has set up for a stack: both faces start from it. */
export interface Workspace {
  readonly file: string | undefined;
  readonly config: Config;
  readonly settings: Settings;
  readonly balance: Balance;
  /** What is wrong with the configuration itself. */
  readonly problems: readonly Notice[];
  /** Which settings of a policy come from elsewhere than the file, by `policy.setting`. */
  readonly origins: ReadonlyMap<string, 'policy' | 'stack'>;
  /** The file has a mistake, so none of its settings applies. */
  readonly refusal: Notice | undefined;
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

type Written = Pick<Workspace, 'file' | 'config' | 'problems' | 'origins'> & {
  /** Which file does not apply, because of a mistake in it. */
  readonly ignored: NoticeArgs['config-ignored'] | undefined;
};

const NOTHING_WRITTEN: Written = { file: undefined, config: {}, problems: [], origins: new Map(), ignored: undefined };

const isWritten = (values: Readonly<Record<string, unknown>>): boolean =>
  Object.values(values).some((value) => typeof value !== 'object' || Object.keys(value ?? {}).length > 0);

async function read(found: FoundConfig | undefined, { policy, stack }: WorkspaceRequest): Promise<Written> {
  const [{ loadConfig }, { layer }, { usageProblems }] = await Promise.all([
    import('../config/load.js'),
    import('../config/layers.js'),
    import('../config/usage-fields.js'),
  ]);
  const { file, config, errors, notes } = loadConfig(found);
  const layered = layer({ file: config, policy, stack });
  const usage = file === undefined ? [] : usageProblems(config, usageFieldsOf, file);
  const problems = [...errors, ...notes, ...usage, ...layered.problems];
  const isReadable = errors[0]?.code !== 'config-unreadable';
  const ignored = file === undefined || errors.length === 0 ? undefined : { file, isReadable };
  return { file, config: layered.config, problems, origins: layered.origins, ignored };
}

/** The usage fields of a type, as an owner or a plan names it. */
export const usageFieldsOf = (type: string): string[] => Object.keys(pricingOf(awsType(type))?.usage ?? {});

function workspaceOf({ ignored, ...written }: Written, { now, snapshot, accountPlan }: WorkspaceRequest): Workspace {
  const settings = settingsOf(written.config);
  const balance = readBalance({ settings, configFile: written.file, snapshot, accountPlan, now });
  const refusal = ignored && notice('config-ignored', settings.outlook.onInvalidConfig, ignored, ignored.file);
  return { ...written, settings, balance, refusal };
}

const placeOf = ({ named, environment, from }: WorkspaceRequest): ConfigPlace => ({
  named: named ?? (environment['CREDIT_GUARD_CONFIG'] || undefined),
  from,
});
