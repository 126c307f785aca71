import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Paths from the root of the repository that a scaffold has written. */
export const touched = new Set();

export const has = (path) => existsSync(join(root, path));
export const read = (path) => readFileSync(join(root, path), 'utf8');

export function write(path, text) {
  writeFileSync(join(root, path), text);
  touched.add(path);
}

/** Writes what becomes of a file; a change that changes nothing has not found its place. */
export function change(path, edit) {
  const before = read(path);
  const after = edit(before);
  if (after === before)
    fail(`${path} has no longer the place that this looks for: add it by hand, and mend scripts/new/.`);
  write(path, after);
}

export function fail(message) {
  console.error(message);
  process.exit(1);
}
