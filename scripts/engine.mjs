// Finds a Pulumi engine for the tests of test/engine, or builds the one that they pin, and prints its directory.
//   node scripts/engine.mjs          what is on PATH, else what was built before, else build it (minutes)
//   node scripts/engine.mjs --find   the same without building
// Exit 0 with the directory on standard output; 4 when there is no engine and no way to get one.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { basename, delimiter, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const modules = join(dirname(dirname(fileURLToPath(import.meta.url))), 'test/engine/cli');
const exe = process.platform === 'win32' ? '.exe' : '';

// The tags and linker flags of Pulumi's own releases. grpcnotrace lets the linker drop dead code.
const flags = ['-trimpath', '-buildvcs=false', '-tags', 'osusergo,grpcnotrace'];
const programs = [
  { module: 'engine', name: 'pulumi', source: 'github.com/pulumi/pulumi/pkg/v3/cmd/pulumi' },
  // A stand-in for the real one, which is no module that can be built from here: see its README.md.
  { module: 'engine', name: 'pulumi-language-nodejs', source: './nodejs-host' },
  { module: 'yaml', name: 'pulumi-language-yaml', source: 'github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml' },
];
const versions = {
  engine: { of: 'github.com/pulumi/pulumi/pkg/v3', into: 'github.com/pulumi/pulumi/sdk/v3/go/common/version.Version' },
  yaml: { of: 'github.com/pulumi/pulumi-yaml', into: 'github.com/pulumi/pulumi-yaml/pkg/version.Version' },
};

function onPath(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    if (folder === '') continue;
    try {
      accessSync(join(folder, name + exe), constants.X_OK);
      return resolve(folder);
    } catch {
      // Not in this one.
    }
  }
  return undefined;
}

function pinned(module) {
  const { of } = versions[module];
  const line = readFileSync(join(modules, module, 'go.mod'), 'utf8').match(
    new RegExp(`^(?:require)?\\s*${of} (v\\S+)`, 'm'),
  );
  if (line === null) throw new Error(`${module}/go.mod does not pin ${of}`);
  return line[1];
}

function cache() {
  const asked = process.env.CREDIT_GUARD_ENGINE_CACHE;
  return resolve(
    asked || join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'pulumi-credit-guard', 'engine'),
  );
}

/** What a program is built from: its pins and, where it is one of this repository's, its own source. */
function sourcesOf({ module, source }) {
  const folder = join(modules, module);
  const own = source.startsWith('./') ? readdirSync(join(folder, source), { recursive: true, encoding: 'utf8' }) : [];
  return ['go.mod', 'go.sum', ...own.filter((file) => file.endsWith('.go')).map((file) => join(source, file))]
    .sort()
    .map((file) => join(folder, file));
}

/** Where a build of exactly these sources belongs. A program of its own each: the CLI takes minutes, the rest seconds. */
function buildOf(program) {
  const hash = createHash('sha256').update(
    JSON.stringify([flags, program, versions[program.module], process.platform, process.arch]),
  );
  for (const file of sourcesOf(program)) {
    hash.update(`\0${relative(modules, file)}\0`).update(readFileSync(file));
  }
  return join(cache(), 'programs', `${program.name}-${hash.digest('hex').slice(0, 16)}`, program.name + exe);
}

/** The folder that has these builds side by side: the CLI warns of a language host that is elsewhere. */
function binOf(builds) {
  const hash = createHash('sha256').update(JSON.stringify(builds.map((build) => relative(cache(), build))));
  return join(cache(), `bin-${hash.digest('hex').slice(0, 16)}`);
}

/** Makes a folder whole or not at all: never is one that was cut short, or is made twice at once, taken for whole. */
export function makeFolder(folder, fill) {
  mkdirSync(dirname(folder), { recursive: true });
  const aside = mkdtempSync(`${folder}.`);
  try {
    fill(aside);
    try {
      renameSync(aside, folder);
    } catch (error) {
      // Another process was first.
      if (!existsSync(folder)) throw error;
    }
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** The directory of a `pulumi` that can be run now, or undefined. */
export function findEngine() {
  const found = onPath('pulumi');
  if (found !== undefined) return found;
  const bin = binOf(programs.map(buildOf));
  return existsSync(bin) ? bin : undefined;
}

/** Builds what the cache lacks of the engine and returns its directory; undefined when there is no `go` to build with. */
export function buildEngine(say = (line) => process.stderr.write(`${line}\n`)) {
  const builds = programs.map(buildOf);
  const bin = binOf(builds);
  if (existsSync(bin)) return bin;
  if (onPath('go') === undefined) return undefined;
  for (const [index, { module, name, source }] of programs.entries()) {
    if (existsSync(builds[index])) continue;
    const started = Date.now();
    const version = pinned(module);
    say(`building ${name} ${version} (${index + 1} of ${programs.length}; the first build takes minutes) …`);
    const link = `-s -w -X ${versions[module].into}=${version}`;
    makeFolder(dirname(builds[index]), (aside) => {
      const done = spawnSync('go', ['build', ...flags, '-ldflags', link, '-o', join(aside, name + exe), source], {
        cwd: join(modules, module),
        env: { ...process.env, GOWORK: 'off' },
        stdio: ['ignore', 2, 2],
      });
      if (done.status !== 0) throw new Error(`go build ${source} failed`);
    });
    say(`built ${name} in ${Math.round((Date.now() - started) / 1000)} s`);
  }
  makeFolder(bin, (aside) => {
    for (const build of builds) linkOrCopy(build, join(aside, basename(build)));
  });
  return bin;
}

function linkOrCopy(from, to) {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const findOnly = process.argv.includes('--find');
  let bin;
  try {
    bin = findEngine() ?? (findOnly ? undefined : buildEngine());
  } catch (error) {
    process.stderr.write(`engine: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
  if (bin === undefined) {
    process.stderr.write(
      findOnly
        ? 'engine: no pulumi on PATH and none built; node scripts/engine.mjs builds one where go is installed\n'
        : 'engine: neither pulumi nor go is on PATH, so there is no Pulumi engine to test with\n',
    );
    process.exit(4);
  }
  process.stdout.write(`${bin}\n`);
}
