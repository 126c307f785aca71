import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What the package.json of this package says of it. */
interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly homepage?: string;
}

let manifest: Manifest | undefined;

export function tool(): { name: string; version: string } {
  const { name, version } = read();
  return { name, version };
}

/** Where the documentation is. Packing writes it, where the repository has an address: a clone has none. */
export const homepage = (): string | undefined => read().homepage;

/** From the nearest package.json above that is ours: sources and build lie at different depths. */
function read(): Manifest {
  for (let folder = __dirname; manifest === undefined; folder = dirname(folder)) {
    if (folder === dirname(folder)) throw new Error('the package.json of this package is missing');
    manifest = ours(join(folder, 'package.json'));
  }
  return manifest;
}

function ours(file: string): Manifest | undefined {
  try {
    const found: Manifest = JSON.parse(readFileSync(file, 'utf8'));
    return found.name === 'pulumi-credit-guard' ? found : undefined;
  } catch {
    return undefined;
  }
}
