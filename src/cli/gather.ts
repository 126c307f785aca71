import { resolve } from 'node:path';
import { regionOfEnvironment } from '../adapters/aws-region';
import { type PlacedReading, readPipedPlans, readPlansFile } from '../adapters/plan-file';
import { planPaths } from '../adapters/plan-paths';
import { openConfiguration, type Workspace, Workspaces, type WrittenWorkspace } from '../adapters/workspace';
import type { ConfigPlace } from '../config/find';
import type { Input, Together } from '../core/assessment';
import { type Instant, isJudgeable, parseInstant } from '../core/instant';
import { type Notice, notice, type PlanPlace } from '../core/notice';
import type { Plan, Stack } from '../core/plan';
import { withAssumedRegion } from '../pulumi/region';
import { wordsOf } from '../words/notices';
import { NEEDED } from '../words/settings';
import { stackName } from '../words/verdict';
import { InputError, type Io } from './io';
import { progress } from './terminal';

/** What the options of a command say about where to read. All paths are as the user wrote them. */
export interface Sources {
  readonly config?: string | undefined;
  readonly credits?: string | undefined;
  readonly accountPlan?: string | undefined;
  readonly history?: string | undefined;
  /** The moment to judge at, as the user wrote it. */
  readonly date?: string | undefined;
  /** Leaves the owner's price book out: a refresh makes it. */
  readonly withoutBook?: boolean | undefined;
  /** False: the command reads the shared pool file itself. */
  readonly readsPool?: boolean;
}

export interface Gathered {
  readonly input: Input;
  readonly workspace: Workspace;
}

/** Reads everything the flow needs for one plan. @throws InputError with one line for each thing that is wrong. */
export async function gather(plan: string | undefined, sources: Sources, io: Io): Promise<Gathered> {
  const { input, workspace } = await gatherAll(plan === undefined ? [] : [plan], sources, io);
  const [first, ...others] = input.plans;
  if (first === undefined || others.length > 0) {
    const stacks = input.plans.map((one) => stackName(one.plan.stack));
    const problem = notice('several-plans', 'block', { count: stacks.length, stacks });
    throw new InputError([wordsOf(notice('plan-refused', 'block', { file: plan, problem }))]);
  }
  return { input: { ...input, plan: first.plan, settings: first.settings }, workspace };
}

export interface GatheredAll {
  readonly input: Together;
  /** Of the run: what the stacks have set is in it, each setting at its strictest. */
  readonly workspace: Workspace;
}

/**
 * The same for any number of plans, and for inputs that hold several; without any, from standard input. `paths`: files, as
 * `plansNamed` gives them.
 */
export async function gatherAll(paths: readonly string[], sources: Sources, io: Io): Promise<GatheredAll> {
  const { now, clock } = nowOf(sources, io); // a slip on the command line is told before anything is waited for
  const readings = await plansFrom(paths, io);
  const plans = readings.flatMap((one) => ('plan' in one ? [one] : []));
  const { workspace, settingsOf } = await openForAll(
    sources,
    io,
    plans.map(({ plan }) => plan),
  );
  const problems = [...readings.flatMap((one) => ('problem' in one ? [one.problem] : [])), ...twice(plans)];
  if (problems.length > 0) throw new InputError(problems.map(wordsOf));
  const region = (profile: string | undefined) => regionOfEnvironment(io.env, profile);
  const input: Together = {
    plans: plans.map(({ plan }) => ({ plan: withAssumedRegion(plan, region), settings: settingsOf(plan) })),
    balance: workspace.balance,
    settings: workspace.settings,
    prices: workspace.prices,
    confirmed: workspace.confirmed,
    now,
    clock,
  };
  return { input, workspace };
}

/** A stack that two documents describe would count twice. */
function twice(plans: readonly PlacedPlan[]): readonly Notice[] {
  const places = new Map<string, { readonly stack: Stack; readonly places: PlanPlace[] }>();
  for (const {
    plan: { stack },
    place,
  } of plans) {
    if (stack.name === null) continue;
    const key = `${stack.project}\n${stack.name}`;
    const known = places.get(key);
    if (known === undefined) places.set(key, { stack, places: [place] });
    else known.places.push(place);
  }
  return [...places.values()].filter((one) => one.places.length > 1).map((one) => notice('stack-twice', 'block', one));
}

type PlacedPlan = Extract<PlacedReading, { readonly plan: Plan }>;

/** The one clock of a command: `--date`, then CREDIT_GUARD_DATE, as in the pack. */
export function nowOf({ date }: Pick<Sources, 'date'>, io: Io): Pick<Required<Input>, 'now' | 'clock'> {
  const fromEnvironment = io.env['CREDIT_GUARD_DATE'] || undefined;
  if (date !== undefined) return { now: momentOf('--date', date), clock: 'fixed' };
  if (fromEnvironment !== undefined) return { now: momentOf('CREDIT_GUARD_DATE', fromEnvironment), clock: 'fixed' };
  return { now: Math.floor(io.now() / 1000) * 1000, clock: 'now' };
}

function momentOf(name: string, written: string): Instant {
  const moment = parseInstant(written);
  if (moment === undefined) throw new InputError([`${name} ${written}: ${NEEDED.start}.`]);
  if (isJudgeable(moment)) return moment;
  throw new InputError([`${name} ${written}: it is too far away; write a day from 2000 to 2199.`]);
}

/** Where this command looks for its configuration. */
export const configPlace = ({ config }: Pick<Sources, 'config'>, { env, cwd }: Io): ConfigPlace => ({
  named: config ?? (env['CREDIT_GUARD_CONFIG'] || undefined),
  from: cwd,
});

