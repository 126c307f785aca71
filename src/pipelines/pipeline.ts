/** A Pulumi project in a repository, as a pipeline has to know it. Folders are from the root, with slashes; `.` is the root. */
export interface Project {
  readonly folder: string;
  readonly runtime: string;
  readonly stacks: readonly Stack[];
  /** Where the guard is installed: the folder that has `node_modules` with it. */
  readonly home: string;
  readonly install: string;
}

export interface Stack {
  readonly name: string;
  /** Undefined where the stack's configuration names none. */
  readonly region: string | undefined;
}

export const PLATFORMS = ['github', 'gitlab', 'azure', 'bitbucket', 'circleci', 'buildkite', 'jenkins'] as const;
export type PlatformName = (typeof PLATFORMS)[number];

/** One CI platform: what shows that a repository uses it, and the file that runs the guard there. */
export interface Platform {
  readonly title: string;
  /** Files and folders, from the root of the repository, that only this platform reads. */
  readonly signs: readonly string[];
  /** A word in the address of the repository's remote. */
  readonly host?: string | undefined;
  /** Where our file goes, from the root. */
  readonly file: string;
  /** What makes the platform read it, where it does not by itself. */
  readonly include?: string | undefined;
  text(projects: readonly Project[]): string;
}

/** One stack with its project: what a job is for. */
export interface Job {
  readonly project: Project;
  readonly stack: string;
  readonly region: string | undefined;
  /** `infra-prod`: fit for a name of a job on each platform, and of one job alone. */
  readonly slug: string;
}

/** A project whose stacks are kept elsewhere has a job too; its stack is then for a person to fill in. */
export const UNNAMED_STACK = 'STACK';

export function jobsOf(projects: readonly Project[]): Job[] {
  const jobs = projects.flatMap((project) =>
    (project.stacks.length === 0 ? [{ name: UNNAMED_STACK, region: undefined }] : project.stacks).map(
      ({ name, region }) => ({ project, stack: name, region }),
    ),
  );
  const slugs = slugsOf(jobs.map(({ project, stack }) => [project.folder === '.' ? '' : project.folder, stack]));
  return jobs.map((job, i) => ({ ...job, slug: slugs[i] ?? '' }));
}

/** Names that begin with a letter, of letters, digits and hyphens; those that come out alike are counted. */
export function slugsOf(names: readonly (readonly string[])[]): string[] {
  const used = new Map<string, number>();
  return names.map((parts) => {
    const plain = parts
      .flatMap((part) => part.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '') || [])
      .join('-')
      .replace(/^[^A-Za-z]+/, '');
    const slug = plain || 'check';
    const count = (used.get(slug) ?? 0) + 1;
    used.set(slug, count);
    return count === 1 ? slug : `${slug}-no-${count}`;
  });
}

/** A word of a shell; what is not plain stands in quotes. */
export const shellWord = (text: string): string =>
  /^[\w./@:-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

/** A text of YAML, in quotes where it could be read as something else. */
export const yamlText = (text: string): string =>
  /^[A-Za-z][\w./-]*$/.test(text) && !/^(y|n|yes|no|on|off|true|false|null)$/i.test(text) ? text : JSON.stringify(text);

/** From one folder of the repository to another. */
export function between(from: string, to: string): string {
  const [start, end] = [from, to].map((folder) => folder.split('/').filter((part) => part !== '.' && part !== ''));
  let same = 0;
  while (same < (start?.length ?? 0) && start?.[same] === end?.[same]) same++;
  const path = [...(start ?? []).slice(same).map(() => '..'), ...(end ?? []).slice(same)].join('/');
  return path === '' ? '.' : path;
}

/**
 * The command as a pipeline writes it. In a program of Node.js npx finds the installed one, and never fetches a stranger's
 * package of its name; elsewhere it is named by its path.
 */
export const commandOf = ({ folder, home, runtime }: Project): string =>
  runtime === 'nodejs'
    ? 'npx --no-install credit-guard'
    : shellWord(`${between(folder, home)}/node_modules/.bin/credit-guard`);

export interface Report {
  readonly format: string;
  readonly file: string;
}

/** The lines of a shell that judge one stack, from the root of the repository. */
export function checkLines({ project, stack }: Job, reports: readonly Report[]): string[] {
  const written = reports.map(({ format, file }) => ` --report ${format}=${file}`).join('');
  return [
    ...(project.folder === '.' ? [] : [`cd ${shellWord(project.folder)}`]),
    `pulumi preview --json --show-sames --stack ${shellWord(stack)} > plan.json`,
    `${commandOf(project)} check plan.json${written}`,
  ];
}

/** The lines that install the guard and what the program needs, from the root of the repository. */
export function installLines({ folder, home, install, runtime }: Project): string[] {
  const inFolder = (where: string, line: string) => (where === '.' ? line : `(cd ${shellWord(where)} && ${line})`);
  return [
    inFolder(home, install),
    ...(runtime === 'nodejs' ? [] : [`pulumi install${folder === '.' ? '' : ` --cwd ${shellWord(folder)}`}`]),
  ];
}

/** The reports that a folder of the job is kept for, from the root of the repository. */
export const inFolder = ({ project }: Job, file: string): string =>
  project.folder === '.' ? file : `${project.folder}/${file}`;

/** Above every file: what it does, and whose it is. */
export const HEAD = [
  '# What AWS credits do not cover, before it is deployed. Written by `credit-guard init`; it is yours now.',
  '# credit-guard.yaml says what blocks. Without a balance it warns: `credit-guard credits fetch` reads one.',
];

/** Of a platform that has secrets and no login of its own. */
export const SECRETS =
  'Secrets: PULUMI_ACCESS_TOKEN, and what the AWS provider needs to preview (a role that may read is enough).';

/** Installs the CLI where no step of the platform does. */
export const INSTALL_PULUMI = [
  'curl -fsSL https://get.pulumi.com | sh',
  'export PATH="$HOME/.pulumi/bin:$PATH"',
] as const;

export const NODE_IMAGE = 'node:24-bookworm';

/** A line of a shell as one text of YAML. */
export const yamlLine = (line: string): string => (/: |^[^A-Za-z./]|\s#/.test(line) ? JSON.stringify(line) : line);
