import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { acceptanceText, withAcceptances } from '../config/accept';
import { LARGEST_FILE } from '../config/find';
import type { Acceptance } from '../core/settings';
import { reasonOf, replaceFile, whyNotReplace } from './replace-file';

/** Somebody else's lock is waited for so long; one that its owner left behind counts for nothing after `STALE`. */
const TRIES = { retries: 75, factor: 1, minTimeout: 100, maxTimeout: 300, randomize: true } as const;
const STALE = 10_000;

/**
 * Adds acceptances to a configuration file, or begins one with them. Writers wait for each other, so that none loses
 * what another has written. Answers with the reason where nothing was written.
 */
export async function addAcceptances(file: string, acceptances: readonly Acceptance[]): Promise<string | undefined> {
  const refusal = whyNotReplace(file);
  if (refusal !== undefined) return refusal;
  let unlock: () => Promise<void>;
  try {
    const { lock } = await import('proper-lockfile');
    unlock = await lock(file, { realpath: false, stale: STALE, retries: TRIES });
  } catch (error) {
    const isLocked = error instanceof Error && 'code' in error && error.code === 'ELOCKED';
    return isLocked ? `another process is writing it; if none is, remove ${file}.lock` : reasonOf(error);
  }
  try {
    return add(file, acceptances);
  } finally {
    await unlock().catch(() => {}); // an expired lock is nobody's any more
  }
}

function add(file: string, acceptances: readonly Acceptance[]): string | undefined {
  const before = textOf(file);
  if (typeof before === 'object') return before.problem;
  const after = before === '' ? acceptanceText(acceptances) : withAcceptances(before, acceptances);
  if (after === undefined) {
    return 'the lines cannot be added without changing something else in it, so nothing was written; add them by hand';
  }
  if (Buffer.byteLength(after) > LARGEST_FILE) return 'it would grow larger than 1 MB, so nothing was written';
  return after === before ? undefined : replaceFile(file, after);
}

function textOf(file: string): string | { readonly problem: string } {
  try {
    const bytes = readFileSync(file);
    return isUtf8(bytes) ? bytes.toString('utf8') : { problem: 'it is not UTF-8, so nothing was written' };
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? '' : { problem: reasonOf(error) };
  }
}
