import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Instant } from '../core/instant';

/** Files of a repository that nobody writes at the very moment at which an answer of AWS is saved. */
const NEIGHBOURS = ['credit-guard.yaml', 'credit-guard.yml', 'Pulumi.yaml', 'package.json', '.gitignore', 'README.md'];

/** A checkout writes the files of a folder one after the other; asking AWS takes longer than this. */
const AT_ONCE_MS = 500;

/**
 * When was a file written? `checkout`: together with what lies beside it, as `git clone`, an archive or a copy of the folder
 * does it; then its time says nothing of its content.
 */
export function contentTime(path: string, writtenAt: Instant | undefined): Instant | 'checkout' | undefined {
  if (writtenAt === undefined) return undefined;
  const times = NEIGHBOURS.flatMap((name) => timeOf(join(dirname(path), name)));
  return times.some((time) => Math.abs(time - writtenAt) <= AT_ONCE_MS) ? 'checkout' : writtenAt;
}

function timeOf(path: string): Instant[] {
  try {
    return [statSync(path).mtimeMs];
  } catch {
    return [];
  }
}
