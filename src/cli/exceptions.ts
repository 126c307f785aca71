import { join } from 'node:path';
import { addAcceptances } from '../adapters/config-file';
import type { Workspace } from '../adapters/workspace';
import { acceptanceText } from '../config/accept';
import { CONFIG_FILE } from '../config/find';
import { endOfDay, type Instant, isDayOnly, parseInstant } from '../core/instant';
import { notice } from '../core/notice';
import type { Acceptance } from '../core/settings';
import { wordsOf } from '../words/notices';
import { NEEDED } from '../words/settings';
import { clean, counted } from '../words/text';
import { InputError, type Io, write } from './io';

/** When acceptances end, as somebody wrote it under `--until`: all of a bare day. */
export function untilOf(written: string | undefined, now: Instant): Instant | undefined {
  if (written === undefined) return undefined;
  const moment = parseInstant(written);
  if (moment === undefined) throw new InputError([`--until ${written}: ${NEEDED.end}.`]);
  const until = isDayOnly(written) ? endOfDay(moment) : moment;
  if (until < now) throw new InputError([`--until ${written}: it is in the past; write a day that is still to come.`]);
  return until;
}

/** Prints acceptances and, unless they are only to be seen, adds them to the configuration in use, or begins one here. */
export async function tellAcceptances(
  acceptances: readonly Acceptance[],
  {
    workspace: { file: found, settings, bases },
    isWritten,
    hint,
  }: {
    readonly workspace: Pick<Workspace, 'file' | 'settings' | 'bases'>;
    readonly isWritten: boolean;
    readonly hint: string;
  },
  io: Io,
): Promise<void> {
  const base = bases.get('exceptions')?.base;
  if (found !== undefined && base !== undefined && settings.exceptions === 'base')
    throw new InputError([wordsOf(notice('extends-exceptions', 'warn', { at: { file: found }, base }))]);
  await write(io.stdout, acceptanceText(acceptances));
  if (!isWritten) {
    await write(io.stderr, `${hint}\n`);
    return;
  }
  const file = found ?? join(io.cwd, CONFIG_FILE);
  const problem = await addAcceptances(file, acceptances);
  if (problem !== undefined) throw new InputError([wordsOf(problem)]);
  const these = acceptances.length === 1 ? 'it before you commit it' : 'them before you commit them';
  await write(io.stderr, `Added ${counted(acceptances.length, 'exception')} to ${clean(file)}. Read ${these}.\n`);
}
