import type { Command } from 'commander';
import { commandTree } from '../../src/cli/command-tree';
import type { Io } from '../../src/cli/io';
import { run } from '../cli/run';

/** `credits fetch`, and all other commands, in the order of the help. */
function namesIn(command: Command, before: readonly string[] = []): string[][] {
  return command.commands.flatMap((one) => {
    const name = [...before, one.name()];
    return [name, ...namesIn(one, name)];
  });
}

/** docs/commands.md: the help of every command, as it is printed. */
export async function commandsPage(): Promise<string> {
  const tree = commandTree({ tool: { name: '', version: '' } } as Io, async () => {});
  const sections = await Promise.all(
    namesIn(tree).map(async (name) => {
      const { stdout } = await run([...name, '--help']);
      return ['', `## ${name.join(' ')}`, '', '```text', stdout.trim(), '```'].join('\n');
    }),
  );
  return [
    '# Commands',
    '',
    'What `credit-guard COMMAND --help` prints. Standard output holds the result alone; progress and hints go to standard error.',
    '`NO_COLOR`, `FORCE_COLOR`, `COLUMNS` and `CI` are respected. Exit codes are [in the README](../README.md#in-ci-the-command).',
    ...sections,
    '',
  ].join('\n');
}
