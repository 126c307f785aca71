import { ReadFailure } from '../../adapters/aws/failure';
import { openPool, type PoolFile } from '../../adapters/pool/pool-file';
import { type Instant, isoInstant, MS_PER_DAY, MS_PER_HOUR, parseInstant } from '../../core/instant';
import { dollars, type Usd } from '../../core/money';
import type { Stack } from '../../core/plan';
import { reservedNow, running, withoutReservations, withReservation } from '../../core/pool';
import { type ToReserve, toReserve } from '../../core/to-reserve';
import { wordsOf } from '../../words/notices';
import { clean, counted, someOf } from '../../words/text';
import { stackName } from '../../words/verdict';
import { amountOf } from '../amounts';
import { untilOf } from '../exceptions';
import { EXIT, type ExitCode } from '../exit-codes';
import { type Gathered, gather, gatherFor, nowOf, openWritten, type Sources } from '../gather';
import { InputError, type Io, write } from '../io';
import { progress } from '../terminal';

export interface ReserveOptions extends Pick<Sources, 'config' | 'credits' | 'accountPlan'> {
  /** `project/stack`, where no plan names it, or another name than its own. */
  readonly stack?: string | undefined;
  readonly deployment: string;
  readonly usd?: string | undefined;
  /** When it ends, as the user wrote it: a date, or how long from now. */
  readonly until: string;
}

export interface ReleaseOptions extends Pick<Sources, 'config'> {
  /** Undefined: all of them. */
  readonly deployment?: string | undefined;
}

/** A deployment may take longer than a preview. */
const SECONDS = 30;

/**
 * Sets aside what a stack draws on the credits, or a stated amount, so that no other stack counts on it. Reads the pool file,
 * decides and writes as one: of two that come at the same moment, the second sees what the first has reserved.
 */
export async function reserve(plan: string | undefined, options: ReserveOptions, io: Io): Promise<ExitCode> {
  const { now } = nowOf({}, io);
  const until = endOf(options.until, now);
  const usd = options.usd === undefined ? undefined : amountOf('--usd', options.usd);
  const { input, workspace } = await gatherStack(plan, options, io);
  const { balance } = input;
  if (balance.credits.state === 'unknown') throw new InputError(balance.problems.map(wordsOf));
  for (const problem of balance.problems) await write(io.stderr, `${clean(wordsOf(problem), 1000)}\n`);
  const stack = nameOf(input.plan.stack);
  let asked: Asked | undefined;
  const file = await editPool(workspace, io, (before) => {
    asked = known(toReserve(input, reservedNow(before, now), { until, usd }));
    const reservation = { stack, deployment: options.deployment, usd: asked.usd, since: now, until };
    return isHeld(asked) ? withReservation(before, reservation, now) : undefined;
  });
  if (asked === undefined) throw new Error('the pool file was not read');
  if (asked.isPartial) await write(io.stderr, `${IS_PARTIAL}\n`);
  await write(io.stdout, `${linesOf(asked, stack, until, file).join('\n')}\n`);
  return isHeld(asked) ? EXIT.fine : EXIT.findings;
}

/** Gives back what a stack has reserved. What is not reserved is given back already. */
export async function release(stack: string, { deployment, config }: ReleaseOptions, io: Io): Promise<ExitCode> {
  const { now } = nowOf({}, io);
  const name = nameOf(stackOf(stack));
  let released = 0;
  const file = await editPool(await openWritten({ config }, io), io, (before) => {
    const after = withoutReservations(before, { stack: name, deployment }, now);
    released = running(before, now).length - after.length;
    return released === 0 ? undefined : after;
  });
  const what = released === 0 ? 'Nothing was reserved' : `Released ${counted(released, 'reservation')}`;
  await write(
    io.stdout,
    `${what} for ${clean(name)}${deployment === undefined ? '' : ` by deployment ${clean(deployment)}`} in ${clean(file.name)}.\n`,
  );
  return EXIT.fine;
}

const IS_PARTIAL = 'The plan draws this or more: `credit-guard check` shows what has no known amount.';

type Asked = ToReserve & { readonly free: Usd };

