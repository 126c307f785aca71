// Programs in Go that tests run, built once from the modules that pin them, and kept.
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

const exe = process.platform === 'win32' ? '.exe' : '';

/** The folder on PATH that has a program; undefined when none has. */
export function onPath(name) {
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

function cache() {
  const asked = process.env.CREDIT_GUARD_ENGINE_CACHE;
  return resolve(
    asked || join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'pulumi-credit-guard', 'engine'),
  );
}

/**
 * Programs that stand side by side in one folder. `modules`: where their modules lie. `versions`: by module, the package whose
 * version it pins, and the variable that says so.
 */
export class GoPrograms {
  constructor({ modules, flags, versions, programs }) {
    Object.assign(this, { modules, flags, versions, programs });
  }

  /** Where they stand once they are built; undefined before. */
  find() {
    const bin = this.binOf(this.programs.map((program) => this.buildOf(program)));
    return existsSync(bin) ? bin : undefined;
  }

  /** Builds what the cache lacks of them and returns their folder; undefined when there is no `go` to build with. */
  build(say = (line) => process.stderr.write(`${line}\n`)) {
    const builds = this.programs.map((program) => this.buildOf(program));
    const bin = this.binOf(builds);
    if (existsSync(bin)) return bin;
    if (onPath('go') === undefined) return undefined;
    for (const [index, { module, name, source }] of this.programs.entries()) {
      if (existsSync(builds[index])) continue;
      const started = Date.now();
      const version = this.pinned(module);
      say(`building ${name} ${version} (${index + 1} of ${this.programs.length}; the first build takes minutes) …`);
      const link = `-s -w -X ${this.versions[module].into}=${version}`;
      makeFolder(dirname(builds[index]), (aside) => {
        const done = spawnSync(
          'go',
          ['build', ...this.flags, '-ldflags', link, '-o', join(aside, name + exe), source],
          {
            cwd: join(this.modules, module),
            env: { ...process.env, GOWORK: 'off' },
            stdio: ['ignore', 2, 2],
          },
        );
        if (done.status !== 0) throw new Error(`go build ${source} failed`);
      });
      say(`built ${name} in ${Math.round((Date.now() - started) / 1000)} s`);
    }
    makeFolder(bin, (aside) => {
      for (const build of builds) linkOrCopy(build, join(aside, basename(build)));
    });
    return bin;
  }

  pinned(module) {
    const { of } = this.versions[module];
    const line = readFileSync(join(this.modules, module, 'go.mod'), 'utf8').match(
      new RegExp(`^(?:require)?\\s*${of} (v\\S+)`, 'm'),
    );
    if (line === null) throw new Error(`${module}/go.mod does not pin ${of}`);
    return line[1];
  }

  /** What a program is built from: its pins and, where it is one of this repository's, its own source. */
  sourcesOf({ module, source }) {
    const folder = join(this.modules, module);
    const own = source.startsWith('./') ? readdirSync(join(folder, source), { recursive: true, encoding: 'utf8' }) : [];
    return ['go.mod', 'go.sum', ...own.filter((file) => file.endsWith('.go')).map((file) => join(source, file))]
      .sort()
      .map((file) => join(folder, file));
  }

  /** Where a build of exactly these sources belongs. A program of its own each: one takes minutes, another seconds. */
  buildOf(program) {
    const hash = createHash('sha256').update(
      JSON.stringify([this.flags, program, this.versions[program.module], process.platform, process.arch]),
    );
    for (const file of this.sourcesOf(program)) {
      hash.update(`\0${relative(this.modules, file)}\0`).update(readFileSync(file));
    }
    return join(cache(), 'programs', `${program.name}-${hash.digest('hex').slice(0, 16)}`, program.name + exe);
  }

  /** The folder that has these builds side by side: the CLI of Pulumi warns of a language host that is elsewhere. */
  binOf(builds) {
    const hash = createHash('sha256').update(JSON.stringify(builds.map((build) => relative(cache(), build))));
    return join(cache(), `bin-${hash.digest('hex').slice(0, 16)}`);
  }
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

function linkOrCopy(from, to) {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/**
 * The command line of a script: prints the folder of its programs, and builds them unless `--find` is given. Exit 4 when there
 * are none and no way to get any.
 */
export function printFolder(script, { what, find, build }) {
  if (process.argv[1] === undefined || resolve(process.argv[1]) !== fileURLToPath(script)) return;
  const isFinding = process.argv.includes('--find');
  const name = basename(fileURLToPath(script));
  let bin;
  try {
    bin = find() ?? (isFinding ? undefined : build());
  } catch (error) {
    process.stderr.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
  if (bin === undefined) {
    process.stderr.write(
      isFinding
        ? `${name}: no ${what} is there; node scripts/${name} builds one where go is installed\n`
        : `${name}: there is neither ${what} nor go to build it with\n`,
    );
    process.exit(4);
  }
  process.stdout.write(`${bin}\n`);
}
