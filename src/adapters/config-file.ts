import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { lockSync } from 'proper-lockfile';
import { acceptanceText, withAcceptances } from '../config/accept';
import { LARGEST_FILE } from '../config/find';
import { type PulumiException, withPulumiException } from '../config/pulumi-exceptions';
import { type Notice, type NoticeArgs, notice } from '../core/notice';
import type { Acceptance } from '../core/settings';
import { replaceFile, whyNotReplace, writeFault } from './replace-file';

/** Somebody else's lock is waited for so long; one that its owner left behind counts for nothing after `STALE`. */
const MOST_TRIES = 75;
const [SHORTEST_WAIT, LONGEST_WAIT] = [100, 300];
const STALE = 10_000;

/**
 * Adds acceptances to a configuration file, or begins one with them. Writers wait for each other, so that none loses
 * what another has written. Answers with a notice where nothing was written.
 */
export async function addAcceptances(file: string, acceptances: readonly Acceptance[]): Promise<Notice | undefined> {
  return editLocked(file, (before) =>
    before === '' ? acceptanceText(acceptances) : withAcceptances(before, acceptances),
  );
}

/** Adds exceptions in Pulumi's own format to a policy configuration, in the same way. */
export const addPulumiException = (file: string, exception: PulumiException): Promise<Notice | undefined> =>
  editLocked(file, (before) => withPulumiException(before, exception));

/** An edit answers with the text of the whole file; undefined where it cannot be made. */
async function editLocked(file: string, edit: Edit): Promise<Notice | undefined> {
  const fault = await editWhileLocked(file, edit);
  return fault === undefined ? undefined : notice('config-not-written', 'warn', { file, fault }, file);
}

type Edit = (before: string) => string | undefined;
type Fault = NoticeArgs['config-not-written']['fault'];

async function editWhileLocked(file: string, edit: Edit): Promise<Fault | undefined> {
  const refusal = whyNotReplace(file);
  if (refusal !== undefined) return refusal;
  const { lockSync } = await import('proper-lockfile');
  for (let tries = 1; ; tries++) {
    const fault = editAtOnce(file, edit, lockSync);
    if (fault?.because !== 'locked' || tries > MOST_TRIES) return fault;
    // Writers that have met once do not meet again at the same moment.
    await sleep(SHORTEST_WAIT + Math.random() * (LONGEST_WAIT - SHORTEST_WAIT));
  }
}

/** Locks, writes and unlocks without a pause: no signal comes in between and leaves a lock behind. */
function editAtOnce(file: string, edit: Edit, lock: typeof lockSync): Fault | undefined {
  let unlock: () => void;
  try {
    unlock = lock(file, { realpath: false, stale: STALE });
  } catch (error) {
    const isLocked = error instanceof Error && 'code' in error && error.code === 'ELOCKED';
    return isLocked ? { because: 'locked', lock: `${file}.lock` } : writeFault(error);
  }
  try {
    return apply(file, edit);
  } finally {
    unlockSafely(unlock);
  }
}

/** What could not be taken away counts for nothing after a while. */
function unlockSafely(unlock: () => void): void {
  try {
    unlock();
  } catch {
    // See above.
  }
}

function apply(file: string, edit: Edit): Fault | undefined {
  const before = textOf(file);
  if (typeof before === 'object') return before;
  const after = edit(before);
  if (after === undefined) return { because: 'not-addable' };
  if (Buffer.byteLength(after) > LARGEST_FILE) return { because: 'grows-too-large' };
  return after === before ? undefined : replaceFile(file, after);
}

function textOf(file: string): string | Fault {
  try {
    const bytes = readFileSync(file);
    return isUtf8(bytes) ? bytes.toString('utf8') : { because: 'not-utf8' };
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? '' : writeFault(error);
  }
}
