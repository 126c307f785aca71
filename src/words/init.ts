import type { Program } from '../core/credits/program';
import type { Instant } from '../core/instant';
import { between, commandOf, jobsOf, type Project, shellWord, UNNAMED_STACK } from '../pipelines/pipeline';
import { ACCOUNT_PLAN_COMMAND, creditsCommand } from './aws-commands';
import { clean, counted } from './text';

/** What somebody has answered, or left at its default. */
export interface Answers {
  readonly program: Program;
  readonly account: string | undefined;
}

/** Days of cover below which a deployment is stopped: a month is time to act. */
const BLOCK_WITHIN_DAYS = 30;

/** The first configuration: what applies, and beside it what most owners set next. */
export const firstConfig = ({ program, account }: Answers, schema: string, now: Instant): string =>
  `${[
    `# yaml-language-server: $schema=${schema}`,
    '# Every setting: `credit-guard config`. A stack may tighten them: pulumi config set credit-guard:blockWithinDays 60',
    '',
    '# Whose terms apply to credits that do not say: `credit-guard programs` lists them.',
    `program: ${program}`,
    ...(account === undefined
      ? ['# account: "111122223333"  # who is billed; needed only where the credits belong to several accounts']
      : [`account: "${account}"`]),
    '',
    'credits:',
    '  # Written by this command, or by `credit-guard credits fetch` in a scheduled job:',
    ...creditsCommand(now, account)
      .split('\n')
      .map((line) => `  #   ${line}`),
    '  snapshot: credits.json',
    ...(program === 'free-tier' ? [`  # ${ACCOUNT_PLAN_COMMAND}`, '  accountPlan: account-plan.json'] : []),
    '',
    'policies:',
    '  credit-outlook:',
    `    blockWithinDays: ${BLOCK_WITHIN_DAYS}       # stops a deployment when credits last less than this`,
    '    # maxMonthlyCash: "50.00" # stops one that costs more cash a month',
    '    # coverage: block         # stops what no credit covers, or of which nobody can say',
    '',
    '# usage:                      # real usage in place of assumptions: `credit-guard prices usage`',
    '#   - { type: "aws:lambda/function:Function", monthlyRequests: 2000000 }',
  ].join('\n')}\n`;

/** "infra: dev (eu-west-1), prod (us-east-1)" */
export function projectWords({ folder, runtime, stacks }: Project): string {
  const names = stacks.map(({ name, region }) => (region === undefined ? name : `${name} (${region})`));
  const where = folder === '.' ? 'this repository' : folder;
  return clean(`${where}, ${runtime}: ${names.length === 0 ? 'no stack with a configuration file' : names.join(', ')}`);
}

export interface Next extends Answers {
  readonly projects: readonly Project[];
  readonly missing: readonly Project[];
  readonly hasSnapshot: boolean;
  /** Where the configuration lies, from the root. */
  readonly folder: string;
  readonly include: string | undefined;
  /** The file for the CI, where one was written. */
  readonly ciFile: string | undefined;
  readonly now: Instant;
  /** Of this tool. */
  readonly version: string;
}

/** What is left to do, each with the command that does it. */
export function nextSteps(next: Next): string[] {
  const [first] = jobsOf(next.projects);
  const steps = [
    ...installSteps(next),
    ...creditSteps(next),
    ...(first === undefined ? [] : checkSteps(first, next)),
    ...commitSteps(next),
  ];
  return steps.flatMap(([what, ...commands], i) => [
    '',
    `${i + 1}. ${what}`,
    ...commands.map((line) => `     ${line}`),
  ]);
}

type Step = readonly [what: string, ...commands: string[]];

/** By the file that the README makes: a name that is not on npm could be taken by a stranger there. */
function installSteps({ missing, version }: Next): Step[] {
  const homes = [...new Set(missing.map(({ home }) => home))];
  return homes.map((home) => [
    'Install the guard, by the file that "Install" in its README makes:',
    `npm install --save-dev${home === '.' ? '' : ` --prefix ${shellWord(home)}`} ./vendor/pulumi-credit-guard-${version}.tgz`,
  ]);
}

function creditSteps({ hasSnapshot, program, account, now }: Next): Step[] {
  if (hasSnapshot) return [];
  return [
    [
      'Read your credits, beside credit-guard.yaml; later a scheduled job does:',
      ...creditsCommand(now, account).split('\n'),
      ...(program === 'free-tier' ? [ACCOUNT_PLAN_COMMAND] : []),
    ],
  ];
}

function checkSteps({ project, stack }: ReturnType<typeof jobsOf>[number], { folder, include }: Next): Step[] {
  const way = between(folder, project.folder);
  const enter = way === '.' ? [] : [`cd ${shellWord(way)}`];
  const pack = `${between(project.folder, project.home)}/node_modules/pulumi-credit-guard`.replace(/^\.\//, '');
  return [
    [
      'See what your credits cover:',
      ...enter,
      `pulumi preview --json --show-sames --stack ${shellWord(stack)} > plan.json`,
      `${commandOf(project)} check plan.json`,
    ],
    ['Be stopped in a preview:', `pulumi preview --policy-pack ${shellWord(pack)}`],
    ...(include === undefined ? [] : [[include] as const]),
    ...(stack === UNNAMED_STACK
      ? [[`Write the name of your stack in place of ${UNNAMED_STACK}: no Pulumi.NAME.yaml names one.`] as const]
      : []),
  ];
}

function commitSteps({ ciFile }: Next): Step[] {
  if (ciFile === undefined) return [];
  return [
    [
      'On each pull request: set what the first lines of the CI file name, then commit',
      '# with package.json, its lock file and vendor/',
      `git add credit-guard.yaml credits.json ${shellWord(ciFile)}`,
    ],
  ];
}

export const foundWords = (projects: readonly Project[]): string =>
  `Found ${counted(projects.length, 'Pulumi project')}:`;
