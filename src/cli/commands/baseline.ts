import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { acceptanceText, withAcceptances } from '../../config/accept';
import { CONFIG_FILE } from '../../config/find';
import { baselineOf } from '../../core/baseline';
import { endOfDay, type Instant, isDayOnly, parseInstant } from '../../core/instant';
import type { Acceptance } from '../../core/settings';
import { wordsOf } from '../../words/notices';
import { NEEDED } from '../../words/settings';
import { clean, counted } from '../../words/text';
import { EXIT, type ExitCode } from '../exit-codes';
import { gather, type Sources } from '../gather';
import { InputError, type Io, write } from '../io';

export interface BaselineCommand extends Sources {
  readonly write: boolean;
  readonly warnings: boolean;
  /** When the acceptances end, as the user wrote it. */
  readonly until?: string | undefined;
}

/** Writes acceptances for what exists, so that the pack stops only what is new. */
export async function baseline(plan: string | undefined, options: BaselineCommand, io: Io): Promise<ExitCode> {
  const until = untilOf(options);
  const { input, workspace } = await gather(plan, options, io);
  const acceptances = baselineOf(input, { levels: options.warnings ? ['block', 'warn'] : ['block'], until });
  for (const problem of input.plan.problems) await write(io.stderr, `${clean(wordsOf(problem))}\n`);
  if (acceptances.length === 0) {
    await write(io.stderr, 'Nothing that exists would be told again: there is nothing to accept.\n');
    return EXIT.fine;
  }
  await write(io.stdout, acceptanceText(acceptances));
  const said = options.write
    ? `Added ${counted(acceptances.length, 'acceptance')} to ${clean(add(acceptances, workspace.file, io))}. Read them before you commit them.`
    : `Read them, and put them into ${CONFIG_FILE}; --write does.`;
  await write(io.stderr, `${said}\n`);
  return EXIT.fine;
}

function untilOf({ until }: BaselineCommand): Instant | undefined {
  if (until === undefined) return undefined;
  const moment = parseInstant(until);
  if (moment === undefined) throw new InputError([`--until ${until}: ${NEEDED.end}.`]);
  return isDayOnly(until) ? endOfDay(moment) : moment;
}

/** Adds them to the configuration that is in use, or begins one here. Returns its name. */
function add(acceptances: readonly Acceptance[], found: string | undefined, { cwd }: Io): string {
  const file = found ?? join(cwd, CONFIG_FILE);
  try {
    const text = found === undefined ? '' : readFileSync(file, 'utf8');
    writeFileSync(file, withAcceptances(text, acceptances));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new InputError([`${clean(file)}: it cannot be written (${code})`]);
  }
  return file;
}
