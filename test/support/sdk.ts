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

/**
 * Input properties of some types, by path: `networkConfiguration.subnets`. Items of a list have the path of the list. A type
 * that contains itself is followed once.
 */
export function inputsOfTypes(types: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const nested = nestedInputs();
  const wanted = new Set(types);
  const found = new Map<string, readonly string[]>();
  for (const folder of readdirSync(root, { withFileTypes: true })) {
    if (!folder.isDirectory() || folder.name === 'types') continue;
    for (const file of readdirSync(join(root, folder.name))) {
      if (!file.endsWith('.js') || file === 'index.js' || /^get[A-Z]/.test(file)) continue;
      const path = join(root, folder.name, file);
      const type = /__pulumiType = '([^']+)'/.exec(readFileSync(path, 'utf8'))?.[1];
      if (type === undefined || !wanted.has(type) || found.has(type)) continue;
      const name = type.slice(type.lastIndexOf(':') + 1);
      const text = readFileSync(path.replace(/js$/, 'd.ts'), 'utf8');
      const own = new RegExp(`export interface ${name}Args \\{(.*?)^\\}`, 'ms').exec(text)?.[1] ?? '';
      found.set(type, pathsOf(membersOf(own, 4), nested));
    }
  }
  return found;
}

/** `[name, the text of its type]`. */
type Members = readonly (readonly [name: string, type: string])[];

const membersOf = (declaration: string, indent: number): Members =>
  [...declaration.matchAll(new RegExp(`^ {${indent}}(\\w+)\\??: (.*);$`, 'gm'))].map(([, name = '', type = '']) => [
    name,
    type,
  ]);

/** Members of each interface of `types/input.d.ts`, by `module.Name`. */
function nestedInputs(): ReadonlyMap<string, Members> {
  const found = new Map<string, Members>();
  const text = readFileSync(join(root, 'types/input.d.ts'), 'utf8');
  for (const [, module = '', body = ''] of text.matchAll(/^export declare namespace (\w+) \{\n(.*?)^\}/gms)) {
    for (const [, name = '', inner = ''] of body.matchAll(/^ {4}interface (\w+) \{\n(.*?)^ {4}\}/gms)) {
      found.set(`${module}.${name}`, membersOf(inner, 8));
    }
  }
  return found;
}

const DEEPEST = 5;

function pathsOf(
  members: Members,
  nested: ReadonlyMap<string, Members>,
  above = '',
  seen: readonly string[] = [],
): string[] {
  return members.flatMap(([name, type]) => {
    const path = `${above}${name}`;
    if (seen.length >= DEEPEST) return [path];
    const inner = [...type.matchAll(/inputs\.(\w+\.\w+)/g)].flatMap(([, key = '']) =>
      seen.includes(key) ? [] : pathsOf(nested.get(key) ?? [], nested, `${path}.`, [...seen, key]),
    );
    return [path, ...inner];
  });
}
