import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { newFile, writeFault } from '../../adapters/replace-file';
import { isInstalled, pathFrom, type Repository, readRepository } from '../../adapters/repository';
import { CONFIG_FILE, findConfig } from '../../config/find';
import { PROGRAMS, type Program } from '../../core/credits/program';
import type { WriteFault } from '../../core/file-fault';
import { nearest } from '../../core/nearest';
import { PIPELINES } from '../../pipelines';
import { between } from '../../pipelines/pipeline';
import { type Answers, firstConfig, foundWords, nextSteps, projectWords } from '../../words/init';
import { NEEDED } from '../../words/settings';
import { clean } from '../../words/text';
import { writeFaultWords } from '../../words/write-faults';
import { Asking, Cancelled, type Question } from '../ask';
import { CI_CHOICES, isAccount } from '../choices';
import { EXIT, type ExitCode } from '../exit-codes';
import { nowOf } from '../gather';
import { InputError, type Io, write } from '../io';

type Ci = (typeof CI_CHOICES)[number];

export interface InitOptions {
  readonly yes: boolean;
  readonly dryRun: boolean;
  readonly program?: Program;
  readonly account?: string;
  readonly ci?: Ci;
}

interface FirstFile {
  /** Absolute. */
  readonly file: string;
  readonly content: string;
  /** What makes the platform read it. */
  readonly include?: string | undefined;
}

/** Sets a repository up: a first configuration, and a file for its CI. What is there stays as it is. */
export async function init(options: InitOptions, io: Io): Promise<ExitCode> {
  const { now } = nowOf({}, io); // a slip in the environment is told before anything is asked
  const repository = readRepository(io.cwd, io.env);
  if (repository.projects.length === 0) throw new InputError(NO_PROJECT);
  await write(
    io.stderr,
    linesOf(foundWords(repository.projects), ...repository.projects.map((one) => `  ${projectWords(one)}`)),
  );
  const answers = await answersTo(options, repository, io);
  if (answers === undefined) return EXIT.interrupted;
  const folder = pathFrom(repository.root, io.cwd);
  const [pipeline] = ciFile(answers.ci, repository);
  const files = [configFile(answers, folder, repository, io), ...(pipeline === undefined ? [] : [pipeline])];
  if (options.dryRun) {
    for (const { file, content } of files) await write(io.stdout, `# ${shown(file, io)}\n${content}\n`);
    await write(io.stderr, 'Nothing was written (--dry-run).\n');
    return EXIT.fine;
  }
  const written: FirstFile[] = [];
  for (const one of files) if (await put(one, io)) written.push(one);
  const next = nextSteps({
    ...answers,
    projects: repository.projects,
    missing: repository.projects.filter((project) => !isInstalled(repository.root, project)),
    hasSnapshot: existsSync(join(io.cwd, 'credits.json')),
    folder,
    include: written.find(({ include }) => include !== undefined)?.include,
    ciFile: pipeline !== undefined && written.includes(pipeline) ? shown(pipeline.file, io) : undefined,
    now,
    version: io.tool.version,
  });
  await write(io.stdout, linesOf('', 'Next', ...next));
  return EXIT.fine;
}

const linesOf = (...lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

const NO_PROJECT = [
  'There is no Pulumi project here, above, or in a folder below. Run it in your repository, or make a project first:',
  '  pulumi new aws-typescript',
];

type Wanted = Answers & { readonly ci: Ci };

/** On a terminal what no option says is asked; undefined when somebody has had enough. */
async function answersTo(options: InitOptions, { platform }: Repository, io: Io): Promise<Wanted | undefined> {
  const byDefault: Wanted = {
    program: options.program ?? 'unknown',
    account: options.account,
    ci: options.ci ?? platform ?? 'none',
  };
  if (options.yes || io.stdin.isTTY !== true || io.stderr.isTTY !== true) return byDefault;
  const asking = new Asking(io);
  try {
    return {
      program: options.program ?? (await asking.ask(choice('Where do your credits come from?', PROGRAMS, 'unknown'))),
      account: options.account ?? ((await asking.ask(ACCOUNT)) || undefined),
      ci: options.ci ?? (await asking.ask(choice('A file for which CI?', CI_CHOICES, byDefault.ci))),
    };
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    await write(io.stderr, '\nNothing was written.\n');
    return undefined;
  } finally {
    asking.close();
  }
}

const choice = <T extends string>(text: string, choices: readonly T[], byDefault: T): Question<T> => ({
  text,
  choices,
  byDefault,
  read: (answer) => choices.find((one) => one === answer.toLowerCase()),
  hint: (answer) => {
    const near = nearest(answer, choices);
    return near === undefined ? `${answer} is none of these.` : `Did you mean ${near}?`;
  },
});

/** 12 digits; empty where the login is to say. */
const ACCOUNT: Question<string> = {
  text: 'Which AWS account is billed? (empty: the one of your login)',
  byDefault: '',
  read: (answer) => (answer === '' || isAccount(answer) ? answer : undefined),
  hint: () => NEEDED.account,
};

/** The one in use, where there is one. */
function configFile(answers: Answers, folder: string, { projects: [first] }: Repository, io: Io): FirstFile {
  const file = findConfig({ named: undefined, from: io.cwd })?.file ?? join(io.cwd, CONFIG_FILE);
  const schema = `${between(folder, first?.home ?? folder)}/node_modules/pulumi-credit-guard/docs/schemas/credit-guard.schema.json`;
  return { file, content: firstConfig(answers, schema, nowOf({}, io).now) };
}

function ciFile(ci: Ci, { root, projects }: Repository): FirstFile[] {
  if (ci === 'none') return [];
  const { file, include, text } = PIPELINES[ci];
  return [{ file: join(root, file), content: text(projects), include }];
}

/** Writes a file that is not there; says so of one that is. */
async function put({ file, content }: FirstFile, io: Io): Promise<boolean> {
  const fault = inNewFolder(file) ?? newFile(file, content);
  if (fault === false) {
    await write(io.stderr, `Kept ${shown(file, io)}: it was there. --dry-run prints what would be in it.\n`);
    return false;
  }
  if (fault !== undefined) throw new InputError([`${shown(file, io)}: ${writeFaultWords(fault)}.`]);
  await write(io.stderr, `Wrote ${shown(file, io)}\n`);
  return true;
}

function inNewFolder(file: string): WriteFault | undefined {
  try {
    mkdirSync(dirname(file), { recursive: true });
    return undefined;
  } catch (error) {
    return writeFault(error);
  }
}

const shown = (file: string, { cwd }: Io): string => clean(relative(cwd, file) || file);
