import { Command, InvalidArgumentError, Option } from 'commander';
import type { ReportFile } from '../adapters/report-files';
import { REPORT_FORMATS } from '../config/report-formats';
import { nearest } from '../core/nearest';
import { type ExitCode, FAIL_ON } from './exit-codes';
import type { Io } from './io';

/** Takes the one command that was asked for. Its code is loaded when it runs: --version and --help stay fast. */
export type Run = (command: () => Promise<ExitCode>) => Promise<void>;

export function programFor(io: Io, run: Run): Command {
  const program = new Command('credit-guard')
    .description('Tells what AWS promotional credits do not cover, before it is deployed.')
    .version(io.tool.version, '--version', 'print the version')
    .helpOption('--help', 'explain a command')
    .helpCommand(false)
    .showSuggestionAfterError(false)
    .addHelpText('after', MAIN_EXAMPLES);

  sourceOptions(program.command('check'))
    .summary('judge a plan: what credits cover, what is cash, until when')
    .description('Judges a plan against your credits: what they cover, what is cash, and until when.')
    .argument('[plan]', '`pulumi preview --json` or `pulumi stack export`; - or nothing: standard input')
    .addOption(choice('--format <format>', 'how to print the report', REPORT_FORMATS, 'text'))
    .option('--verbose', VERBOSE, false)
    .option('--all', ALL, false)
    .option('--report <format=file>', 'also write a report to a file; may be repeated', reportFile)
    .addOption(choice('--fail-on <level>', 'exit with 1 on findings of this level', FAIL_ON, 'block'))
    .addHelpText('after', CHECK_EXAMPLES)
    .action((plan, options) => run(async () => (await import('./commands/check.js')).check(plan, options, io)));

  sourceOptions(program.command('explain'))
    .summary('show what is behind a figure: rule, price, usage, credit')
    .description('Shows what is behind a figure: each charge with its rule, price, usage and credit.')
    .argument('<what>', 'a URN or the name of a resource, a product, or a rule')
    .argument('[plan]', '`pulumi preview --json` or `pulumi stack export`; - or nothing: standard input')
    .addHelpText('after', EXPLAIN_EXAMPLES)
    .action((what, plan, options) =>
      run(async () => (await import('./commands/explain.js')).explain(what, plan, options, io)),
    );

  sourceOptions(program.command('baseline'))
    .summary('accept what exists, so that only what is new blocks')
    .description('Writes acceptances for what exists already, so that the pack stops only what is new.')
    .argument('[plan]', '`pulumi stack export` or `pulumi preview --json`; - or nothing: standard input')
    .option('--write', 'add them to credit-guard.yaml', false)
    .option('--warnings', 'accept what only warns too', false)
    .option('--until <day>', 'when they end; default: never, or in 90 days without a ceiling')
    .addHelpText('after', example('pulumi stack export | credit-guard baseline --write'))
    .action((plan, options) => run(async () => (await import('./commands/baseline.js')).baseline(plan, options, io)));

  program
    .command('accept')
    .summary('accept one finding: write the exception with its reason')
    .description('Writes an exception for one resource and policy into credit-guard.yaml.')
    .argument('<policy>', 'the policy of the finding')
    .argument('<resource>', 'a name, a URN, or a pattern of one with *')
    .option('--max <usd>', 'accept no more than this; default: any amount')
    .option('--until <day>', 'when it ends; default: never, or in 90 days without --max')
    .requiredOption('--reason <text>', 'why; it stands in every report')
    .option('--dry-run', 'print it only', false)
    .option('--config <file>', 'configuration; default: credit-guard.yaml from here upward')
    .addHelpText('after', example(ACCEPT_EXAMPLE))
    .action((policy, resource, options) =>
      run(async () => (await import('./commands/accept.js')).accept(policy, resource, options, io)),
    );

  sourceOptions(program.command('credits'))
    .summary('show the credits: what is usable, when they expire, what they cover')
    .description('Shows the credits of an account: what is usable today, when they expire, what they cover.')
    .option('--json', 'print JSON', false)
    .addHelpText('after', example('credit-guard credits --credits credits.json'))
    .action((options) => run(async () => (await import('./commands/credits.js')).credits(options, io)));

  program
    .command('rules')
    .summary('list what credits do not cover, with sources')
    .description('Lists what credits do not cover, with sources; with an id, explains one rule.')
    .argument('[id]', 'a rule')
    .option('--blind-spots', 'what no rule can see', false)
    .option('--json', 'print JSON', false)
    .addHelpText('after', example('credit-guard rules savings-plan-upfront'))
    .action((id, options) => run(async () => (await import('./commands/rules.js')).rules(id, options, io)));

  program
    .command('programs')
    .summary('list where credits come from, and what that changes')
    .description('Lists the programmes that credits come from, and what each changes in the rules.')
    .argument('[name]', 'a programme')
    .option('--json', 'print JSON', false)
    .addHelpText('after', example('credit-guard programs activate'))
    .action((name, options) => run(async () => (await import('./commands/programs.js')).programs(name, options, io)));

  sourceOptions(program.command('config'))
    .summary('show the settings that hold, and where each comes from')
    .description('Shows the settings that hold, and where each comes from.')
    .option('--json', 'print JSON', false)
    .addHelpText('after', example('credit-guard config --config credit-guard.yaml'))
    .action((options) => run(async () => (await import('./commands/config.js')).config(options, io)));

  program
    .command('demo')
    .summary('show all of it on a built-in sample')
    .description("Judges a start-up's plan against a sample of `aws billing get-credits`. Needs no account.")
    .addOption(choice('--format <format>', 'how to print the report', REPORT_FORMATS, 'text'))
    .option('--verbose', VERBOSE, false)
    .option('--all', ALL, false)
    .addHelpText('after', example('credit-guard demo --all'))
    .action((options) => run(async () => (await import('./commands/demo.js')).demo(options, io)));

  return program;
}