/** The same without a plan: of a stack that has no resources, which somebody names. */
export async function gatherFor(stack: Stack, sources: Sources, io: Io): Promise<Gathered> {
  const { workspace } = await openForAll(sources, io, []);
  const { balance, settings, confirmed, prices } = workspace;
  const nothing = { resources: [], before: undefined, external: new Map(), outside: new Map(), stackConfiguration: {} };
  const plan = { stack, ...nothing, problems: [] };
  return {
    input: { plan, balance, settings, prices, confirmed, ...nowOf(sources, io) },
    workspace,
  };
}

/** The configuration and the balance. */
export const openFor = async (sources: Sources, io: Io): Promise<Workspace> =>
  (await openForAll(sources, io, [])).workspace;

/** Limits on cash are for the cash of the stack that sets them. */
const OF_ITS_OWN: ReadonlySet<string> = new Set(['maxMonthlyCash', 'maxOneTimeCash']);

/**
 * The same with what stacks have set: of one stack all of it is the run's; of several, the run has the strictest of each
 * setting, and each stack its own.
 */
async function openForAll(sources: Sources, io: Io, plans: readonly Plan[]) {
  const workspaces = new Workspaces({
    environment: io.env,
    from: io.cwd,
    now: nowOf(sources, io).now,
    snapshot: pathIn(io, sources.credits),
    accountPlan: pathIn(io, sources.accountPlan),
    history: pathIn(io, sources.history),
    withoutBook: sources.withoutBook,
    readsPool: sources.readsPool,
  });
  const open = (stack: Plan['stackConfiguration']) => workspaces.open({ named: sources.config, policy: {}, stack });
  const written = new Map(
    plans.map(({ stackConfiguration }) => [JSON.stringify(stackConfiguration), stackConfiguration]),
  );
  const opened = new Map<string, Workspace>();
  for (const [key, stack] of written) opened.set(key, await open(stack));
  const [first, ...more] = [...opened.values()];
  const { strictestOf } = more.length > 0 ? await import('../config/layers.js') : { strictestOf: undefined };
  const workspace =
    strictestOf === undefined
      ? (first ?? (await open({})))
      : await open(strictestOf([...written.values()], OF_ITS_OWN));
  const told = new Set([...opened.values(), workspace].flatMap(({ problems }) => problems.map(wordsOf)));
  const problems = [...told, ...namedFileProblems(workspace, sources)];
  if (problems.length > 0) throw new InputError(problems);
  const settingsOf = (plan: Plan) => (opened.get(JSON.stringify(plan.stackConfiguration)) ?? workspace).settings;
  return { workspace, settingsOf };
}

/** The configuration alone, for a command that asks AWS itself or needs no balance. */
export async function openWritten({ config }: Pick<Sources, 'config'>, io: Io): Promise<WrittenWorkspace> {
  const request = { named: config, environment: io.env, from: io.cwd, policy: {}, stack: {} };
  const workspace = await openConfiguration(request);
  if (workspace.problems.length > 0) throw new InputError(workspace.problems.map(wordsOf));
  return workspace;
}

/**
 * A file that somebody named on this very command line and that cannot be read is a slip to be reported at once. One that
 * the configuration names is a finding, at the level that its owner chose.
 */
function namedFileProblems({ balance }: Workspace, { credits, accountPlan, history }: Sources): string[] {
  if (credits === undefined && accountPlan === undefined && history === undefined) return [];
  return balance.problems.filter(({ code }) => UNREAD.has(code)).map(wordsOf);
}

const UNREAD: ReadonlySet<string> = new Set([
  'balance-unreadable',
  'balance-refused',
  'balance-malformed',
  'balance-history-malformed',
]);

/** A path is kept as it was written where that names the same file: it comes back in messages. */
function pathIn({ cwd }: Io, path: string | undefined): string | undefined {
  return path === undefined || cwd === process.cwd() ? path : resolve(cwd, path);
}

/**
 * The files behind what somebody wrote: files, folders, patterns. `others`: files of this run that are no plans, and may lie
 * among them. @throws InputError where one names none.
 */
export async function plansNamed(written: readonly string[], io: Io, others: readonly string[] = []) {
  const found = await planPaths(written, io.cwd, others);
  if ('problem' in found) throw new InputError([wordsOf(found.problem)]);
  return found.paths;
}

async function plansFrom(paths: readonly string[], io: Io): Promise<readonly PlacedReading[]> {
  if (paths.length === 0 && io.stdin.isTTY === true)
    throw new InputError(['No plan was given. Pipe one in, or name a file:'], NO_PLAN);
  const readings: PlacedReading[] = [];
  for (const path of paths.length === 0 ? ['-'] : paths) {
    readings.push(...(path === '-' ? await plansFromInput(io) : plansOf(path, io)));
  }
  return readings;
}

function plansOf(path: string, io: Io): readonly PlacedReading[] {
  const done = progress(io, 'Reading the plan …');
  const readings = readPlansFile(pathIn(io, path) ?? path);
  done();
  return readings;
}

async function plansFromInput(io: Io): Promise<readonly PlacedReading[]> {
  const done = progress(io, 'Waiting for a plan on standard input …');
  const chunks: Buffer[] = [];
  for await (const chunk of io.stdin) chunks.push(Buffer.from(chunk));
  done();
  return readPipedPlans(Buffer.concat(chunks));
}

const NO_PLAN = [
  '  pulumi preview --json --show-sames | credit-guard check   what the next deployment costs',
  '  pulumi stack export | credit-guard check                  what is deployed now',
  'A built-in example: credit-guard demo',
];
