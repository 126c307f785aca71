import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { UnreadableConfig } from '../core/notice';

export const CONFIG_FILE = 'credit-guard.yaml';
const OTHER_ENDING = 'credit-guard.yml';
/** In bytes. */
export const LARGEST_FILE = 1_000_000;

/** Where to look, in this order: a path that somebody named, else upward from a folder. */
export interface ConfigPlace {
  /** From the policy configuration or the command line, then from CREDIT_GUARD_CONFIG. */
  readonly named: string | undefined;
  /** The folder that relative paths and the search start from. */
  readonly from: string;
}

/** A file with its text, or with the reason why it cannot be read. `rival`: a second file beside it, which is not read. */
export type FoundConfig = { readonly file: string; readonly rival?: string } & (
  | { readonly text: string }
  | { readonly because: UnreadableConfig }
);

/** Finds credit-guard.yaml; undefined when there is none. Parsing is another matter: its libraries take their time. */
export function findConfig({ named, from }: ConfigPlace): FoundConfig | undefined {
  const found = named === undefined ? findUpward(from) : { file: resolve(from, named) };
  return found === undefined ? undefined : { ...found, ...readText(found.file) };
}

/** From a folder up to the root of the repository or of the disk. */
function findUpward(from: string): { file: string; rival?: string } | undefined {
  if (!isAbsolute(from)) return undefined;
  for (let folder = from; ; folder = dirname(folder)) {
    const [file, rival] = [CONFIG_FILE, OTHER_ENDING]
      .map((name) => join(folder, name))
      .filter((path) => existsSync(path));
    if (file !== undefined) return rival === undefined ? { file } : { file, rival };
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return undefined;
  }
}

function readText(file: string): { text: string } | { because: UnreadableConfig } {
  try {
    const stat = statSync(file);
    if (!stat.isFile()) return { because: 'no-file' };
    if (stat.size > LARGEST_FILE) return { because: 'too-large' };
    return { text: readFileSync(file, 'utf8').replace(/^\ufeff/, '') };
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { because: isMissing ? 'missing' : 'forbidden' };
  }
}
