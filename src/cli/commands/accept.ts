import { endWithoutCeiling } from '../../core/findings/acceptances';
import { isoDay } from '../../core/instant';
import { parseUsd, type Usd } from '../../core/money';
import { type PolicyName, RESOURCE_POLICIES, STACK_POLICY } from '../../core/policy-names';
import { suggestion } from '../../words/suggestion';
import { tellAcceptances, untilOf } from '../exceptions';
import { EXIT, type ExitCode } from '../exit-codes';
import { nowOf, openFor } from '../gather';
import { InputError, type Io, write } from '../io';

export interface AcceptOptions {
  readonly max?: string | undefined;
  readonly until?: string | undefined;
  readonly reason: string;
  readonly dryRun: boolean;
  readonly config?: string | undefined;
}

/** Writes one exception: what the messages of the pack print under "Accept". */
export async function accept(policy: string, resource: string, options: AcceptOptions, io: Io): Promise<ExitCode> {
  const { now } = nowOf({}, io);
  const maxUsd = ceilingOf(options.max);
  const stated = untilOf(options.until, now);
  const until = stated ?? (maxUsd === undefined ? endWithoutCeiling(now) : undefined);
  const acceptance = {
    policy: policyOf(policy),
    resource: patternOf(resource),
    reason: reasonOf(options.reason),
    until,
    maxUsd,
    only: undefined,
  };
  const { file } = await openFor({ config: options.config }, io);
  const hint = 'Nothing was written (--dry-run).';
  await tellAcceptances([acceptance], { found: file, isWritten: !options.dryRun, hint }, io);
  if (stated === undefined) await write(io.stderr, endWords(until));
  return EXIT.fine;
}

const endWords = (until: number | undefined): string =>
  until === undefined
    ? 'It never ends; --until DAY sets an end.\n'
    : `It has no ceiling, so it ends on ${isoDay(until)}; --max USD sets a ceiling, --until DAY another end.\n`;

function policyOf(written: string): PolicyName {
  const policy = RESOURCE_POLICIES.find((name) => name === written);
  if (policy !== undefined) return policy;
  if (written === STACK_POLICY) {
    throw new InputError([
      `${STACK_POLICY} is about the whole stack: set its limits under policies: ${STACK_POLICY}: in credit-guard.yaml`,
    ]);
  }
  throw new InputError([`${written}: no such policy${suggestion(written, RESOURCE_POLICIES)}`]);
}

/** A bare name is that of a resource of any type, stack and project. */
function patternOf(written: string): string {
  if (written === '') throw new InputError(['the resource is empty; write its name or its URN']);
  return written.startsWith('urn:') || written.startsWith('*') ? written : `urn:pulumi:*::${written}`;
}

const LARGEST_USD = 1e12;

function ceilingOf(written: string | undefined): Usd | undefined {
  if (written === undefined) return undefined;
  const amount = parseUsd(written);
  if (amount?.gte(0) && amount.lte(LARGEST_USD)) return amount;
  throw new InputError([`--max ${written}: it is no amount in USD; write it without $ and commas, such as 1314.00`]);
}

/** The pack's messages leave "…" for the owner to fill in. */
function reasonOf(written: string): string {
  if (/[\p{L}\p{N}]/u.test(written)) return written;
  throw new InputError([`--reason "${written}": write why it is accepted; every report shows it`]);
}
