/**
 * Proves the packed package on every Node that it claims, on the oldest and newest SDKs that it allows, and installed by
 * other package managers: as pack, as command, and as library for both module systems. The same question must get the
 * same bytes in every row. Prints a table; ends with 1 when a row fails.
 *
 *   npm run matrix
 *
 * Needs a build in dist/ and the registry: it brings the Node versions, the SDKs and the package managers.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import Table from 'cli-table3';

const NODES = ['20', '22', '24', '26'];
const SDKS = ['@pulumi/pulumi', '@pulumi/policy'];
/** Yarn 1 refuses the newest SDK on Node 20, for what its manifest says of engines; npm takes an older one there. */
const MANAGERS = [
  { what: 'pnpm 9', node: '20', args: ['pnpm@9', 'add', '--ignore-scripts', '--prefer-offline'] },
  { what: 'yarn 1', node: '22', args: ['yarn@1', 'add', '--ignore-scripts', '--prefer-offline', '--non-interactive'] },
];

const execute = promisify(execFile);
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { name: NAME, dependencies } = readJson(join(root, 'package.json'));
const tsx = createRequire(import.meta.url).resolve('tsx/cli');
const STORY = 'preview-savings-plan';
const DATE = '2026-12-01T09:00:00Z';

const folder = mkdtempSync(join(tmpdir(), 'credit-guard-matrix-'));
const table = new Table({
  head: ['', 'Node', '@pulumi/policy', '@pulumi/pulumi', 'pack', 'demo', 'check', 'library'],
  style: { head: [], border: [] },
});
/** Same input, same bytes: what the first row said is what all must say. */
const first = new Map();

try {
  await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function main() {
  const tarball = await pack();
  const project = await install(tarball, {});
  const nodes = new Map();
  for (const major of NODES) {
    nodes.set(major, await nodeBinary(major));
    await row('Node', project, nodes.get(major));
  }
  for (const sdk of SDKS) {
    await row(`oldest ${sdk}`, await attempt(() => install(tarball, { [sdk]: oldest(sdk) })), process.execPath);
    await row(`newest ${sdk}`, await attempt(() => install(tarball, { [sdk]: 'latest' })), process.execPath);
  }
  for (const { what, node, args } of MANAGERS)
    await row(what, await attempt(() => installWith(args, tarball, nodes.get(node))), nodes.get(node));
  console.log(table.toString());
}

/** The first version of the range in package.json, which is always a caret one. */
function oldest(sdk) {
  return dependencies[sdk].replace('^', '');
}

async function attempt(make) {
  try {
    return await make();
  } catch (error) {
    return error;
  }
}

async function row(what, project, node) {
  process.stderr.write(`${what} … `);
  if (project instanceof Error) {
    console.error(reasonOf(project));
    table.push([what, '', '', '', { colSpan: 4, content: 'cannot be installed' }]);
    process.exitCode = 1;
    return;
  }
  const answers = [];
  for (const prove of [packAnswers, demo, check, library]) {
    try {
      await prove(project, node);
      answers.push('yes');
    } catch (error) {
      console.error(`${prove.name}: ${reasonOf(error)}`);
      answers.push('NO');
      process.exitCode = 1;
    }
  }
  process.stderr.write('done\n');
  const { stdout } = await run(project, node, ['--version']);
  const versions = ['@pulumi/policy', '@pulumi/pulumi'].map((name) => versionOf(project, name));
  table.push([what, stdout.trim(), ...versions, ...answers]);
}

async function pack() {
  if (!existsSync(join(root, 'dist/policy-pack/index.js'))) throw new Error('dist/ is missing: npm run build');
  const { stdout } = await run(root, 'npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder]);
  return join(folder, stdout.trim());
}

function emptyProject(more = {}) {
  const project = mkdtempSync(join(folder, 'project-'));
  const manifest = { name: 'project', version: '1.0.0', private: true, ...more };
  writeFileSync(join(project, 'package.json'), JSON.stringify(manifest));
  return project;
}

async function install(tarball, overrides) {
  const project = emptyProject({ overrides });
  await run(project, 'npm', ['install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', tarball]);
  return project;
}

async function installWith(args, tarball, node) {
  const project = emptyProject();
  const env = { PATH: `${dirname(node)}${delimiter}${process.env.PATH}` };
  await run(project, 'npx', ['--yes', '--prefer-offline', ...args, `file:${tarball}`], env);
  return project;
}

/** The registry's `node` package brings the binary of this platform by its install script. */
async function nodeBinary(major) {
  const prefix = join(folder, `node-${major}`);
  mkdirSync(prefix);
  await run(prefix, 'npm', [
    'install',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--prefix',
    prefix,
    `node@${major}`,
  ]);
  return join(prefix, 'node_modules/node/bin/node');
}

/** pnpm links a package to where it keeps it, and Node looks for dependencies from there: a process's folder is real. */
function installed(project) {
  return realpathSync(join(project, 'node_modules', NAME));
}

/** Boots the pack and asks it about one resource and one stack. */
async function packAnswers(project, node) {
  const script = join(root, 'test/support/matrix-check.ts');
  const { stdout } = await run(root, process.execPath, [tsx, script, installed(project), node]);
  sameBytes('pack', stdout);
}

async function demo(project, node) {
  const { stdout } = await command(project, node, root, ['demo']);
  if (stdout !== readFileSync(join(root, 'test/golden/demo.txt'), 'utf8'))
    throw new Error(`not the golden file:\n${stdout}`);
}

async function check(project, node) {
  const story = join(root, 'test/scenarios', STORY);
  const { stdout } = await command(project, node, story, ['check', 'plan.json', '--format', 'json', '--date', DATE]);
  sameBytes('check', stdout);
}

async function library(project, node) {
  for (const [extension, load] of [
    ['cjs', `const library = require('${NAME}');`],
    ['mjs', `import * as library from '${NAME}';`],
  ]) {
    const file = join(project, `library.${extension}`);
    writeFileSync(file, `${load} console.log(library.creditGuardPolicies.length, typeof library.assess);`);
    const { stdout } = await run(project, node, [file]);
    if (stdout !== '8 function\n') throw new Error(`${extension}: ${stdout}`);
  }
}

/** The command may end with the code that says "findings"; any other end is a failure. */
async function command(project, node, cwd, args) {
  const main = join(installed(project), 'dist/src/cli/main.js');
  try {
    return await run(cwd, node, [main, ...args], { NO_COLOR: '1' });
  } catch (error) {
    if (error.code === 1 && error.stderr === '') return error;
    throw error;
  }
}

function sameBytes(what, text) {
  if (!first.has(what)) first.set(what, text);
  if (first.get(what) !== text) throw new Error(`not the same bytes as the first row:\n${text}`);
}

/** The version that the installed pack itself gets, wherever the package manager put it. */
function versionOf(project, name) {
  const { paths } = createRequire(join(installed(project), 'package.json')).resolve;
  for (const place of paths(name)) {
    const file = join(place, name, 'package.json');
    if (existsSync(file)) return readJson(file).version;
  }
  return '?';
}

function reasonOf({ message, stdout, stderr }) {
  return [message, stdout, stderr].filter(Boolean).join('\n').slice(0, 2_000);
}

function run(cwd, program, args, env = {}) {
  const options = { cwd, env: { ...process.env, ...env }, timeout: 180_000, maxBuffer: 64 * 1024 * 1024 };
  return execute(program, args, options);
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