/** @throws InputError, so that nothing is written. */
function known(asked: ToReserve): Asked {
  const { free } = asked;
  if (free !== undefined) return { ...asked, free };
  throw new InputError(['The amount of a credit is not known, so what is left is not either: `credit-guard credits`']);
}

const isHeld = ({ usd, free }: Asked): boolean => free.gte(usd);

function linesOf({ usd, free, rest, others }: Asked, stack: string, until: Instant, file: PoolFile): string[] {
  const [name, place, end] = [clean(stack), clean(file.name), isoInstant(until)];
  const by = someOf(others.map((one) => `${clean(one.stack)} ${dollars(one.usd)}`));
  if (free.lt(usd))
    return [
      `Not reserved: ${name} would draw ${dollars(usd)} of the credits until ${end}, and ${dollars(free)} of that is left.`,
      others.length === 0 ? 'No other stack has reserved any.' : `Reserved by others: ${by} (${place}).`,
    ];
  if (usd.eq(0)) return [`Nothing is reserved for ${name}: it draws $0.00 of the credits until ${end}.`];
  return [
    `Reserved ${dollars(usd)} of the credits for ${name} until ${end} in ${place}.${rest === undefined ? '' : ` ${dollars(rest)} is left.`}`,
  ];
}

/** The plan, or the stack that is named in place of one. */
async function gatherStack(plan: string | undefined, options: ReserveOptions, io: Io): Promise<Gathered> {
  const sources = { ...options, readsPool: false };
  const named = options.stack === undefined ? undefined : stackOf(options.stack);
  if (named !== undefined && options.usd !== undefined && plan === undefined) return gatherFor(named, sources, io);
  const { input, workspace } = await gather(plan, sources, io);
  return { input: named === undefined ? input : { ...input, plan: { ...input.plan, stack: named } }, workspace };
}

/** Where the settings say. @throws InputError with one line when it was not edited, or when that is not known. */
async function editPool(
  { settings, file: configFile }: Pick<Gathered['workspace'], 'settings' | 'file'>,
  io: Io,
  change: Parameters<PoolFile['edit']>[0],
): Promise<PoolFile> {
  const written = settings.pool.file;
  if (written === undefined) throw new InputError(NO_POOL);
  const deadline = { signal: AbortSignal.timeout(SECONDS * 1000), seconds: SECONDS };
  const done = progress(io, 'Writing the shared pool file …');
  try {
    const file = await openPool({ written, configFile, environment: io.env, deadline });
    await file.edit(change);
    return file;
  } catch (error) {
    if (error instanceof ReadFailure) throw new InputError([`${written}: ${wordsOf(error.notice)}`]);
    throw error;
  } finally {
    done();
  }
}

const NO_POOL = [
  'pool: file: is not set, so there is nowhere to reserve. Name the file that all stacks share in credit-guard.yaml, such as pool: { file: s3://acme-credits/pool.json }',
];

/** `project/stack` or `organization/project/stack`. */
function stackOf(written: string): Stack {
  const [name, project, organization, ...others] = written.split('/').reverse();
  if (name && project && organization !== '' && others.length === 0)
    return { organization: organization ?? null, project, name };
  throw new InputError([`${written}: write a stack as project/stack or organization/project/stack`]);
}

function nameOf(stack: Stack): string {
  if (stack.project !== null && stack.name !== null) return stackName(stack);
  throw new InputError(['The plan does not name its stack: add --stack project/stack']);
}

/** Longer, it is no deployment that has reserved. */
const LONGEST = 366 * MS_PER_DAY;

/** `14d` and `6h` are from now; otherwise it is a date. */
function endOf(written: string, now: Instant): Instant {
  const [, count, unit] = /^(\d{1,5})([dh])$/.exec(written) ?? [];
  const day = parseInstant(written) === undefined ? undefined : untilOf(written, now);
  const until = unit === undefined ? day : now + Number(count) * (unit === 'd' ? MS_PER_DAY : MS_PER_HOUR);
  if (until !== undefined && until > now && until - now <= LONGEST) return until;
  throw new InputError([`--until ${written}: write a day within a year, or how long from now, such as 14d or 6h`]);
}
