import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import type { ReportFile } from '../adapters/report-files';
import { PROGRAMS } from '../core/credits/program';
import { inOurWords } from '../core/pulumi-levels';
import { FORMATS, REPORT_FORMATS } from '../reports/formats';
import { TYPE_CLASSES } from '../words/classes';
import { CI_CHOICES, hint, isAccount, SHELLS } from './choices';
import { type ExitCode, FAIL_ON } from './exit-codes';
import type { Io } from './io';

/** Takes the one command that was asked for. Its code is loaded when it runs: --version and --help stay fast. */
export type Run = (command: () => Promise<ExitCode>) => Promise<void>;

export function commandTree(io: Io, run: Run): Command {
  const tree = new Command('credit-guard')
    .description('Shows, before you deploy, which charges AWS promotional credits do not cover.')
    .version(io.tool.version, '--version', 'print the version')
    .helpOption('--help', 'show this help')
    .helpCommand(false)
    .showSuggestionAfterError(false)
    .addHelpText('after', MAIN_EXAMPLES);

  sourceOptions(tree.command('check'))
    .summary('judge a plan: what credits cover, until when, and what you pay')
    .description(
      'Judges a plan against your credits: what they cover, until when, and what you pay. Several plans, one for each stack, share the credits.',
    )
    .argument('[plan...]', PLANS)
    .addOption(choice('--format <format>', 'how to print the report', REPORT_FORMATS, 'text'))
    .option('--verbose', VERBOSE, false)
    .option('--all', ALL, false)
    .option('--report <format=file>', 'also write a report to a file, in any format; may be repeated', reportFile)
    .addOption(choice('--fail-on <level>', 'exit with 1 on findings of this level', FAIL_ON, 'block'))
    .option('--what-if <change>', "compare with 'TYPE NAME PROPERTY=VALUE …'; may be repeated", oneMore)
    .option('--without <resource>', 'compare with the plan without it: a name or a URN; may be repeated', oneMore)
    .addHelpText('after', CHECK_EXAMPLES)
    .action((plans, options) =>
      run(async () =>
        options.whatIf === undefined && options.without === undefined
          ? (await import('./commands/check.js')).check(plans, options, io)
          : (await import('./what-if.js')).whatIf(plans, options, io),
      ),
    );

  sourceOptions(tree.command('forecast'))
    .summary('show the draw-down by month, credit and stack')
    .description('Shows how one or many stacks draw the credits down: by month, credit and stack.')
    .argument('[plan...]', PLANS)
    .option('--months <number>', `how many months to show, 1 to ${MOST_MONTHS}`, months, 12)
    .option('--all', 'show every stack', false)
    .option('--backtest', 'replay past months of the allocation history against the rules instead', false)
    .option('--history <file>', 'the output of `aws billing get-credit-allocation-history`')
    .option('--json', 'print JSON', false)
    .addHelpText('after', FORECAST_EXAMPLES)
    .action((plans, options) => run(async () => (await import('./commands/forecast.js')).forecast(plans, options, io)));

  sourceOptions(tree.command('explain'))
    .summary('show what is behind a figure: rule, price, usage, credit')
    .description('Shows what is behind a figure: each charge with its rule, price, usage and credit.')
    .argument('<what>', 'a URN or the name of a resource, a product, a rule, a check or a policy')
    .argument('[plan...]', PLANS)
    .addHelpText('after', EXPLAIN_EXAMPLES)
    .action((what, plans, options) =>
      run(async () => (await import('./commands/explain.js')).explain(what, plans, options, io)),
    );

  sourceOptions(tree.command('baseline'))
    .summary('accept what exists, so that only new findings block')
    .description('Writes exceptions for what already exists, so that only new findings block.')
    .argument('[plan...]', PLANS)
    .option('--write', 'add them to credit-guard.yaml; default: print them', false)
    .option('--warnings', 'accept warnings too', false)
    .option('--until <day>', 'when they end; default: never, or in 90 days without a ceiling')
    .addHelpText('after', example('pulumi stack export | credit-guard baseline --write'))
    .action((plans, options) => run(async () => (await import('./commands/baseline.js')).baseline(plans, options, io)));

  tree
    .command('accept')
    .summary('accept one finding: write an exception with a reason')
    .description('Writes an exception for one resource and policy into credit-guard.yaml.')
    .argument('<policy>', 'the policy of the finding')
    .argument('<resource>', 'a name, a URN, or a URN with *')
    .option('--max <usd>', 'USD; a higher amount is reported again; default: no ceiling')
    .option('--until <day>', 'when it ends; default: never, or in 90 days without --max')
    .requiredOption('--reason <text>', 'why; every report shows it')
    .option('--dry-run', 'print it, write nothing', false)
    .option('--config <file>', CONFIG)
    .addOption(choice('--as <form>', "ours, or Pulumi's own exceptions", ['credit-guard', 'pulumi'], 'credit-guard'))
    .option('--into <file>', 'with --as pulumi: the policy configuration; default: policy-config.json')
    .addHelpText('after', ACCEPT_EXAMPLES)
    .action((policy, resource, options) =>
      run(async () => (await import('./commands/accept.js')).accept(policy, resource, options, io)),
    );

  const creditsCommand = sourceOptions(tree.command('credits'))
    .summary('show each credit: usable amount, expiry, what it covers')
    .description('Shows each credit of an account: what is usable today, when it expires, what it covers.')
    .option('--json', 'print JSON', false)
    .addHelpText('after', example('credit-guard credits --credits credits.json'))
    .action((options) => run(async () => (await import('./commands/credits.js')).credits(options, io)));

  // What stands behind `fetch` is for `fetch`, though both have some options.
  creditsCommand
    .enablePositionalOptions()
    .command('fetch')
    .summary('read them from AWS into a snapshot file')
    .description('Reads credits and account plan from AWS, and writes the snapshot that other runs read.')
    .option('--burn', "read last month's spending too; Cost Explorer costs $0.01 a call", false)
    .option('--output <file>', 'the snapshot; default: credits: snapshot:, else credits.json')
    .option('--config <file>', CONFIG)
    .addHelpText('after', example('credit-guard credits fetch --burn --output credits.json'))
    .action((options) => run(async () => (await import('./commands/credits-fetch.js')).fetchCredits(options, io)));

  const reserveCommand = tree
    .command('reserve')
    .summary('set credits aside for a deployment, in the file that all stacks share')
    .description(
      'Reserves what credits cover of a plan, or an amount, in the shared pool file (pool: file:). Exits with 1 when others have left too little. Run again for the same deployment, it takes the place of the first.',
    )
    .argument('[plan]', 'output of `pulumi preview --json` or `pulumi stack export`; default: standard input');
  creditsOptions(reserveCommand)
    .option('--until <when>', 'when it ends: a day, or 14d or 6h from now', '30d')
    .option('--deployment <id>', 'which deployment reserves, such as the number of a CI run', 'default')
    .option('--usd <amount>', 'reserve this amount; with --stack no plan is read')
    .option('--stack <name>', 'project/stack; default: that of the plan')
    .addHelpText('after', RESERVE_EXAMPLES)
    .action((plan, options) => run(async () => (await import('./commands/reserve.js')).reserve(plan, options, io)));

  tree
    .command('release')
    .summary('give back what a stack has reserved')
    .description('Gives back what a stack has reserved in the shared pool file (pool: file:).')
    .argument('<stack>', 'project/stack, as it was reserved')
    .option('--deployment <id>', 'only what this deployment has reserved; default: all of the stack')
    .option('--config <file>', CONFIG)
    .addHelpText('after', example('credit-guard release shop/prod --deployment "$GITHUB_RUN_ID"'))
    .action((stack, options) => run(async () => (await import('./commands/reserve.js')).release(stack, options, io)));

  tree
    .command('rules')
    .summary('list what credits do not cover, with sources')
    .description('Lists what credits do not cover, with sources; with an id, explains a rule, a check or a policy.')
    .argument('[id]', 'a rule, a check or a policy')
    .option('--blind-spots', 'show what no rule can see', false)
    .option('--json', 'print JSON', false)
    .addHelpText('after', example('credit-guard rules savings-plan-upfront'))
    .action((id, options) => run(async () => (await import('./commands/rules.js')).rules(id, options, io)));

  tree
    .command('programs')
    .summary('list where credits come from, and what that changes')
    .description('Lists the programmes that credits come from, and what each changes in the rules.')
    .argument('[name]', 'a programme')
    .option('--json', 'print JSON', false)
    .addHelpText('after', example('credit-guard programs activate'))
    .action((name, options) => run(async () => (await import('./commands/programs.js')).programs(name, options, io)));

  const pricesCommand = tree
    .command('prices')
    .summary('show what is priced, how, and what you may set')
    .description('Shows how AWS bills for each type, at which prices, and what you may set.')
    .addHelpText('after', PRICES_EXAMPLES);
  pricesCommand.action(() => pricesCommand.outputHelp());

  pricesCommand
    .command('show')
    .summary('explain one type: what is counted, prices, what decides it')
    .description('Explains one type: what is counted, at which prices, what decides it; or why it has no price.')
    .argument('<type>', 'aws:ec2/natGateway:NatGateway, aws_nat_gateway, AWS::EC2::NatGateway or NatGateway')
    .option('--region <region>', "whose prices; default: the environment's, else us-east-1")
    .option('--config <file>', 'settings; default: credit-guard.yaml here or in a folder above')
    .option('--date <instant>', 'as of this date, such as 2027-03-31; default: now')
    .option('--json', 'print JSON', false)
    .addHelpText('after', example('credit-guard prices show aws_nat_gateway --region eu-west-1'))
    .action((type, options) =>
      run(async () => (await import('./commands/prices-show.js')).showPrices(type, options, io)),
    );

  pricesCommand
    .command('list')
    .summary('list types by how AWS bills for them')
    .description('Lists types by how AWS bills for them, and why some have no price.')
    .argument('[word...]', 'only types whose name or product has one of these words')
    .addOption(choice('--class <class>', 'only types of this class', TYPE_CLASSES))
    .option('--json', 'print JSON', false)
    .addHelpText('after', LIST_EXAMPLES)
    .action((words, options) =>
      run(async () => (await import('./commands/prices-list.js')).listTypes(words, options, io)),
    );

  sourceOptions(pricesCommand.command('usage'))
    .summary('list the usage that you may set, with unit and default')
    .description('Lists every usage figure that you may set, with its unit and what counts without it.')
    .argument('[plan]', 'only what this plan is reckoned by: a file, or - for standard input')
    .option('--json', 'print JSON', false)
    .addHelpText('after', example('credit-guard prices usage plan.json'))
    .action((plan, options) =>
      run(async () => (await import('./commands/prices-usage.js')).listUsage(plan, options, io)),
    );

  sourceOptions(pricesCommand.command('refresh'))
    .summary("read today's prices from AWS into a book of your own")
    .description(
      "Reads AWS's prices into a book of your own, which `prices:` in credit-guard.yaml names, and says what changed. What was read of an interrupted run is kept.",
    )
    .argument('[plan]', 'say what it does to this plan: a file, or - for standard input')
    .option(
      '--region <region>',
      'may be repeated; default: those of the plan, of the book, of the environment',
      oneMore,
    )
    .option('--from <place>', "folder or address of AWS's bulk files; default: its Query API, with your login")
    .option('--output <file>', 'the book; default: what prices: names, else prices.tsv')
    .option('--dry-run', 'say what would change, write nothing', false)
    .option('--json', 'print JSON', false)
    .addHelpText('after', REFRESH_EXAMPLES)
    .action((plan, options) =>
      run(async () => (await import('./commands/prices-refresh.js')).refreshPrices(plan, options, io)),
    );

  sourceOptions(tree.command('config'))
    .summary('show every setting, and where it comes from')
    .description('Shows every setting, and where it comes from.')
    .option('--json', 'print JSON', false)
    .addHelpText('after', example('credit-guard config --config credit-guard.yaml'))
    .action((options) => run(async () => (await import('./commands/config.js')).config(options, io)));

  tree
    .command('doctor')
    .summary('check what a run depends on, and say what to do next')
    .description(
      'Checks versions, configuration, credits and prices; with live reads on, the AWS login and permissions.',
    )
    .option('--online', 'ask AWS, though live reads are off', false)
    .option('--config <file>', CONFIG)
    .option('--json', 'print JSON', false)
    .addHelpText('after', example('credit-guard doctor --online'))
    .action((options) => run(async () => (await import('./commands/doctor.js')).doctor(options, io)));

  tree
    .command('init')
    .summary('set a repository up: configuration, CI, and the AWS commands to run')
    .description(
      'Finds Pulumi projects, stacks and regions, and writes credit-guard.yaml and a file for the CI that it finds. On a terminal it asks first. What is there stays as it is.',
    )
    .option('--yes', 'ask nothing', false)
    .addOption(choice('--program <name>', 'where your credits come from', PROGRAMS))
    .addOption(new Option('--account <id>', 'the AWS account that is billed').argParser(account))
    .addOption(choice('--ci <platform>', 'write a file for this CI; default: the one that is found', CI_CHOICES))
    .option('--dry-run', 'print the files, write nothing', false)
    .addHelpText('after', INIT_EXAMPLES)
    .action((options) => run(async () => (await import('./commands/init.js')).init(options, io)));

  tree
    .command('demo')
    .summary('show a report for a built-in sample')
    .description("Judges a start-up's plan against a sample of `aws billing get-credits`. No AWS account needed.")
    .addOption(choice('--format <format>', 'how to print the report', REPORT_FORMATS, 'text'))
    .option('--verbose', VERBOSE, false)
    .option('--all', ALL, false)
    .addHelpText('after', example('credit-guard demo --all'))
    .action((options) => run(async () => (await import('./commands/demo.js')).demo(options, io)));

  tree
    .command('completion')
    .summary('print a script that completes commands in your shell')
    .description('Prints a script that completes commands, options and their values in a shell.')
    .addArgument(new Argument('<shell>', SHELLS.join(', ')).argParser(oneOf(SHELLS)))
    .addHelpText('after', COMPLETION_EXAMPLES)
    .action((shell) => run(async () => (await import('./commands/completion.js')).completion(shell, tree, io)));

  return tree;
}

