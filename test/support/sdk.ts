import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../node_modules/@pulumi/aws');

/** Type tokens of the installed AWS package, with the properties of each: read from its text, as loading it takes far longer. */
export function installedTypes(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, ReadonlySet<string>>();
  for (const folder of readdirSync(root, { withFileTypes: true })) {
    if (!folder.isDirectory() || folder.name === 'types') continue;
    for (const file of readdirSync(join(root, folder.name))) {
      if (!file.endsWith('.js') || file === 'index.js' || /^get[A-Z]/.test(file)) continue;
      const path = join(root, folder.name, file);
      const type = /__pulumiType = '([^']+)'/.exec(readFileSync(path, 'utf8'))?.[1];
      if (type !== undefined) found.set(type, propertiesOf(readFileSync(path.replace(/js$/, 'd.ts'), 'utf8')));
    }
  }
  return found;
}

const propertiesOf = (declaration: string): ReadonlySet<string> =>
  new Set(['id', ...[...declaration.matchAll(/^ {4}readonly (\w+):/gm)].map(([, name]) => name ?? '')]);
