import { CONFIG_FILE } from '../../config/find';
import { baselineOf } from '../../core/baseline';
import { DAYS_WITHOUT_CEILING } from '../../core/findings/acceptances';
import type { Acceptance } from '../../core/settings';
import { wordsOf } from '../../words/notices';
import { clean, counted } from '../../words/text';
import { tellAcceptances, untilOf } from '../exceptions';
import { EXIT, type ExitCode } from '../exit-codes';
import { gatherAll, nowOf, plansNamed, type Sources } from '../gather';
import { type Io, write } from '../io';

export interface BaselineCommand extends Sources {
  readonly write: boolean;
  readonly warnings: boolean;
  /** When the acceptances end, as the user wrote it. */
  readonly until?: string | undefined;
}

/** Writes acceptances for what exists, so that the pack stops only what is new. */
export async function baseline(plans: readonly string[], options: BaselineCommand, io: Io): Promise<ExitCode> {
  const until = untilOf(options.until, nowOf(options, io).now);
  const { input, workspace } = await gatherAll(await plansNamed(plans, io), options, io);
  const acceptances = input.plans.flatMap((one) =>
    baselineOf({ ...input, ...one }, { levels: options.warnings ? ['block', 'warn'] : ['block'], until }),
  );
  for (const { plan } of input.plans) {
    for (const problem of plan.problems) await write(io.stderr, `${clean(wordsOf(problem))}\n`);
  }
  if (acceptances.length === 0) {
    await write(io.stderr, 'Nothing that exists would be reported again: there is nothing to accept.\n');
    return EXIT.fine;
  }
  const hint = `Read them, and put them into ${CONFIG_FILE}; --write does.`;
  await tellAcceptances(acceptances, { workspace, isWritten: options.write, hint }, io);
  await write(io.stderr, withoutCeiling(acceptances, until === undefined));
  return EXIT.fine;
}

/** An exception that covers any amount is worth a line. */
function withoutCeiling(acceptances: readonly Acceptance[], isOurEnd: boolean): string {
  const count = acceptances.filter(({ maxUsd }) => maxUsd === undefined).length;
  if (count === 0) return '';
  const these = count === 1 ? 'It does not cover' : 'They do not cover';
  const end = isOurEnd ? `, so it ends in ${DAYS_WITHOUT_CEILING} days (--until DAY sets another end)` : '';
  return `${counted(count, 'exception')} without a ceiling: the amount is not known${end}. ${these} a replacement.\n`;
}
