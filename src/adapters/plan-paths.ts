import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Notice, notice } from '../core/notice';

/** Files of plans as somebody wrote them; standard input is `-`. */
export type PlanPaths = { readonly paths: readonly string[] } | { readonly problem: Notice };

/**
 * Files for what somebody wrote: a file itself, the *.json of a folder, what a pattern matches where the shell has not
 * looked. A file is read once, however often it is named. `others` are files of this run that are no plans: a folder may
 * hold them too.
 */
export async function planPaths(
  written: readonly string[],
  cwd: string,
  others: readonly string[] = [],
): Promise<PlanPaths> {
  const found = new Map<string, string>();
  for (const path of written) {
    const files = await filesOf(path, cwd, new Set(others));
    if ('problem' in files) return files;
    for (const file of files.paths) {
      const key = file === '-' ? file : resolve(cwd, file);
      if (!found.has(key)) found.set(key, file);
    }
  }
  return { paths: [...found.values()] };
}

async function filesOf(path: string, cwd: string, others: ReadonlySet<string>): Promise<PlanPaths> {
  if (path === '-') return { paths: [path] };
  const absolute = resolve(cwd, path);
  if (isFolder(absolute)) {
    const names = readdirSync(absolute).filter((name) => /\.json$/i.test(name));
    const plans = names.filter((name) => !others.has(join(absolute, name)) && !isFolder(join(absolute, name)));
    if (plans.length === 0) return { problem: notice('no-plans', 'block', { written: path, is: 'folder' }) };
    return { paths: plans.sort().map((name) => join(path, name)) };
  }
  // A file may be called anything; only what is not there can be a pattern.
  if (existsSync(absolute) || !/[*?[\]{}!]/.test(path)) return { paths: [path] };
  const { glob } = await import('tinyglobby');
  // A shell on Windows leaves patterns to the program, and parts of a path are told by backslashes there.
  const pattern = process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
  const matches = await glob(pattern, { cwd, onlyFiles: true, expandDirectories: false });
  if (matches.length === 0) return { problem: notice('no-plans', 'block', { written: path, is: 'pattern' }) };
  return { paths: matches.filter((file) => !others.has(resolve(cwd, file))).sort() };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