const PLANS =
  'output of `pulumi preview --json` or `pulumi stack export`: files, folders or patterns; default: standard input';
const VERBOSE = 'show each warning and note in full';
const ALL = 'show every resource, product and month';

const CONFIG = 'settings; default: credit-guard.yaml here or in a folder above';

const creditsOptions = (command: Command): Command =>
  command
    .option('--credits <file>', 'the output of `aws billing get-credits`')
    .option('--account-plan <file>', 'the output of `aws freetier get-account-plan-state`')
    .option('--config <file>', CONFIG);

/** Where to read the settings and the balance. */
const sourceOptions = (command: Command): Command =>
  creditsOptions(command).option('--date <instant>', 'judge as of this date, such as 2027-03-31; default: now');

function choice(flags: string, description: string, choices: readonly string[], byDefault?: string): Option {
  return new Option(flags, description).choices(choices).default(byDefault).argParser(oneOf(choices));
}

function account(written: string): string {
  if (isAccount(written)) return written;
  throw new InvalidArgumentError('Write its 12 digits, such as 111122223333.');
}

const oneOf =
  (choices: readonly string[]) =>
  (written: string): string => {
    const chosen = inOurWords(written);
    if (choices.includes(chosen)) return chosen;
    throw new InvalidArgumentError(hint(written, choices));
  };

