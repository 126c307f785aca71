import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import type { WriteFault } from '../core/file-fault';

/**
 * Writes a file whole or not at all: beside it first, then in its place, so that a full disk or a reader in between never
 * sees half of it. Answers with the reason where that cannot be, and then nothing has changed. `mode`: who may read it;
 * default: as before.
 */
export function replaceFile(file: string, content: string | Uint8Array, mode?: number): WriteFault | undefined {
  const refusal = whyNotReplace(file);
  if (refusal !== undefined) return refusal;
  return written(file, content, (beside) => renameSync(beside, file), mode);
}

/** Writes a file that is not there yet, whole or not at all. `false`: there is one, and it is as it was. */
export function newFile(file: string, content: string | Uint8Array): WriteFault | false | undefined {
  if (statOf(file) !== undefined) return false;
  // A link is refused where somebody else has been faster; renaming would take their file away.
  const fault = written(file, content, (beside) => linkSync(beside, file));
  return fault?.because === 'other' && fault.code === 'EEXIST' ? false : fault;
}

/** Writes beside a file, then puts it in its place; nothing stays behind. */
function written(
  file: string,
  content: string | Uint8Array,
  put: (beside: string) => void,
  stated?: number,
): WriteFault | undefined {
  const beside = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const mode = stated ?? statOf(file)?.mode;
    const handle = openSync(beside, 'wx', stated);
    try {
      writeFileSync(handle, content);
      if (mode !== undefined) fchmodSync(handle, mode & 0o777);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    put(beside);
    return undefined;
  } catch (error) {
    return writeFault(error);
  } finally {
    removeFile(beside);
  }
}

/** Takes a file away; false where it is still there. */
export function removeFile(file: string): boolean {
  try {
    rmSync(file, { force: true });
    return true;
  } catch {
    return false;
  }
}

/** Why a path is none to write a file to; undefined where it is one. Looks only, and waits for nothing. */
export function whyNotReplace(file: string): WriteFault | undefined {
  try {
    const stat = statOf(file);
    if (stat === undefined) return undefined;
    if (stat.isSymbolicLink()) return { because: 'link' };
    if (stat.isDirectory()) return { because: 'folder' };
    if (!stat.isFile()) return { because: 'device' };
    // Renaming asks the folder only: what nobody may write stays as it is, for the superuser too.
    return (stat.mode & 0o222) === 0 ? { because: 'read-only' } : undefined;
  } catch (error) {
    return writeFault(error);
  }
}

/** Of the link itself, not of what it leads to. */
const statOf = (path: string): Stats | undefined => lstatSync(path, { throwIfNoEntry: false });

const FAULTS: ReadonlyMap<string, Exclude<WriteFault['because'], 'other'>> = new Map([
  ['EACCES', 'forbidden'],
  ['EPERM', 'forbidden'],
  ['EROFS', 'disk-read-only'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'quota'],
  ['ENOENT', 'no-folder'],
  ['ENOTDIR', 'path-no-folder'],
  ['ENAMETOOLONG', 'name-too-long'],
]);

/** What a failure of the file system means for somebody who wants to write there. */
export function writeFault(error: unknown): WriteFault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
  const because = FAULTS.get(code);
  return because === undefined ? { because: 'other', code } : { because };
}
