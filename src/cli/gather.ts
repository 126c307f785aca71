import { resolve } from 'node:path';
import { regionOfEnvironment } from '../adapters/aws-region';
import { type PlanFileReading, readPipedPlan, readPlanFile } from '../adapters/plan-file';
import { BundledPrices } from '../adapters/price-book';
import { openConfiguration, openWorkspace, type Workspace, type WrittenWorkspace } from '../adapters/workspace';
import type { ConfigPlace } from '../config/find';
import type { Input } from '../core/assess';
import { type Instant, isJudgeable, parseInstant } from '../core/instant';
import type { Plan } from '../core/plan';
import { withAssumedRegion } from '../pulumi/region';
import { wordsOf } from '../words/notices';
import { NEEDED } from '../words/settings';
import { InputError, type Io } from './io';
import { progress } from './terminal';

/** What the options of a command say about where to read. All paths are as the user wrote them. */
export interface Sources {
  readonly config?: string | undefined;
  readonly credits?: string | undefined;
  readonly accountPlan?: string | undefined;
  /** The moment to judge at, as the user wrote it. */
  readonly date?: string | undefined;
}

export interface Gathered {
  readonly input: Input;
  readonly workspace: Workspace;
}

/** Reads everything the flow needs. @throws InputError with one line for each thing that is wrong. */
export async function gather(plan: string | undefined, sources: Sources, io: Io): Promise<Gathered> {
  const { now, clock } = nowOf(sources, io); // a slip on the command line is told before anything is waited for
  const reading = await planFrom(plan, io);
  const workspace = await openFor(sources, io, 'plan' in reading ? reading.plan.stackConfiguration : {});
  if ('problem' in reading) throw new InputError([wordsOf(reading.problem)]);
  const input: Input = {
    plan: withAssumedRegion(reading.plan, (profile) => regionOfEnvironment(io.env, profile)),
    balance: workspace.balance,
    settings: workspace.settings,
    prices: new BundledPrices(),
    confirmed: workspace.confirmed,
    now,
    clock,
  };
  return { input, workspace };
}

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

/** The configuration and the balance. */
export async function openFor(
  sources: Sources,
  io: Io,
  stackConfiguration: Plan['stackConfiguration'] = {},
): Promise<Workspace> {
  const workspace = await openWorkspace({
    named: sources.config,
    environment: io.env,
    from: io.cwd,
    now: nowOf(sources, io).now,
    policy: {},
    stack: stackConfiguration,
    snapshot: pathIn(io, sources.credits),
    accountPlan: pathIn(io, sources.accountPlan),
  });
  const problems = [...workspace.problems.map(wordsOf), ...namedFileProblems(workspace, sources)];
  if (problems.length > 0) throw new InputError(problems);
  return workspace;
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
function namedFileProblems({ balance }: Workspace, { credits, accountPlan }: Sources): string[] {
  if (credits === undefined && accountPlan === undefined) return [];
  return balance.problems
    .filter(({ code }) => code === 'balance-unreadable' || code === 'balance-refused' || code === 'balance-malformed')
    .map(wordsOf);
}

/** A path is kept as it was written where that names the same file: it comes back in messages. */
function pathIn({ cwd }: Io, path: string | undefined): string | undefined {
  return path === undefined || cwd === process.cwd() ? path : resolve(cwd, path);
}

async function planFrom(path: string | undefined, io: Io): Promise<PlanFileReading> {
  if (path === undefined && io.stdin.isTTY === true)
    throw new InputError(['No plan was given. Pipe one in, or name a file:'], NO_PLAN);
  const file = path === '-' ? undefined : pathIn(io, path);
  if (file === undefined) return planFromInput(io);
  const done = progress(io, 'Reading the plan …');
  const reading = readPlanFile(file);
  done();
  return reading;
}

async function planFromInput(io: Io): Promise<PlanFileReading> {
  const done = progress(io, 'Waiting for a plan on standard input …');
  const chunks: Buffer[] = [];
  for await (const chunk of io.stdin) chunks.push(Buffer.from(chunk));
  done();
  return readPipedPlan(Buffer.concat(chunks));
}

const NO_PLAN = [
  '  pulumi preview --json --show-sames | credit-guard check   what the next deployment costs',
  '  pulumi stack export | credit-guard check                  what is deployed now',
  'A built-in example: credit-guard demo',
];
