import { resolve } from 'node:path';
import { addPulumiException } from '../../adapters/config-file';
import { pulumiExceptionText } from '../../config/pulumi-exceptions';
import { ruleById } from '../../core/coverage/rules';
import { endWithoutCeiling } from '../../core/findings/acceptances';
import { isoDay } from '../../core/instant';
import { POLICIES, type PolicyName, RESOURCE_POLICIES, STACK_POLICY } from '../../core/policy-names';
import { wordsOf } from '../../words/notices';
import { suggestion } from '../../words/suggestion';
import { clean } from '../../words/text';
import { amountOf } from '../amounts';
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
  readonly as: 'credit-guard' | 'pulumi';
  readonly into?: string | undefined;
}

/** Writes one exception: what the messages of the pack print under "Accept". */
export async function accept(policy: string, resource: string, options: AcceptOptions, io: Io): Promise<ExitCode> {
  if (options.as === 'pulumi') return acceptForPulumi(policy, resource, options, io);
  if (options.into !== undefined) throw new InputError(['--into is for --as pulumi; --config names credit-guard.yaml']);
  const { now } = nowOf({}, io);
  const maxUsd = options.max === undefined ? undefined : amountOf('--max', options.max);
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
  const workspace = await openFor({ config: options.config }, io);
  const hint = 'Nothing was written (--dry-run).';
  await tellAcceptances([acceptance], { workspace, isWritten: !options.dryRun, hint }, io);
  if (stated === undefined) await write(io.stderr, endWords(until));
  return EXIT.fine;
}

const POLICY_CONFIG = 'policy-config.json';

/** The same as an exception of Pulumi's own: each preview says "exempted", in whatever pack or policy group. */
async function acceptForPulumi(policy: string, urn: string, options: AcceptOptions, io: Io): Promise<ExitCode> {
  for (const option of ['max', 'until', 'config'] as const) {
    if (options[option] !== undefined)
      throw new InputError([`--${option} has no place in Pulumi's exceptions; leave it out, or leave out --as pulumi`]);
  }
  const name = POLICIES.find((one) => one === policy);
  if (name === undefined) throw noSuchPolicy(policy, POLICIES);
  if (!urn.startsWith('urn:pulumi:') || urn.includes('*')) {
    throw new InputError([
      `${urn}: Pulumi's exceptions take a whole URN; \`pulumi stack --show-urns\` and findings show it`,
    ]);
  }
  const exception = { policy: name, urn, reason: reasonOf(options.reason) };
  await write(io.stdout, pulumiExceptionText(exception));
  if (options.dryRun) {
    await write(io.stderr, 'Nothing was written (--dry-run).\n');
    return EXIT.fine;
  }
  const file = resolve(io.cwd, options.into ?? POLICY_CONFIG);
  const problem = await addPulumiException(file, exception);
  if (problem !== undefined) throw new InputError([wordsOf(problem)]);
  await write(
    io.stderr,
    `Added it to ${clean(file)}: pulumi preview --policy-pack-config ${clean(options.into ?? POLICY_CONFIG)} (CLI 3.274 or later)\n`,
  );
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
  throw noSuchPolicy(written, RESOURCE_POLICIES);
}

/** A message names the rule too, and that is no policy. */
function noSuchPolicy(written: string, policies: readonly PolicyName[]): InputError {
  const rule = ruleById(written);
  return new InputError([
    rule === undefined
      ? `${written}: no such policy${suggestion(written, policies)}`
      : `${written} is a rule; exceptions name its policy: ${rule.policy}`,
  ]);
}

/** A bare name is that of a resource of any type, stack and project. */
function patternOf(written: string): string {
  if (written === '') throw new InputError(['the resource is empty; write its name or its URN']);
  return written.startsWith('urn:') || written.startsWith('*') ? written : `urn:pulumi:*::${written}`;
}

/** The pack's messages leave "…" for the owner to fill in. */
function reasonOf(written: string): string {
  if (/[\p{L}\p{N}]/u.test(written)) return written;
  throw new InputError([`--reason "${written}": write why it is accepted; every report shows it`]);
}
