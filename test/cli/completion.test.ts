import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SHELLS, type Shell } from '../../src/cli/choices';
import { run } from './run';

const has = (shell: Shell): boolean => spawnSync(shell, ['--version']).status === 0;

let home: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'credit-guard-completion-'));
  for (const shell of SHELLS) writeFileSync(join(home, shell), (await run(['completion', shell])).stdout);
  writeFileSync(join(home, 'plan.json'), '');
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** What a real shell offers for a line that ends where the cursor is. */
const OFFERS: Readonly<Record<Shell, (line: readonly string[]) => string[]>> = {
  bash: (line) =>
    shellSays('bash', [
      '--norc',
      '-c',
      `source ${home}/bash; COMP_WORDS=(${line.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${line.length - 1}; _credit_guard; printf '%s\\n' "\${COMPREPLY[@]}"`,
    ]),
  // zsh completes only while a line is edited: what the function hands over is noted instead.
  zsh: (line) =>
    shellSays('zsh', [
      '-f',
      '-c',
      `compdef() { :; }; _describe() { print -l -- "\${(@P)2}"; }; _files() { print -l -- *(N); }; compadd() { shift; print -l -- "$@"; }; source ${home}/zsh; words=(${line.map((word) => `'${word}'`).join(' ')}); CURRENT=${line.length}; _credit_guard`,
    ]).map((word) => word.replace(/:.*/, '')),
  fish: (line) =>
    shellSays('fish', ['--no-config', '-c', `source ${home}/fish; complete -C '${line.join(' ')}'`]).map(
      (word) => word.split('\t')[0] ?? '',
    ),
};

const shellSays = (shell: Shell, argv: string[]): string[] =>
  execFileSync(shell, argv, { cwd: home, encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: home } })
    .trim()
    .split('\n');

describe.each(SHELLS)('%s', (shell) => {
  const offers = (...line: string[]) => OFFERS[shell](['credit-guard', ...line]);

  test.runIf(has(shell))('commands, also of a command', () => {
    expect(offers('')).toEqual(expect.arrayContaining(['check', 'init', 'accept', 'completion']));
    expect(offers('credits', '')).toContain('fetch');
    expect(offers('check', '')).not.toContain('init');
  });

  test.runIf(has(shell))('options of the command at hand', () => {
    expect(offers('check', '--')).toEqual(expect.arrayContaining(['--what-if', '--format', '--help']));
    expect(offers('check', '--')).not.toContain('--yes');
    expect(offers('credits', 'fetch', '--')).toContain('--burn');
    expect(offers('credits', 'fetch', '--')).not.toContain('--account-plan');
  });

  test.runIf(has(shell))('values of an option, and files', () => {
    expect(offers('check', '--fail-on', '')).toEqual(expect.arrayContaining(['block', 'warn', 'never']));
    expect(offers('init', '--ci', '')).toContain('gitlab');
    expect(offers('check', '--credits', '')).toContain('plan.json');
    expect(offers('check', '')).toContain('plan.json');
  });

  test.runIf(has(shell))('words of an argument', () => {
    expect(offers('accept', '')).toContain('no-uncovered-services');
    expect(offers('programs', '')).toContain('activate');
    expect(offers('rules', '')).toContain('savings-plan-upfront');
  });
});

test('the script is the same for whoever asks, and no plan or configuration is read', async () => {
  const [one, other] = await Promise.all([run(['completion', 'bash']), run(['completion', 'bash'], { cwd: '/' })]);
  expect(one).toEqual(other);
  expect((await run(['completion', 'powershel'])).stderr).toMatch(/Valid are bash, zsh, fish/);
});