const oneMore = (written: string, before: readonly string[] = []): readonly string[] => [...before, written];

function reportFile(written: string, before: readonly ReportFile[] = []): readonly ReportFile[] {
  const at = written.indexOf('=');
  const [name, file] = at < 0 ? [written, ''] : [written.slice(0, at), written.slice(at + 1)];
  const format = REPORT_FORMATS.find((one) => one === name);
  if (format === undefined) throw new InvalidArgumentError(hint(name, REPORT_FORMATS));
  if (file === '' || file === '-') throw new InvalidArgumentError(`Name a file: --report ${format}=report.txt`);
  return [...before, { format, file }];
}

/** As far as a draw-down goes. */
const MOST_MONTHS = 60;

function months(written: string): number {
  const count = Number(written);
  if (/^\d+$/.test(written) && count >= 1 && count <= MOST_MONTHS) return count;
  throw new InvalidArgumentError(`Write a whole number from 1 to ${MOST_MONTHS}.`);
}

const example = (command: string): string => `\nExample:\n  ${command}\n`;

const ACCEPT_EXAMPLES = `
Examples:
  credit-guard accept no-uncovered-services shop \\
    --max 16.00 --until 2027-06-30 --reason "Our domain"
  credit-guard accept no-uncovered-services --as pulumi --reason "Our domain" \\
    'urn:pulumi:prod::shop::aws:route53domains/domain:Domain::shop'
`;

