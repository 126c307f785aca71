import { dirname, resolve } from 'node:path';
import { type FoundConfig, findConfig } from '../config/find';
import type { Layered, Layers } from '../config/layers';
import { settingsOf } from '../config/read-settings';
import type { Config } from '../config/schema';
import type { UsageTypes } from '../config/usage-fields';
import type { PriceBook } from '../core/charges/prices';
import { allTypes, classOf, pricingOf } from '../core/charges/services';
import { type Confirmed, nothingConfirmed } from '../core/coverage/confirmed';
import type { Balance } from '../core/credits/credit';
import type { Instant } from '../core/instant';
import { nearest } from '../core/nearest';
import { type Notice, type NoticeArgs, notice } from '../core/notice';
import type { Settings } from '../core/settings';
import { awsType } from '../pulumi/aws-terms';
import { type Account, readAccount } from './account';
import type { Bases } from './base-config';
import { BundledPrices } from './price-book';

/** What an owner has set up for a stack: both faces start from it. */
export interface Workspace {
  readonly file: string | undefined;
  readonly config: Config;
  readonly settings: Settings;
  readonly balance: Balance;
  /** What the owner has looked up. */
  readonly confirmed: Confirmed;
  /** The owner's own over those of the package. */
  readonly prices: PriceBook;
  /** What is wrong with the configuration itself. */
  readonly problems: readonly Notice[];
  readonly bases: Bases;
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
  /** Leaves the owner's price book out. */
  readonly withoutBook?: boolean | undefined;
  readonly readsPool?: boolean | undefined;
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
  readonly prices: PriceBook;
}

type Written = Pick<Workspace, 'file' | 'config' | 'problems' | 'bases'> & {
  /** Which file does not apply, because of a mistake in it. */
  readonly ignored: NoticeArgs['config-ignored'] | undefined;
};

/** The files and addresses behind them, each once. */
export const baseNames = (bases: Bases): string[] => [...new Set([...bases.values()].map(({ base }) => base))];

const NO_BASES: Bases = new Map();

const NOTHING_WRITTEN: Written = { file: undefined, config: {}, problems: [], bases: NO_BASES, ignored: undefined };

/**
 * Opens workspaces for one run. A configuration file and its account are read once, however many policies ask: each lays
 * its own settings over them.
 */
export class Workspaces {
  private readonly bases = new Map<string | undefined, Promise<Base>>();

  constructor(
    private readonly surroundings: Surroundings,
    private readonly shipped: PriceBook = new BundledPrices(),
  ) {}

  /**
   * Finds and reads the configuration and the account. Never throws; without any of them everything has its default, and
   * then the libraries that read configurations are not even loaded.
   */
  async open({ named, policy, stack }: WorkspaceRequest): Promise<Workspace> {
    const found = find(named, this.surroundings);
    let base = this.bases.get(found?.file);
    if (base === undefined) {
      base = readBase(found, this.surroundings, this.shipped);
      this.bases.set(found?.file, base);
    }
    const { written, account, confirmed, prices } = await base;
    const workspace = await laidOver(written, policy, stack);
    const { balance, reserved, ...read } = account;
    const pool = { ...workspace.settings.pool, reserved };
    const settings = { ...workspace.settings, ...read, pool };
    return { ...workspace, settings, balance, confirmed, prices };
  }
}

/** A workspace without the account, the saved answers and the prices. */
export type WrittenWorkspace = Omit<Workspace, 'balance' | 'confirmed' | 'prices'>;

/** The configuration alone: no file of a balance is read, and nobody is asked. Never throws. */
export async function openConfiguration({
  named,
  policy,
  stack,
  ...surroundings
}: WorkspaceRequest & Pick<Surroundings, 'environment' | 'from'>): Promise<WrittenWorkspace> {
  const found = find(named, surroundings);
  return laidOver(found === undefined ? NOTHING_WRITTEN : await read(found, surroundings.environment), policy, stack);
}

