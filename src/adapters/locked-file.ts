import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { lockSync } from 'proper-lockfile';
import { LARGEST_FILE } from '../config/find';
import type { EditFault } from '../core/file-fault';
import { replaceFile, whyNotReplace, writeFault } from './replace-file';

/** Somebody else's lock is waited for so long; one that its owner left behind counts for nothing after `STALE`. */
const MOST_TRIES = 75;
const [SHORTEST_WAIT, LONGEST_WAIT] = [100, 300];
const STALE = 10_000;

/** From the text of the whole file, empty where there is none, to the new one; undefined where it cannot be made. */
export type Edit = (before: string) => string | undefined;

/**
 * Edits a file that others may edit at the same moment: each waits for the one before, so that none loses what another has
 * written. Answers with the reason where nothing was written.
 */
export async function editLocked(file: string, edit: Edit): Promise<EditFault | undefined> {
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
function editAtOnce(file: string, edit: Edit, lock: typeof lockSync): EditFault | undefined {
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

function apply(file: string, edit: Edit): EditFault | undefined {
  const before = textOf(file);
  if (typeof before === 'object') return before;
  const after = edit(before);
  if (after === undefined) return { because: 'not-addable' };
  if (Buffer.byteLength(after) > LARGEST_FILE) return { because: 'grows-too-large' };
  return after === before ? undefined : replaceFile(file, after);
}

function textOf(file: string): string | EditFault {
  try {
    const bytes = readFileSync(file);
    return isUtf8(bytes) ? bytes.toString('utf8') : { because: 'not-utf8' };
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? '' : writeFault(error);
  }
}