const CHECK_EXAMPLES = `
Examples:
  pulumi preview --json --show-sames | credit-guard check
  pulumi stack export | credit-guard check --credits credits.json
  credit-guard check plan.json --report junit=report.xml \\
    --report sarif=report.sarif
  credit-guard check plan.json --without nat \\
    --what-if 'aws:rds/instance:Instance db instanceClass=db.t4g.small'

Formats:
${Object.entries(FORMATS)
  .map(([name, { summary }]) => `  ${name.padEnd(9)} ${summary}`)
  .join('\n')}

Exit codes: 0 fine, 1 findings at or above --fail-on, 2 wrong usage or input
(such as a failed preview), 3 internal error. In a pipe, use set -o pipefail.
`;

const FORECAST_EXAMPLES = `
Examples:
  credit-guard forecast stacks/*.json --credits credits.json --months 36
  credit-guard forecast --backtest --history history.json
`;

const RESERVE_EXAMPLES = `
Examples:
  credit-guard reserve plan.json --deployment "$GITHUB_RUN_ID"
  credit-guard reserve --stack shop/prod --usd 500.00 --until 14d
`;

const EXPLAIN_EXAMPLES = `
Examples:
  pulumi preview --json --show-sames | credit-guard explain web-database
  credit-guard explain "Amazon RDS" plan.json --credits credits.json
  credit-guard explain savings-plan-upfront
`;

const PRICES_EXAMPLES = `
Examples:
  credit-guard prices show aws:rds/instance:Instance --region eu-west-1
  credit-guard prices list rds
  credit-guard prices usage plan.json
`;

const LIST_EXAMPLES = `
Examples:
  credit-guard prices list rds
  credit-guard prices list --class hourly
`;

const REFRESH_EXAMPLES = `
Examples:
  credit-guard prices refresh --region eu-west-1 --region us-east-1
  credit-guard prices refresh plan.json --dry-run
  credit-guard prices refresh --region eu-west-1 \\
    --from https://pricing.us-east-1.amazonaws.com
`;

const INIT_EXAMPLES = `
Examples:
  credit-guard init
  credit-guard init --yes --program activate --ci gitlab
  credit-guard init --dry-run
`;

const COMPLETION_EXAMPLES = `
Examples:
  eval "$(credit-guard completion bash)"   # in ~/.bashrc; zsh: in ~/.zshrc
  credit-guard completion fish > ~/.config/fish/completions/credit-guard.fish
`;

const MAIN_EXAMPLES = `
First steps:
  credit-guard demo
  credit-guard init
  pulumi preview --json --show-sames | credit-guard check

\`credit-guard COMMAND --help\` shows the options of a command.
`;