const VERBOSE = 'show each warning and note in full';
const ALL = 'show every resource, product and month';

/** Where to read the settings and the balance. */
const sourceOptions = (command: Command): Command =>
  command
    .option('--credits <file>', 'what `aws billing get-credits` printed')
    .option('--account-plan <file>', 'what `aws freetier get-account-plan-state` printed')
    .option('--config <file>', 'configuration; default: credit-guard.yaml from here upward')
    .option('--date <instant>', 'judge as of this moment, such as 2027-03-31; default: now');

function choice(flags: string, description: string, choices: readonly string[], byDefault: string): Option {
  const option = new Option(flags, description).choices(choices).default(byDefault);
  return option.argParser((written: string) => {
    if (choices.includes(written)) return written;
    throw new InvalidArgumentError(hint(written, choices));
  });
}

/** `Did you mean junit? Valid are text, json.` */
export function hint(written: string, choices: readonly string[]): string {
  const near = nearest(written, choices);
  return `${near === undefined ? '' : `Did you mean ${near}? `}Valid are ${choices.join(', ')}.`;
}

function reportFile(written: string, before: readonly ReportFile[] = []): readonly ReportFile[] {
  const at = written.indexOf('=');
  const [name, file] = at < 0 ? [written, ''] : [written.slice(0, at), written.slice(at + 1)];
  const format = REPORT_FORMATS.find((one) => one === name);
  if (format === undefined) throw new InvalidArgumentError(hint(name, REPORT_FORMATS));
  if (file === '' || file === '-') throw new InvalidArgumentError(`Name a file: --report ${format}=report.txt`);
  return [...before, { format, file }];
}

const example = (command: string): string => `\nExample:\n  ${command}\n`;

const ACCEPT_EXAMPLE = `credit-guard accept no-uncovered-services shop \\
    --max 15.00 --until 2027-06-30 --reason "Our domain"`;

const CHECK_EXAMPLES = `
Examples:
  pulumi preview --json --show-sames | credit-guard check
  pulumi stack export | credit-guard check --credits credits.json
  credit-guard check plan.json --format json --report text=report.txt

Exit codes: 0 fine, 1 findings at or above --fail-on, 2 wrong usage or input,
3 internal error.
`;

const EXPLAIN_EXAMPLES = `
Examples:
  pulumi preview --json --show-sames | credit-guard explain web-database
  credit-guard explain "Amazon RDS" plan.json --credits credits.json
  credit-guard explain savings-plan-upfront
`;

const MAIN_EXAMPLES = `
First steps:
  credit-guard demo
  aws billing get-credits --account-id ID --start-date DAY > credits.json
  pulumi preview --json --show-sames | credit-guard check --credits credits.json

\`credit-guard COMMAND --help\` explains a command.
`;
