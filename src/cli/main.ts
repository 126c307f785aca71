#!/usr/bin/env node
import { tool } from '../adapters/tool';
import { main } from './command-line';
import { isClosedPipe } from './io';

// A reader that has gone (`| head`) ends the output, not the program.
process.stdout.on('error', (error) => {
  if (!isClosedPipe(error)) throw error;
});

const { stdin, stdout, stderr, env } = process;
// The exit code is set and not forced: what is still being written arrives.
void main(process.argv.slice(2), { stdin, stdout, stderr, env, cwd: process.cwd(), tool: tool(), now: Date.now }).then(
  (code) => {
    process.exitCode = code;
  },
);