/** A path that somebody named, then CREDIT_GUARD_CONFIG, then upward. */
const find = (named: string | undefined, { environment, from }: Pick<Surroundings, 'environment' | 'from'>) =>
  findConfig({ named: named ?? (environment['CREDIT_GUARD_CONFIG'] || undefined), from });

async function readBase(found: FoundConfig | undefined, surroundings: Surroundings, shipped: PriceBook): Promise<Base> {
  const written = found === undefined ? NOTHING_WRITTEN : await read(found, surroundings.environment);
  const settings = settingsOf(written.config);
  const account = await readAccount({ ...surroundings, settings, configFile: written.file });
  const [answers, book] = await Promise.all([
    readAnswers(settings.confirmed, written.file),
    readPrices(surroundings.withoutBook === true ? undefined : settings.prices, written.file, shipped),
  ]);
  const problems = [...written.problems, ...answers.problems, ...book.problems];
  return { written: { ...written, problems }, account, confirmed: answers.confirmed, prices: book.prices };
}

/** The price book under `prices:`, over the one that ships with the package. Never throws. */
export async function readPrices(
  named: string | undefined,
  configFile: string | undefined,
  shipped: PriceBook = new BundledPrices(),
): Promise<{ readonly prices: PriceBook; readonly problems: readonly Notice[] }> {
  if (named === undefined) return { prices: shipped, problems: [] };
  const { OwnPrices, readOwnBook } = await import('./own-prices.js');
  const read = readOwnBook(resolve(configFile === undefined ? '.' : dirname(configFile), named));
  if ('book' in read) return { prices: new OwnPrices(read.book, shipped), problems: [] };
  const problem = notice('price-book-unread', 'warn', { file: named, fault: read.fault }, named);
  return { prices: shipped, problems: [problem] };
}

/** The saved answers under `confirmed:`. Most configurations name none, and load nothing for it. */
async function readAnswers(files: readonly string[], configFile: string | undefined) {
  if (files.length === 0) return { confirmed: nothingConfirmed, problems: [] };
  const { readConfirmedFiles } = await import('./confirmed-files.js');
  return readConfirmedFiles(files, configFile);
}

async function read(found: FoundConfig, environment: NodeJS.ProcessEnv): Promise<Written> {
  const [{ loadConfig, placesIn }, { usageProblems }] = await Promise.all([
    import('../config/load.js'),
    import('../config/usage-fields.js'),
  ]);
  const loaded = loadConfig(found);
  const { file, notes } = loaded;
  const folder = dirname(found.file);
  // Most files extend nothing, and load nothing for it.
  const { config, errors, bases } =
    loaded.config.extends === undefined || !('text' in found)
      ? { ...loaded, bases: NO_BASES }
      : await (await import('./base-config.js')).withBase(
          { ...loaded, name: found.file, text: found.text, folder },
          environment,
        );
  const text = 'text' in found ? found.text : '';
  const usage = usageProblems(config, usageTypes, (path) => placesIn(text, found.file)(path));
  const isReadable = errors[0]?.code !== 'config-unreadable';
  const ignored = errors.length === 0 ? undefined : { file: found.file, isReadable };
  return { file, config, problems: [...errors, ...notes, ...usage], bases, ignored };
}

/** Usage of types, as an owner or a plan names them. */
export const usageTypes: UsageTypes = {
  fieldsOf: (type) => Object.keys(pricingOf(awsType(type))?.usage ?? {}),
  nearestTo: (type) => (classOf(awsType(type)) === undefined ? nearest(type, allTypes()) : undefined),
};

async function laidOver(
  { file, config: written, problems, bases, ignored }: Written,
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
  return { file, config, settings, problems: [...problems, ...layered.problems], bases, origins, refusal };
}

const NOTHING_LAID_OVER: Layered = { config: {}, problems: [], origins: new Map() };

const isWritten = (values: Readonly<Record<string, unknown>>): boolean =>
  Object.values(values).some((value) => typeof value !== 'object' || Object.keys(value ?? {}).length > 0);
