import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { parse } from 'yaml';
import { PIPELINES } from '../pipelines';
import { PLATFORMS, type PlatformName, type Project, type Stack } from '../pipelines/pipeline';
import { regionOfEnvironment } from './aws-region';

/** What `init` finds around the folder that it is run in. */
export interface Repository {
  /** The folder with `.git`, else the one that `init` is run in. */
  readonly root: string;
  readonly projects: readonly Project[];
  /** The CI platform that the repository uses, where it shows one. */
  readonly platform: PlatformName | undefined;
}

/** Reads the names of files, Pulumi's project and stack files, and the address of the remote. Nothing is run. */
export function readRepository(from: string, env: NodeJS.ProcessEnv): Repository {
  const root = upward(from, (folder) => existsSync(join(folder, '.git'))) ?? from;
  const assumed = regionOfEnvironment(env)?.region;
  const projects = projectFolders(from).map((folder) => readProject(folder, root, assumed));
  return { root, projects, platform: platformOf(root) };
}

function upward(from: string, isIt: (folder: string) => boolean): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (isIt(folder)) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

const PROJECT_FILES = ['Pulumi.yaml', 'Pulumi.yml', 'Pulumi.json'];
const MOST_PROJECTS = 100;
const DEEPEST = 6;
/** Folders of other people's code and of what is built. */
const NOT_OURS = new Set(['node_modules', 'vendor', 'venv', 'dist', 'build', 'bin', 'obj', 'target', '__pycache__']);

/** The project that a folder lies in, or the projects below it, nearest first. */
function projectFolders(from: string): string[] {
  const root = upward(from, (folder) => existsSync(join(folder, '.git')));
  const above = upward(from, (folder) => folder === root || hasProject(folder));
  if (above !== undefined && hasProject(above)) return [above];
  const found: string[] = [];
  let level = [from];
  for (let depth = 0; depth < DEEPEST && found.length < MOST_PROJECTS; depth++) {
    level = level.flatMap((folder) => foldersIn(folder));
    found.push(...level.filter(hasProject));
  }
  return found.slice(0, MOST_PROJECTS);
}

const hasProject = (folder: string): boolean => PROJECT_FILES.some((name) => existsSync(join(folder, name)));

// biome-ignore lint/suspicious/noControlCharactersInRegex: such a name fits no line of a pipeline
const ODD_NAME = /[\u0000-\u001f\u007f]/;

function foldersIn(folder: string): string[] {
  return entriesOf(folder)
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !NOT_OURS.has(entry.name))
    .map(({ name }) => name)
    .filter((name) => !ODD_NAME.test(name))
    .sort()
    .map((name) => join(folder, name));
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function readProject(folder: string, root: string, assumed: string | undefined): Project {
  const file = PROJECT_FILES.map((name) => join(folder, name)).find((path) => existsSync(path)) ?? '';
  const project = documentOf(file);
  const { runtime, stackConfigDir } = project as { runtime?: string | { name?: string }; stackConfigDir?: unknown };
  const name = typeof runtime === 'string' ? runtime : runtime?.name;
  const stackFolder = typeof stackConfigDir === 'string' ? join(folder, stackConfigDir) : folder;
  return {
    folder: pathFrom(root, folder),
    runtime: typeof name === 'string' ? name : 'unknown',
    stacks: stacksIn(stackFolder, assumed),
    ...guardHome(folder, root, name === 'nodejs'),
  };
}

/** From one folder of a repository to another below it, with slashes. */
export const pathFrom = (root: string, folder: string): string => relative(root, folder).split(sep).join('/') || '.';

/** `Pulumi.prod.yaml` is the configuration of the stack `prod`. */
const STACK_FILE = /^Pulumi\.([\w.-]+)\.ya?ml$/;

function stacksIn(folder: string, assumed: string | undefined): Stack[] {
  return entriesOf(folder)
    .flatMap(({ name }) => {
      const stack = STACK_FILE.exec(name)?.[1];
      return stack === undefined ? [] : [{ name: stack, region: regionIn(join(folder, name)) ?? assumed }];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;

function regionIn(stackFile: string): string | undefined {
  const { config } = documentOf(stackFile) as { config?: Record<string, unknown> };
  return ['aws:region', 'aws-native:region']
    .map((key) => config?.[key])
    .find((region): region is string => typeof region === 'string' && REGION.test(region));
}

const LARGEST = 1_000_000;

/** A document of YAML or JSON; one that cannot be read says nothing. */
function documentOf(file: string): object {
  try {
    if (statSync(file).size > LARGEST) return {};
    const document: unknown = parse(readFileSync(file, 'utf8'), { logLevel: 'silent' });
    return typeof document === 'object' && document !== null ? document : {};
  } catch {
    return {};
  }
}

/** What the lock file of each package manager means for who installs. */
const INSTALLS = [
  { lock: 'package-lock.json', install: 'npm ci' },
  { lock: 'pnpm-lock.yaml', install: 'corepack enable && pnpm install --frozen-lockfile' },
  { lock: 'yarn.lock', install: 'corepack enable && yarn install --immutable' },
] as const;

/** Outside a program of Node.js the guard has a folder of its own. */
export const OWN_FOLDER = 'credit-guard';

function guardHome(folder: string, root: string, isNode: boolean): Pick<Project, 'home' | 'install'> {
  if (!isNode) return { home: OWN_FOLDER, install: 'npm ci' };
  for (let place = folder; ; place = dirname(place)) {
    const found = INSTALLS.find(({ lock }) => existsSync(join(place, lock)));
    if (found !== undefined) return { home: pathFrom(root, place), install: found.install };
    if (place === root || dirname(place) === place) return { home: pathFrom(root, folder), install: 'npm ci' };
  }
}

/** By the files that only one platform reads, then by where the repository is kept. */
function platformOf(root: string): PlatformName | undefined {
  const bySign = PLATFORMS.filter((name) => PIPELINES[name].signs.some((sign) => existsSync(join(root, sign))));
  const remote = remoteOf(root);
  const byHost = PLATFORMS.filter((name) => {
    const { host } = PIPELINES[name];
    return host !== undefined && remote.includes(host);
  });
  return bySign.find((name) => byHost.includes(name)) ?? bySign[0] ?? byHost[0];
}

function remoteOf(root: string): string {
  try {
    return /^\s*url\s*=\s*(.+)$/m.exec(readFileSync(join(root, '.git', 'config'), 'utf8'))?.[1] ?? '';
  } catch {
    return '';
  }
}

/** Is the guard installed where a project would find it? */
export const isInstalled = (root: string, { home }: Project): boolean =>
  existsSync(join(root, home, 'node_modules', 'pulumi-credit-guard', 'package.json'));
