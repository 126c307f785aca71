import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';

/**
 * Writes a file whole or not at all: beside it first, then in its place, so that a full disk or a reader in between never
 * sees half of it. Answers with the reason where that cannot be, and then nothing has changed.
 */
export function replaceFile(file: string, content: string): string | undefined {
  const refusal = whyNotReplace(file);
  if (refusal !== undefined) return refusal;
  const beside = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const mode = statOf(file)?.mode;
    const handle = openSync(beside, 'wx');
    try {
      writeFileSync(handle, content);
      if (mode !== undefined) fchmodSync(handle, mode & 0o777);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, file);
    return undefined;
  } catch (error) {
    removeFile(beside);
    return reasonOf(error);
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
export function whyNotReplace(file: string): string | undefined {
  try {
    const stat = statOf(file);
    if (stat === undefined) return undefined;
    if (stat.isSymbolicLink()) return 'it is a link; name the file itself';
    if (stat.isDirectory()) return 'it is a folder; name a file';
    if (!stat.isFile()) return 'it is a pipe or a device; name a file';
    // Renaming asks the folder only: what nobody may write stays as it is, for the superuser too.
    return (stat.mode & 0o222) === 0 ? 'it is read-only' : undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

/** Of the link itself, not of what it leads to. */
const statOf = (path: string): Stats | undefined => lstatSync(path, { throwIfNoEntry: false });

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'its folder may not be written; check the permissions',
  EPERM: 'its folder may not be written; check the permissions',
  EROFS: 'its disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'a part of its path is no folder',
  ENAMETOOLONG: 'its name is too long',
};

/** A failure of the file system in words, to follow the name of a file. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
  return REASONS[code] ?? `it cannot be written (${code})`;
}
