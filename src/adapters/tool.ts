import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The name and version of this package, from the nearest package.json above: sources and build lie at different depths. */
export function tool(): { name: string; version: string } {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const found = read(join(folder, 'package.json'));
    if (found !== undefined) return found;
  }
  throw new Error('the package.json of this package is missing');
}

function read(file: string): { name: string; version: string } | undefined {
  try {
    const { name, version } = JSON.parse(readFileSync(file, 'utf8'));
    return name === 'pulumi-credit-guard' ? { name, version } : undefined;
  } catch {
    return undefined;
  }
}
