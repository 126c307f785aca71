import { type Command, CommanderError } from 'commander';
import { nearest } from '../core/nearest';
import { atMost, clean } from '../words/text';
import { commandTree } from './command-tree';
import { EXIT, type ExitCode } from './exit-codes';
import { InputError, type Io, OutputError, write } from './io';

/** Runs one command line, without the name of the command. Never throws; answers with the exit code. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  let answer: ExitCode = EXIT.fine;
  const printed: Promise<void>[] = [];
  const tree = commandTree(io, async (command) => {
    answer = await command();
  });
  for (const command of [tree, ...tree.commands, ...tree.commands.flatMap(({ commands }) => commands)]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => printed.push(write(io.stdout, text)),
      writeErr: () => {}, // told below, with the choices
      getOutHelpWidth: () => 80,
      getErrHelpWidth: () => 80,
    });
  }
  try {
    // Without a command there is nothing to do but teach.
    await tree
      .parseAsync(argv.length === 0 ? ['--help'] : [...argv], { from: 'user' })
      .catch(async (error: unknown) => {
        answer = await explain(error, tree, argv, io);
      });
    await Promise.all(printed);
  } catch (error) {
    // Where not even the reason can be written, the exit code alone tells.
    answer = await explain(error, tree, argv, io).catch(() => EXIT.internal);
  }
  return answer;
}

/** More than anybody mends before the next run. */
const MOST_LINES = 100;

async function explain(error: unknown, tree: Command, argv: readonly string[], io: Io): Promise<ExitCode> {
  const tell = (lines: readonly string[]) => write(io.stderr, lines.map((line) => `${line}\n`).join(''));
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.fine; // --help and --version
    await tell(usageLines(error, tree, argv));
    return EXIT.usage;
  }
  if (error instanceof InputError) {
    const [first = '', ...others] = atMost(error.lines, MOST_LINES).map(oneLine);
    await tell([`credit-guard: ${first}`, ...others, ...error.hints]);
    return EXIT.usage;
  }
  if (error instanceof OutputError) {
    await tell([`credit-guard: ${error.message}`]);
    return EXIT.internal;
  }
  const text = error instanceof Error ? error.message : String(error);
  await tell([`credit-guard: internal error: ${clean(text)}. Please report it with the command you ran.`]);
  if (io.env['CREDIT_GUARD_DEBUG'] && error instanceof Error) await tell([error.stack ?? '']);
  return EXIT.internal;
}

/** Files and plans may be named anything. */
const oneLine = (line: string): string => clean(line, 1000);

/** What is wrong with the command line, the nearest valid word, and the choices. */
function usageLines(error: CommanderError, tree: Command, argv: readonly string[]): string[] {
  const message = clean(error.message.replace(/^error: /, ''), 500);
  const named = commandsIn(tree, argv);
  const command = named.at(-1) ?? tree;
  const isNoCommand = NO_COMMAND.has(error.code) && command.commands.length > 0;
  const choices = isNoCommand
    ? command.commands.map((one) => one.name())
    : error.code === 'commander.unknownOption'
      ? command.options.map(({ long }) => long ?? '')
      : [];
  const written = isNoCommand ? (argv[named.length] ?? '') : (/'([^']*)'/.exec(message)?.[1] ?? '');
  const near = nearest(written, choices);
  return [
    `credit-guard: ${message}${near === undefined ? '' : `; did you mean ${near}?`}`,
    ...(choices.length === 0 ? [] : [`  valid are ${choices.join(', ')}`]),
    `  see: credit-guard ${named.map((one) => `${one.name()} `).join('')}--help`,
  ];
}

/** A word where a command should be; after a command that works without one it is a word too many. */
const NO_COMMAND: ReadonlySet<string> = new Set(['commander.unknownCommand', 'commander.excessArguments']);

/** The commands that a command line names, outermost first. */
function commandsIn(tree: Command, [name, ...others]: readonly string[]): Command[] {
  const command = tree.commands.find((one) => one.name() === name);
  return command === undefined ? [] : [command, ...commandsIn(command, others)];
}
