import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from './run';

const root = join(__dirname, '../..');
const binary = join(root, 'dist/src/cli/main.js');

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the compiled command as a process of its own. `closeEarly` stops reading after the first piece. */
function start(argv: string[], stdin = '', closeEarly = false): Promise<Ended> {
  const { PATH, SystemRoot } = process.env; // without the second one no process starts on Windows
  const child = spawn(process.execPath, [binary, ...argv], { env: { PATH, SystemRoot }, cwd: __dirname });
  const ended = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    ended.stdout += chunk;
    if (closeEarly) child.stdout.destroy();
  });
  child.stderr.on('data', (chunk) => {
    ended.stderr += chunk;
  });
  child.stdin.end(stdin);
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done({ code, ...ended }));
  });
}

// A build may not be there yet; the whole test run makes one first.
describe.runIf(existsSync(binary))('the command as it is installed', () => {
  test('--version', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(await start(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('the demo finds its data, without colour in a pipe', async () => {
    const { code, stdout } = await start(['demo']);
    expect(code).toBe(0);
    expect(stdout).toBe((await run(['demo'])).stdout);
  });

  test('a plan through standard input', async () => {
    const plan = readFileSync(join(root, 'test/scenarios/export-within-credits/plan.json'), 'utf8');
    const config = join(root, 'test/scenarios/export-within-credits/credit-guard.yaml');
    const { code, stdout, stderr } = await start(['check', '--config', config, '--date', '2026-12-01'], plan);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^✓ notes\/dev: Within credits/);
  });

  test('a reader that stops early is no error', async () => {
    const { code, stderr } = await start(['rules', '--json'], '', true);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});
