import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
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

  test.skipIf(process.platform === 'win32').each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s while it writes leaves what was there, and nothing beside it', async (signal, code) => {
    const cwd = mkdtempSync(join(tmpdir(), 'credit-guard-signal-'));
    try {
      const before = `program: activate\naccept:\n${'  - { policy: coverage-known, resource: x, reason: y }\n'.repeat(1500)}`;
      const file = join(cwd, 'credit-guard.yaml');
      writeFileSync(file, before);
      const ends: (number | null)[] = [];
      // At other moments of the work each time.
      for (const wait of [30, 150, 250, 350, 450, 550]) {
        const child = spawn(
          process.execPath,
          [binary, 'accept', 'coverage-known', `r${wait}`, '--max', '1', '--reason', 'Ours'],
          { cwd },
        );
        const ended = new Promise<number | null>((done) =>
          child.on('close', (status, by) => done(status ?? (by === signal ? code : null))),
        );
        await new Promise((done) => setTimeout(done, wait));
        child.kill(signal);
        ends.push(await ended);
        const text = readFileSync(file, 'utf8');
        expect(text.startsWith('program: activate\naccept:\n')).toBe(true);
        expect(parse(text).accept.length).toBeGreaterThanOrEqual(1500);
        expect(readdirSync(cwd)).toEqual(['credit-guard.yaml']);
      }
      expect(ends.filter((end) => end !== code && end !== 0)).toEqual([]);
      expect(ends).toContain(code);
    } finally {
      rmSync(cwd, { recursive: true, force: true });
    }
  });

  test.skipIf(process.platform === 'win32')('Ctrl-C while it waits for a plan', async () => {
    const child = spawn(process.execPath, [binary, 'check'], { cwd: __dirname });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    const ended = new Promise<number | null>((done) => child.on('close', done));
    await new Promise((done) => setTimeout(done, 1000));
    child.kill('SIGINT');
    expect([await ended, said]).toEqual([130, '']);
  });

  test('a reader that stops early is no error', async () => {
    const { code, stderr } = await start(['rules', '--json'], '', true);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});
