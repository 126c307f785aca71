/**
 * Rewrites test/pulumi/aws-native-schema.json: the names of the properties that @pulumi/aws-native really has, for every
 * object that a row of src/pulumi/aws-native looks into. test/pulumi/aws-native.test.ts checks the rows against it.
 *
 *   npm run build && node scripts/import-native-schema.mjs [version]
 *
 * Needs the registry: the package is large, and only ever in a temporary folder. The same version and the same rows
 * give the same bytes. Where the rows move to another version, change VERSION.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const VERSION = '1.79.0';
const PACKAGE = '@pulumi/aws-native';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
const output = join(root, 'test/pulumi/aws-native-schema.json');

const folder = mkdtempSync(join(tmpdir(), 'credit-guard-native-'));
try {
  main(process.argv[2] ?? VERSION);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function main(version) {
  // First, so that a missing build does not cost a download.
  const rows = readRows();
  const schema = readSchema(install(version));
  const gone = [...rows.keys()].filter((type) => !schema.resources.has(type));
  if (gone.length > 0) throw new Error(`${PACKAGE}@${version} has no ${gone.join(', ')}`);

  const checked = [...rows].filter(([, sources]) => sources.size > 0);
  const names = checked.map(([type, sources]) => [type, namesOf(schema, type, sources)]);
  writeFileSync(output, `${JSON.stringify(Object.fromEntries(names), null, 2)}\n`);
  console.log(`${rows.size} types have a row, ${names.length} of them with properties of their own: ${output}`);
}

/** By native type, where its row finds each property: nothing for a row that adds nothing to what every type has. */
function readRows() {
  const built = join(root, 'dist/src');
  if (!existsSync(join(built, 'pulumi/aws-native/index.js'))) throw new Error('dist/ is missing: npm run build first');
  const { nativeTypes, readNative } = require(join(built, 'pulumi/aws-native/index.js'));
  const { Properties } = require(join(built, 'core/properties.js'));
  const sourcesOf = (type) => readNative(type, new Properties({}), {}).properties.sources;

  const common = sourcesOf('a type without a row');
  const addsNothing = (sources) => [...sources].every(([path, source]) => common.get(path) === source);
  return new Map(
    nativeTypes().map((type) => {
      const sources = sourcesOf(type);
      return [type, addsNothing(sources) ? new Map() : sources];
    }),
  );
}

function install(version) {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund'];
  execFileSync('npm', ['install', '--prefix', folder, ...quiet, `${PACKAGE}@${version}`], { stdio: 'inherit' });
  return join(folder, 'node_modules', PACKAGE);
}

/** Resources by their type and other objects by their name, each a map from property to the text of its type. */
function readSchema(home) {
  const modules = readdirSync(home, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const resources = modules.flatMap(({ name }) => readResources(join(home, name), name));
  // What has no module of its own stands beside them.
  const others = readResources(home, 'index');
  return {
    resources: new Map([...resources, ...others]),
    objects: new Map(readObjects(join(home, 'types/input.d.ts'))),
  };
}

function readResources(path, module) {
  const files = readdirSync(path).filter((file) => file.endsWith('.d.ts'));
  return files.flatMap((file) => {
    const { statements } = parse(join(path, file));
    return statements.filter(ts.isClassDeclaration).map(({ name, members }) => {
      const inputs = statements.find((one) => ts.isInterfaceDeclaration(one) && one.name.text === `${name.text}Args`);
      // A saved state has outputs as well. Inputs come last: only their objects are looked up.
      const properties = new Map([...propertiesOf(members), ...propertiesOf(inputs?.members ?? [])]);
      return [`aws-native:${module}:${name.text}`, properties];
    });
  });
}

/** `lambda.FunctionCode` for an interface in a namespace, `Tag` for one outside of them. */
function readObjects(file) {
  const objectsIn = (statements, prefix) =>
    statements
      .filter(ts.isInterfaceDeclaration)
      .map(({ name, members }) => [`${prefix}${name.text}`, propertiesOf(members)]);
  const { statements } = parse(file);
  const namespaces = statements.filter(ts.isModuleDeclaration);
  return [
    ...objectsIn(statements, ''),
    ...namespaces.flatMap(({ name, body }) => objectsIn(body.statements, `${name.text}.`)),
  ];
}

function parse(file) {
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
}

function propertiesOf(members) {
  const properties = members.filter((one) => ts.isPropertySignature(one) || ts.isPropertyDeclaration(one));
  return new Map(properties.map(({ name, type }) => [name.getText(), type?.getText() ?? '']));
}

/** What the test reads of one type: the names in each object, by its path; the resource itself has the empty one. */
function namesOf({ resources, objects }, type, rowSources) {
  const found = {};
  const note = (path, object) => {
    if (object.size > 0) found[path] = [...object.keys()].sort().join(' ');
  };

  /** Lists, maps and choices hold what the objects in their type hold together. */
  const objectsIn = (text = '') =>
    new Map([...text.matchAll(/(?:inputs|outputs)\.([\w.]+)/g)].flatMap(([, name]) => [...(objects.get(name) ?? [])]));

  /** Notes every object on the way from `start`, and answers the last: an empty one where there is no such way. */
  const follow = (start, steps) =>
    steps.reduce(({ path, object }, step) => {
      const next = { path: path === '' ? step : `${path}.${step}`, object: objectsIn(object.get(step)) };
      note(next.path, next.object);
      return next;
    }, start);

  const visit = (start, sources) => {
    for (const [path, source] of sources) {
      // For what is lacking too: the test looks whether it really is.
      const from = typeof source === 'object' ? source.from : [source ?? path];
      for (const one of from) follow(start, one.split('.').slice(0, -1));
      if (source?.inner !== undefined) visit(follow(start, from[0].split('.')), source.inner);
    }
  };

  const resource = { path: '', object: resources.get(type) };
  note(resource.path, resource.object);
  visit(resource, rowSources);
  return found;
}
