// Runs the real Pulumi engine in tests, offline: a local backend, a stand-in AWS provider, nothing downloaded.
// A `pulumi` on PATH is used with its own Node.js language host. One that scripts/engine.mjs has built comes with the
// stand-in of cli/engine/nodejs-host: the real host is not available as a Go module. Its README.md says what it leaves out.
import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, it } from 'vitest';

const root = dirname(dirname(__dirname));

export type Env = Record<string, string>;

export type Engine =
  | { readonly available: true; readonly env: Env }
  | { readonly available: false; readonly why: string };

export interface Ran {
  /** The exit code; null when the command was killed, as at its time limit. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Stack {
  /** The copy of the program that the commands run in. */
  readonly cwd: string;
  readonly env: Env;
  run(args: readonly string[], options?: { readonly env?: Env; readonly timeoutMs?: number }): Promise<Ran>;
  dispose(): void;
}

let found: Engine | undefined;

/** The engine to test with, and the environment that it needs. Never builds one: that takes minutes. */
export function engine(): Engine {
  found ??= findEngine();
  return found;
}

function findEngine(): Engine {
  const script = join(root, 'scripts/engine.mjs');
  const asked = spawnSync(process.execPath, [script, '--find'], { encoding: 'utf8' });
  if (asked.status !== 0) return { available: false, why: asked.stderr.trim() };
  const path = [asked.stdout.trim(), dirname(process.execPath), process.env['PATH']];
  return { available: true, env: { PATH: path.join(delimiter) } };
}

/** `describe` for tests that need the engine: without one they say so and do not run, or fail where it is a must. */
export function describeWithEngine(name: string, body: () => void): void {
  const it_ = engine();
  if (it_.available) {
    describe(name, body);
  } else if (process.env['CREDIT_GUARD_REQUIRE_ENGINE'] === '1') {
    describe(name, () => {
      it('has a Pulumi engine', () => {
        throw new Error(it_.why);
      });
    });
  } else {
    process.stderr.write(`\n!! NOT RUN: ${name}: ${it_.why}\n\n`);
    describe.skip(name, body);
  }
}

/** The caller's environment without what would lead Pulumi elsewhere: an account, an organization, AWS credentials. */
function cleanEnv(): Env {
  const kept = Object.entries(process.env).filter(([key]) => !/^(PULUMI_|AWS_|OTEL_|NODE_OPTIONS$|VITEST)/.test(key));
  return Object.fromEntries(kept.map(([key, value]) => [key, value ?? '']));
}

/** Runs one command of the engine. At its time limit it is killed with all that it started. */
export function runPulumi(
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: Env; readonly timeoutMs?: number },
): Promise<Ran> {
  const using = engine();
  if (!using.available) throw new Error(using.why);
  return new Promise((resolve, reject) => {
    const child = spawn('pulumi', ['--non-interactive', '--color', 'never', ...args], {
      cwd: options.cwd,
      env: { ...cleanEnv(), ...using.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    const limit = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, options.timeoutMs ?? 60_000);
    child.on('error', (error) => {
      clearTimeout(limit);
      reject(error);
    });
    child.on('close', (code) => {
      clearTimeout(limit);
      resolve({ code, stdout, stderr });
    });
  });
}

/** A new folder under the system's temporary one, with the repository's packages in reach of what is put there. */
export function newFolder(): string {
  // The real path: the engine and Node.js otherwise disagree where the temporary folder is a link.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'credit-guard-engine-')));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

/** Puts the stand-in providers where the engine keeps installed plugins, as if they were the released ones. */
function installProviders(pulumiHome: string): void {
  const manifest = readFileSync(join(root, 'node_modules/@pulumi/aws/package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  for (const [name, of] of [
    ['aws', version],
    ['aws-native', '1.0.0'],
    ['kubernetes', '4.0.0'],
    ['net', '0.1.0'], // a Terraform module, under the name that its owner gave it
  ] as const) {
    const folder = join(pulumiHome, 'plugins', `resource-${name}-v${of}`);
    mkdirSync(folder, { recursive: true });
    symlinkSync(join(__dirname, 'provider/bin', `pulumi-resource-${name}`), join(folder, `pulumi-resource-${name}`));
  }
}

/** A copy of a program with a stack of its own in a backend of its own. */
export async function newStack(programFolder: string, name = 'dev'): Promise<Stack> {
  const home = newFolder();
  const cwd = join(home, 'program');
  const backend = join(home, 'backend');
  cpSync(programFolder, cwd, { recursive: true });
  mkdirSync(backend);
  installProviders(join(home, 'pulumi'));
  const env: Env = {
    PULUMI_HOME: join(home, 'pulumi'),
    PULUMI_BACKEND_URL: pathToFileURL(backend).href,
    PULUMI_CONFIG_PASSPHRASE: 'test',
    PULUMI_SKIP_UPDATE_CHECK: 'true',
    // A plugin that is not at hand is an error at once, not a download.
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: 'true',
    // Programs are type-checked with the tests, not again at every run.
    PULUMI_NODEJS_TRANSPILE_ONLY: 'true',
  };
  const stack: Stack = {
    cwd,
    env,
    run: (args, options = {}) =>
      runPulumi(args, {
        cwd,
        env: { ...env, ...options.env },
        ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
      }),
    dispose: () => rmSync(home, { recursive: true, force: true }),
  };
  const made = await stack.run(['stack', 'init', name]);
  if (made.code !== 0) throw new Error(`pulumi stack init failed\n${made.stdout}${made.stderr}`);
  return stack;
}

/** Writes a policy pack of one compiled file, and returns its folder. */
export function writePack(home: string, name: string, code: string): string {
  const folder = join(home, name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'PulumiPolicy.yaml'), 'runtime: nodejs\n');
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '0.0.1', main: 'index.js' }));
  writeFileSync(join(folder, 'index.js'), code);
  return folder;
}
