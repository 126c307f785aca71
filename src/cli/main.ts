#!/usr/bin/env node
import { constants } from 'node:os';
import { homepage, tool } from '../adapters/tool';
import { main } from './command-line';
import { EXIT, type ExitCode } from './exit-codes';

const SIGNALS = constants.signals;

/** Nothing that goes wrong ends in a stack trace, or in an exit code that means something else. */
function end(code: ExitCode, line: string): never {
  process.stderr.write(`credit-guard: ${line}\n`);
  process.exit(code);
}

process.on('uncaughtException', (error) =>
  end(EXIT.internal, `internal error: ${error.message}. Please report it with the command you ran.`),
);
// A file is written whole in one go: what ends the process between two of them leaves none half-written, and no lock.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => process.exit(128 + SIGNALS[signal]));
// Whoever writes learns of it, and a reader that has gone (`| head`) ends the output, not the program.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    return end(EXIT.usage, 'the folder you are in no longer exists; go to another one');
  }
}

const { stdin, stdout, stderr, env } = process;
const io = { stdin, stdout, stderr, env, cwd: currentFolder(), tool: tool(), homepage: homepage(), now: Date.now };
// The exit code is set and not forced: what is still being written arrives.
void main(process.argv.slice(2), io).then((code) => {
  process.exitCode = code;
  // All of it is written by now: what still waits for the network must not hold up the shell.
  setTimeout(() => process.exit(), 500).unref();
});
