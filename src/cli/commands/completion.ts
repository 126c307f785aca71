import type { Command } from 'commander';
import { rules } from '../../core/coverage/rules';
import { PROGRAMS } from '../../core/credits/program';
import { RESOURCE_POLICIES } from '../../core/policy-names';
import { SHELLS, type Shell } from '../choices';
import { completionScript } from '../completion';
import { EXIT, type ExitCode } from '../exit-codes';
import { type Io, write } from '../io';

/** What the first argument of a command may be. */
const WORDS = {
  accept: RESOURCE_POLICIES,
  rules: rules.map(({ id }) => id),
  programs: PROGRAMS,
  completion: SHELLS,
};

/** Prints the script that makes a shell complete this command. */
export async function completion(shell: Shell, tree: Command, io: Io): Promise<ExitCode> {
  await write(io.stdout, completionScript(shell, tree, WORDS));
  return EXIT.fine;
}
