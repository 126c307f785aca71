/**
 * Packs the package, installs it as a user does, and proves that it runs as pack, command and library.
 *
 *   npm run check:package
 *
 * Prints one line for each check and ends with 1 at the first that fails. Needs a build in dist/ and the registry.
 */
import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { pack } from './pack.mjs';

const execute = promisify(execFile);
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const manifest = readJson(join(root, 'package.json'));
const NAME = manifest.name;

const MEGABYTE = 1024 * 1024;
const LARGEST = 3 * MEGABYTE;
const SHIPPED =
  /^(dist\/.+|docs\/schemas\/[^/]+\.json|action\.yml|action\/[^/]+\.mjs|PulumiPolicy\.yaml|README\.md|LICENSE|package\.json)$/;
const NEVER_SHIPPED = /(^|\/)(tsconfig[^/]*\.json|test|tests|node_modules)(\/|$)|\.tsbuildinfo$|\.test\.|\.map$/;
const AWS_CODE = /^(@pulumi\/aws(-native|x)?|aws-sdk|@aws-sdk\/.+|@smithy\/.+)$/;
const LICENCES = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC-BY-3.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Python-2.0',
  'Unlicense',
]);

/** What a program of somebody else does with the package, in a few lines; it fails unless every name is there. */
const ASK_THE_LIBRARY = `
  const policies = library.creditGuardPolicies;
  if (policies.length !== 8) throw new Error(policies.length + ' policies');
  for (const name of ['assess', 'combine', 'drawDown', 'judgeResource', 'parseConfig', 'readPlan', 'readCredits'])
    if (typeof library[name] !== 'function') throw new Error(name + ' is missing');
  if (library.defaultSettings.program === undefined || library.money.dollars(library.money.usd('1')) !== '$1.00')
    throw new Error('the default settings or money are missing');
`;
const folder = mkdtempSync(join(tmpdir(), 'credit-guard-package-'));
try {
  await main();
} catch (error) {
  console.error(`✗ ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function main() {
  if (!existsSync(join(root, 'dist/policy-pack/index.js'))) fail('dist/ is missing: npm run build');
  const { tarball, files, size } = pack(folder);
  await check('publint finds nothing', () => lint(tarball));
  await check('only what a user needs is shipped', () => onlyWanted(files));
  await check('the package is small', () => smallEnough(size));
  await check('packing twice gives the same bytes', () => sameTwice(tarball));
  await check('no AWS SDK and no @pulumi/aws at run time', noAwsCode);
  await check('every dependency has a known, permissive licence', licences);

  const project = await install(tarball, { dependencies: ['typescript', '@types/node'] });
  await check('require() gives the library', () => library(project, 'cjs', `const library = require('${NAME}');`));
  await check('import gives the library', () => library(project, 'mjs', `import * as library from '${NAME}';`));
  await check('the command says its version', () => version(project));
  await check('the command runs the demo', () => demo(project));
  await check('the pack boots from node_modules', () => boots(project));
  await check('a composed pack loads no library that reads YAML', () => loadsNoYaml(project));
  await check('examples/library compiles strictly and runs as CommonJS', () => exampleRuns(project, 'commonjs'));
  await check('examples/library compiles strictly and runs as ESM', () => exampleRuns(project, 'module'));
  await check('examples/composed-pack type-checks', () => composedPackCompiles(project));

  await check('it installs and boots where a policy group unpacks it', () => unpacked(tarball));

  await check('a bill of materials names what it comes with', () => billOfMaterials(tarball));

  const bare = await install(tarball, { without: ['typescript', 'ts-node'] });
  await check('the pack boots where there is no TypeScript', () => boots(bare));
}

async function check(what, prove) {
  try {
    const detail = await prove();
    console.log(`✓ ${what}${detail === undefined ? '' : `: ${detail}`}`);
  } catch (error) {
    throw new Error(`${what}: ${[error.message, error.stdout, error.stderr].filter(Boolean).join('\n')}`);
  }
}

function fail(reason) {
  throw new Error(reason);
}

async function lint(tarball) {
  const bytes = readFileSync(tarball);
  const { messages, pkg } = await publint({
    pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) },
    level: 'warning',
    strict: true,
  });
  if (messages.length > 0) fail(messages.map((message) => formatMessage(message, pkg, { color: false })).join('\n'));
}

function onlyWanted(files) {
  const unwanted = files.filter((path) => !SHIPPED.test(path) || NEVER_SHIPPED.test(path));
  if (unwanted.length > 0) fail(`should not be shipped: ${unwanted.join(', ')}`);
  const needed = [
    'LICENSE',
    'action.yml',
    'action/run.mjs',
    'action/issue.mjs',
    'PulumiPolicy.yaml',
    'README.md',
    'dist/policy-pack/index.js',
    'dist/src/cli/main.js',
  ];
  const missing = needed.filter((path) => !files.includes(path));
  if (missing.length > 0) fail(`is not shipped: ${missing.join(', ')}`);
  return `${files.length} files`;
}

function smallEnough(size) {
  const megabytes = `${(size / MEGABYTE).toFixed(2)} MB`;
  if (size > LARGEST) fail(`${megabytes} is more than ${LARGEST / MEGABYTE} MB`);
  return megabytes;
}

async function sameTwice(tarball) {
  const again = join(folder, 'again');
  mkdirSync(again);
  const hash = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');
  const [one, other] = [hash(tarball), hash(pack(again).tarball)];
  if (one !== other) fail(`${one} and ${other}`);
}

/** Every package that a user gets, as the lock file and the folders tell: `[name, folder]`. */
function productionPackages() {
  const { packages } = readJson(join(root, 'package-lock.json'));
  return Object.entries(packages)
    .filter(([path, { dev, devOptional, link }]) => path !== '' && !dev && !devOptional && !link)
    .filter(([path, { optional }]) => !optional || existsSync(join(root, path)))
    .map(([path]) => [path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length), join(root, path)]);
}

function noAwsCode() {
  const found = productionPackages().filter(([name]) => AWS_CODE.test(name));
  if (found.length > 0) fail(found.map(([name]) => name).join(', '));
}

function licences() {
  const packages = productionPackages();
  const refused = packages.flatMap(([name, path]) => {
    const own = readJson(join(path, 'package.json'));
    const stated = statedLicence(own, path);
    return permitted(stated) ? [] : [`${name}@${own.version} (${stated})`];
  });
  if (refused.length > 0) fail(refused.join(', '));
  return `${packages.length} packages`;
}

/** An SPDX expression without nesting: one of an OR is enough, an AND needs all. */
/** A manifest may only point to a file: the sentence that every MIT text begins its grant with tells that one. */
function statedLicence({ license, licenses }, path) {
  const pointed = /^SEE LICENSE IN (.+)$/i.exec(String(license))?.[1];
  if (pointed !== undefined && existsSync(join(path, pointed))) {
    const text = readFileSync(join(path, pointed), 'utf8');
    if (text.includes('Permission is hereby granted, free of charge, to any person obtaining a copy')) return 'MIT';
  }
  return license?.type ?? license ?? licenses?.map(({ type }) => type).join(' OR ') ?? 'none';
}

function permitted(expression) {
  const choices = String(expression).replace(/[()]/g, '').split(' OR ');
  return choices.some((choice) => choice.split(' AND ').every((licence) => LICENCES.has(licence.trim())));
}

/** An empty project with the tarball in it, as npm makes it; `without` are taken out again afterwards. */
async function install(tarball, { dependencies = [], without = [] }) {
  const project = mkdtempSync(join(folder, 'project-'));
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'project', version: '1.0.0', private: true }));
  const pinned = dependencies.map(
    (name) => `${name}@${readJson(join(root, 'node_modules', name, 'package.json')).version}`,
  );
  await npm(project, 'install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', tarball, ...pinned);
  for (const name of without) rmSync(join(project, 'node_modules', name), { recursive: true, force: true });
  return project;
}

/** Pulumi unpacks a published pack and runs `npm install` in its folder: no script of ours may need what is not shipped. */
async function unpacked(tarball) {
  const place = mkdtempSync(join(folder, 'policy-group-'));
  await run(place, 'tar', ['xzf', tarball]);
  const pack = join(place, 'package');
  await npm(pack, 'install', '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error');
  await bootsFrom(pack);
}

async function billOfMaterials(tarball) {
  const { stdout } = await run(root, process.execPath, ['scripts/bill-of-materials.mjs', tarball]);
  const { bomFormat, components } = JSON.parse(stdout);
  const named = new Map(components.map((component) => [component.name, component]));
  const missing = [NAME, ...Object.keys(manifest.dependencies)].filter((name) => !named.has(name));
  if (bomFormat !== 'CycloneDX' || missing.length > 0) fail(`${bomFormat} without ${missing.join(', ')}`);
  return `${components.length} components`;
}

async function library(project, extension, load) {
  const file = join(project, `library.${extension}`);
  writeFileSync(file, `${load}\n${ASK_THE_LIBRARY}`);
  // A pack serves when it is imported; a library must not, or this would never end.
  const { stdout } = await run(project, process.execPath, [file]);
  if (stdout !== '') fail(`importing it printed: ${stdout}`);
}

async function version(project) {
  const { stdout } = await run(project, 'npx', ['--no-install', 'credit-guard', '--version']);
  if (stdout.trim() !== manifest.version) fail(`it said ${stdout.trim()} and is ${manifest.version}`);
  return stdout.trim();
}

async function demo(project) {
  const command = join(project, 'node_modules/.bin/credit-guard');
  const { stdout } = await run(project, command, ['demo'], { NO_COLOR: '1' });
  const golden = readFileSync(join(root, 'test/golden/demo.txt'), 'utf8');
  if (stdout !== golden) fail(`it differs from test/golden/demo.txt:\n${stdout}`);
}

function boots(project) {
  return bootsFrom(join(project, 'node_modules', NAME));
}

/** Boots an installed pack as the engine does: the first line on standard output is the port. */
function bootsFrom(installed) {
  const runner = createRequire(join(installed, 'package.json')).resolve('@pulumi/pulumi/cmd/run-policy-pack');
  const child = spawn(process.execPath, [runner, '127.0.0.1:1', installed], {
    cwd: installed,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), 30_000);
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => {
      if (/^\d+$/.test(line)) resolve();
      else reject(new Error(`it printed "${line}" where its port should be`));
    });
    child.once('exit', (code) => reject(new Error(`it ended with ${code} before it served:\n${errors}`)));
  }).finally(() => {
    clearTimeout(timer);
    child.kill('SIGKILL');
  });
}

async function loadsNoYaml(project) {
  const loaded = 'Object.keys(require.cache).filter((file) => /node_modules.(zod|yaml)/.test(file))';
  const script = `require('${NAME}'); console.log(JSON.stringify(${loaded}))`;
  const { stdout } = await run(project, process.execPath, ['-e', script]);
  if (stdout.trim() !== '[]') fail(stdout);
}

/** The README's program, as a user writes it: strict, and with the types of the package checked too. */
async function exampleRuns(project, type) {
  const own = join(project, type);
  cpSync(join(root, 'examples/library'), own, { recursive: true });
  writeFileSync(join(own, 'package.json'), JSON.stringify({ private: true, type }));
  await compile(project, own);
  const ran = await run(own, process.execPath, ['index.js', join(root, 'src/data/demo'), '2026-12-01T09:00:00Z']).catch(
    (error) => error,
  );
  if (ran.code !== 1) fail(`it should end with 1, for something blocks: ${ran.code}\n${ran.stderr}`);
  const [verdict] = ran.stdout.split('\n');
  const golden = readFileSync(join(root, 'test/golden/demo.txt'), 'utf8').replace(/\s+/g, ' ');
  if (verdict === '' || !golden.includes(verdict)) fail(`it does not say what the demo says:\n${ran.stdout}`);
}

async function composedPackCompiles(project) {
  const own = join(project, 'composed-pack');
  cpSync(join(root, 'examples/composed-pack'), own, { recursive: true });
  await compile(project, own, '--noEmit');
}

function compile(project, folder, ...flags) {
  return run(folder, process.execPath, [
    join(project, 'node_modules/typescript/bin/tsc'),
    '--project',
    folder,
    ...flags,
  ]);
}

function npm(cwd, ...args) {
  return run(cwd, 'npm', args);
}

function run(cwd, command, args, env = {}) {
  const options = { cwd, env: { ...process.env, ...env }, timeout: 300_000, maxBuffer: 64 * MEGABYTE };
  return execute(command, args, options);
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
