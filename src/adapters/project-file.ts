import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

const NAMES = ['Pulumi.yaml', 'Pulumi.yml', 'Pulumi.json'];

/**
 * Where the project's file lies from the root of the repository, with slashes: the place of what no line of a program
 * causes. A folder without one is taken for the project's own; outside a repository, paths start at the project.
 */
export function projectFile(from: string): string {
  const file = upward(from, NAMES) ?? join(from, 'Pulumi.yaml');
  const git = upward(dirname(file), ['.git']);
  return relative(git === undefined ? dirname(file) : dirname(git), file)
    .split(sep)
    .join('/');
}

/** The nearest of some names, from a folder up to the root of the repository or of the disk. */
function upward(from: string, names: readonly string[]): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = names.map((name) => join(folder, name)).find((path) => existsSync(path));
    if (found !== undefined) return found;
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return undefined;
  }
}
