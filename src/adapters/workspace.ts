import { type FoundConfig, findConfig } from '../config/find';
import type { Layered, Layers } from '../config/layers';
import { settingsOf } from '../config/read-settings';
import type { Config } from '../config/schema';
import { pricingOf } from '../core/charges/services';
import { type Confirmed, nothingConfirmed } from '../core/coverage/confirmed';
import type { Balance } from '../core/credits/credit';
import type { Instant } from '../core/instant';
import { type Notice, type NoticeArgs, notice } from '../core/notice';
import type { Settings } from '../core/settings';
import { awsType } from '../pulumi/aws-terms';
import { type Account, readAccount } from './account';

/** What an owner has set up for a stack: both faces start from it. */
export interface Workspace {
  readonly file: string | undefined;
  readonly config: Config;
  readonly settings: Settings;
  readonly balance: Balance;
  /** What the owner has looked up. */
  readonly confirmed: Confirmed;
  /** What is wrong with the configuration itself. */
  readonly problems: readonly Notice[];
  /** Which settings of a policy come from elsewhere than the file, by `policy.setting`. */
  readonly origins: ReadonlyMap<string, 'policy' | 'stack'>;
  /** The file has a mistake, so none of its settings applies. */
  readonly refusal: Notice | undefined;
}

/** What stays the same for a whole run, and files named on the command line. */
export interface Surroundings {
  readonly environment: NodeJS.ProcessEnv;
  readonly from: string;
  readonly now: Instant;
  readonly snapshot?: string | undefined;
  readonly accountPlan?: string | undefined;
  readonly history?: string | undefined;
}

export interface WorkspaceRequest {
  /** A path that somebody named, before CREDIT_GUARD_CONFIG and the search. */
  readonly named: string | undefined;
  readonly policy: Layers['policy'];
  readonly stack: Layers['stack'];
}

/** One configuration file, and the account and the saved answers that it names. */
interface Base {
  readonly written: Written;
  readonly account: Account;
  readonly confirmed: Confirmed;
}

type Written = Pick<Workspace, 'file' | 'config' | 'problems'> & {
  /** Which file does not apply, because of a mistake in it. */
  readonly ignored: NoticeArgs['config-ignored'] | undefined;
};

const NOTHING_WRITTEN: Written = { file: undefined, config: {}, problems: [], ignored: undefined };

/**
 * Opens workspaces for one run. A configuration file and its account are read once, however many policies ask: each lays
 * its own settings over them.
 */
export class Workspaces {
  private readonly bases = new Map<string | undefined, Promise<Base>>();

  constructor(private readonly surroundings: Surroundings) {}

  /**
   * Finds and reads the configuration and the account. Never throws; without any of them everything has its default, and
   * then the libraries that read configurations are not even loaded.
   */
  async open({ named, policy, stack }: WorkspaceRequest): Promise<Workspace> {
    const found = find(named, this.surroundings);
    let base = this.bases.get(found?.file);
    if (base === undefined) {
      base = readBase(found, this.surroundings);
      this.bases.set(found?.file, base);
    }
    const { written, account, confirmed } = await base;
    const workspace = await laidOver(written, policy, stack);
    const { burn, isBurnCoveredOnly, burnBill } = account;
    const settings = { ...workspace.settings, burn, isBurnCoveredOnly, burnBill };
    return { ...workspace, settings, balance: account.balance, confirmed };
  }
}

/** A workspace without the account and the saved answers. */
export type WrittenWorkspace = Omit<Workspace, 'balance' | 'confirmed'>;

/** The configuration alone: no file of a balance is read, and nobody is asked. Never throws. */
export async function openConfiguration({
  named,
  policy,
  stack,
  ...surroundings
}: WorkspaceRequest & Pick<Surroundings, 'environment' | 'from'>): Promise<WrittenWorkspace> {
  const found = find(named, surroundings);
  return laidOver(found === undefined ? NOTHING_WRITTEN : await read(found), policy, stack);
}

/** A path that somebody named, then CREDIT_GUARD_CONFIG, then upward. */
const find = (named: string | undefined, { environment, from }: Pick<Surroundings, 'environment' | 'from'>) =>
  findConfig({ named: named ?? (environment['CREDIT_GUARD_CONFIG'] || undefined), from });

async function readBase(found: FoundConfig | undefined, surroundings: Surroundings): Promise<Base> {
  const written = found === undefined ? NOTHING_WRITTEN : await read(found);
  const settings = settingsOf(written.config);
  const account = await readAccount({ ...surroundings, settings, configFile: written.file });
  const { confirmed, problems } = await readAnswers(settings.confirmed, written.file);
  return { written: { ...written, problems: [...written.problems, ...problems] }, account, confirmed };
}

/** The saved answers under `confirmed:`. Most configurations name none, and load nothing for it. */
async function readAnswers(files: readonly string[], configFile: string | undefined) {
  if (files.length === 0) return { confirmed: nothingConfirmed, problems: [] };
  const { readConfirmedFiles } = await import('./confirmed-files.js');
  return readConfirmedFiles(files, configFile);
}

async function read(found: FoundConfig): Promise<Written> {
  const [{ loadConfig }, { usageProblems }] = await Promise.all([
    import('../config/load.js'),
    import('../config/usage-fields.js'),
  ]);
  const { file, config, errors, notes } = loadConfig(found);
  const usage = usageProblems(config, usageFieldsOf, found.file);
  const isReadable = errors[0]?.code !== 'config-unreadable';
  const ignored = errors.length === 0 ? undefined : { file: found.file, isReadable };
  return { file, config, problems: [...errors, ...notes, ...usage], ignored };
}

/** The usage fields of a type, as an owner or a plan names it. */
export const usageFieldsOf = (type: string): string[] => Object.keys(pricingOf(awsType(type))?.usage ?? {});

async function laidOver(
  { file, config: written, problems, ignored }: Written,
  policy: Layers['policy'],
  stack: Layers['stack'],
): Promise<WrittenWorkspace> {
  const isPlain = file === undefined && !isWritten(policy) && !isWritten(stack);
  const layered = isPlain
    ? NOTHING_LAID_OVER
    : (await import('../config/layers.js')).layer({ file: written, policy, stack });
  const { config, origins } = layered;
  const settings = settingsOf(config);
  const refusal = ignored && notice('config-ignored', settings.outlook.onInvalidConfig, ignored, ignored.file);
  return { file, config, settings, problems: [...problems, ...layered.problems], origins, refusal };
}

const NOTHING_LAID_OVER: Layered = { config: {}, problems: [], origins: new Map() };

const isWritten = (values: Readonly<Record<string, unknown>>): boolean =>
  Object.values(values).some((value) => typeof value !== 'object' || Object.keys(value ?? {}).length > 0);
