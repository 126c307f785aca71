import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from './run';

const scenarios = join(__dirname, '../scenarios');
const blocked = join(scenarios, 'preview-savings-plan');
const fine = join(scenarios, 'export-within-credits');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'credit-guard-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes a file into the test's own folder. */
function file(name: string, content: string | object): string {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return name;
}

const nat = (name: string, properties: object = { region: 'us-east-1' }) => ({
  op: 'create',
  urn: `urn:pulumi:dev::shop::aws:ec2/natGateway:NatGateway::${name}`,
  type: 'aws:ec2/natGateway:NatGateway',
  inputs: properties,
});

describe('exit codes', () => {
  test.each([
    [blocked, [], 1],
    [blocked, ['--fail-on', 'never'], 0],
    [blocked, ['--fail-on', 'warn'], 1],
    [fine, ['--fail-on', 'warn'], 0],
  ])('%s %j → %i', async (cwd, options, code) => {
    expect((await run(['check', 'plan.json', ...options], { cwd })).code).toBe(code);
  });

  test('warnings fail only when they are asked to', async () => {
    const cwd = join(scenarios, 'checkpoint-without-credits');
    expect((await run(['check', 'plan.json'], { cwd })).code).toBe(0);
    expect((await run(['check', 'plan.json', '--fail-on', 'warn'], { cwd })).code).toBe(1);
  });
});

describe('input', () => {
  test.each([[['check']], [['check', '-']]])('%j reads standard input', async (argv) => {
    const stdin = readFileSync(join(fine, 'plan.json'));
    const { code, stdout } = await run(argv, { stdin, cwd: fine });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^✓ notes\/dev: Within credits/);
  });

  test('no plan on a terminal teaches the two commands to pipe', async () => {
    const { code, stdout, stderr } = await run(['check'], { tty: { stdin: true } });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('pulumi preview --json --show-sames | credit-guard check');
    expect(stderr).toContain('pulumi stack export | credit-guard check');
  });

  test('waiting for a pipe is said on a terminal only, and taken away again', async () => {
    const stdin = readFileSync(join(fine, 'plan.json'));
    const { stderr } = await run(['check'], { stdin, cwd: fine, tty: { stderr: true } });
    expect(stderr.split('\r\u001b[2K')).toEqual([
      'Waiting for a plan on standard input …',
      expect.stringMatching(/^Judging \d+ resources …$/),
      '',
    ]);
    expect((await run(['check'], { stdin, cwd: fine })).stderr).toBe('');
  });

  test.each<[string, () => string, RegExp]>([
    ['a missing file', () => 'nope.json', /^credit-guard: .*nope\.json: there is no such file\.$/m],
    ['a folder without a plan', () => folder, /the folder has no \*\.json file/],
    ['an empty file', () => file('plan.json', ''), /it is empty/],
    ['no JSON', () => file('plan.json', 'Previewing update (dev)'), /it is not JSON/],
    ['a truncated document', () => file('plan.json', '{"steps": [{"op": "create", '), /it ends in the middle/],
    ['a list', () => file('plan.json', '[]'), /neither a `pulumi preview --json`/],
    ['another document', () => file('plan.json', { hello: 'world' }), /neither a `pulumi preview --json`/],
    ['steps of a wrong shape', () => file('plan.json', { steps: 3 }), /Its `steps` should be a list/],
    [
      'resources of a wrong shape',
      () => file('plan.json', { deployment: { resources: {} } }),
      /Its `resources` should be a list/,
    ],
    ['deep nesting', () => file('plan.json', '['.repeat(200_000)), /plan\.json: /],
  ])('%s: one line, exit code 2, nothing on standard output', async (_, plan, line) => {
    const { code, stdout, stderr } = await run(['check', plan()], { cwd: folder });
    expect(stderr).toMatch(line);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  test('a file that may not be read', async () => {
    const path = join(folder, file('plan.json', '{}'));
    chmodSync(path, 0);
    const { code, stderr } = await run(['check', 'plan.json'], { cwd: folder });
    chmodSync(path, 0o600); // Windows deletes no file that is read-only
    // Whoever runs as root may read everything.
    expect([code, /permissions|neither/.test(stderr)]).toEqual([2, true]);
  });

  test('a step that cannot be read leaves the rest, and the promise is off', async () => {
    file('plan.json', { steps: [nat('one'), { op: 'create' }, 7] });
    file('credit-guard.yaml', 'credits: { manual: [{ description: All, remaining: "9000", products: all }] }\n');
    const { code, stdout } = await run(['check', 'plan.json'], { cwd: folder });
    expect(code).toBe(0);
    expect(stdout).toContain('Step 2 has no urn');
    expect(stdout).toContain('or more');
    expect(stdout).not.toMatch(/within credits/i);
  });

  test('prototype keys are names like others', async () => {
    file(
      'plan.json',
      `{"__proto__": {"steps": []}, "constructor": 1, "steps": [${JSON.stringify(nat('__proto__'))}, ${JSON.stringify({
        ...nat('constructor'),
        op: '__proto__',
      })}]}`,
    );
    const { code, stdout } = await run(['check', 'plan.json', '--format', 'json'], { cwd: folder });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).estimate.resources.total).toBe(1);
  });

  test('amounts beyond all measure stay exact', async () => {
    const plan = {
      type: 'aws:savingsplans/savingsPlan:SavingsPlan',
      urn: 'urn:pulumi:dev::shop::aws:savingsplans/savingsPlan:SavingsPlan::huge',
      op: 'create',
      inputs: { commitment: '1', upfrontPaymentAmount: '98765432109876.50' },
    };
    file('plan.json', { steps: [plan] });
    const { code, stdout } = await run(['check', 'plan.json'], { cwd: folder });
    expect(code).toBe(1);
    expect(stdout).toContain('$98,765,432,109,876.50 upfront');
  });

  /** What GitHub and Azure take for a command: at the start of a line, or anywhere in it. */
  const LOG_COMMAND = /^\s*::|##\w*\[/m;

  test('ten thousand mistakes are a hundred lines', async () => {
    file('credit-guard.yaml', `accept:\n${'  - { x: 1 }\n'.repeat(10_000)}`);
    const { code, stderr } = await run(['check', 'plan.json'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr.trimEnd().split('\n')).toHaveLength(101);
    expect(stderr).toContain('… and 39900 more lines of this kind.');
  });

  test('names are data, never control sequences or commands to a CI platform', async () => {
    const evil =
      '::error::x \u001b]0;owned\u0007\u001b[31mred\u001b[0m\u009b2J\r\nfake: line\u202e ::add-mask::a ##vso[task]b ##[group]c';
    const plan = { ...nat(evil), urn: `urn:pulumi:${evil}::${evil}::aws:ec2/natGateway:NatGateway::${evil}` };
    const domain = { op: 'create', type: 'aws:route53domains/domain:Domain', inputs: { domainName: evil } };
    const unpriced = { op: 'create', type: `aws:x/${evil}:Y`, inputs: {} };
    file('plan.json', {
      steps: [
        plan,
        { ...domain, urn: `urn:pulumi:${evil}::p::aws:route53domains/domain:Domain::${evil}` },
        { ...unpriced, urn: `urn:pulumi:${evil}::p::aws:x/${evil}:Y::${evil}` },
        { op: 'create', type: `${evil}:a:B`, urn: `urn:pulumi:s::p::${evil}:a:B::${evil}` },
        { op: 'create' },
      ],
    });
    file('credits.json', {
      readAt: '2026-11-30T00:00:00Z',
      credits: [
        {
          creditId: evil,
          description: evil,
          remainingAmount: { currencyCode: evil, currencyAmount: '5.00' },
          startDate: '2026-01-01T00:00:00Z',
          applicableProductNames: [evil],
        },
      ],
    });
    const argv = ['check', 'plan.json', '--credits', 'credits.json'];
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point
    const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/;
    for (const format of ['text', 'json']) {
      const { stdout, stderr } = await run([...argv, '--format', format], { cwd: folder });
      expect(stderr).toBe('');
      expect(stdout).not.toMatch(control);
      expect(stdout).not.toMatch(/^fake: line/m);
      expect(stdout).not.toMatch(LOG_COMMAND);
    }
    const coloured = await run(argv, { cwd: folder, env: { FORCE_COLOR: '1' } });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: our own colours are the only ones left
    expect(coloured.stdout.replace(/\u001b\[(?:0|1|2|22|3[0-9])m/g, '')).not.toMatch(control);
    for (const command of [
      ['credits', '--credits', 'credits.json'],
      ['credits', '--credits', evil],
      ['check', evil],
      [evil],
    ]) {
      const { stdout, stderr } = await run(command, { cwd: folder });
      expect(stdout + stderr).not.toMatch(control);
      expect(stdout + stderr).not.toMatch(LOG_COMMAND);
    }
  });
});

describe('configuration and balance', () => {
  test('every mistake in the configuration is told, one line each', async () => {
    file('credit-guard.yaml', 'programm: activate\ncredits:\n  maxAgeDays: soon\n');
    const { code, stdout, stderr } = await run(['check', 'plan.json'], { cwd: folder });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/credit-guard\.yaml:1: programm: no such setting; did you mean program\?/);
    expect(stderr).toMatch(/credit-guard\.yaml:3: credits\.maxAgeDays: write a number of days/);
    expect(stderr.trimEnd().split('\n')).toHaveLength(2);
  });

  test('a snapshot named on the command line that cannot be read is a slip', async () => {
    file('plan.json', { steps: [nat('one')] });
    const { code, stderr } = await run(['check', 'plan.json', '--credits', 'nope.json'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^credit-guard: .*nope\.json: there is no such file\.$/m);
  });

  test('one that the configuration names is a finding, at the level of its owner', async () => {
    file('plan.json', { steps: [nat('one')] });
    file('credit-guard.yaml', 'credits: { snapshot: gone.json }\n');
    expect((await run(['check', 'plan.json'], { cwd: folder })).stdout).toContain('gone.json: there is no such file');
    file(
      'credit-guard.yaml',
      'credits: { snapshot: gone.json }\npolicies: { credit-outlook: { onUnknownBalance: block } }\n',
    );
    expect((await run(['check', 'plan.json'], { cwd: folder })).code).toBe(1);
  });

  test('CREDIT_GUARD_CONFIG names a configuration', async () => {
    const { stderr } = await run(['check', 'plan.json'], { cwd: folder, env: { CREDIT_GUARD_CONFIG: 'other.yaml' } });
    expect(stderr).toContain('other.yaml: there is no such file');
  });
});

describe('report files', () => {
  test('--report writes beside the user, standard output stays the report', async () => {
    const argv = ['check', join(fine, 'plan.json'), '--config', join(fine, 'credit-guard.yaml')];
    const { stdout, stderr } = await run([...argv, '--report', 'json=out/a.json', '--report', 'text=b.txt'], {
      cwd: folder,
    });
    expect(stdout).toMatch(/^✓/);
    expect(stderr).toMatch(/^Wrote .*a\.json\nWrote .*b\.txt\n$/);
    expect(JSON.parse(readFileSync(join(folder, 'out/a.json'), 'utf8')).schemaVersion).toBe(1);
    expect(readFileSync(join(folder, 'b.txt'), 'utf8')).toMatch(/^✓/);
  });

  test('the configuration writes beside itself', async () => {
    mkdirSync(join(folder, 'deeper'));
    file('plan.json', { steps: [nat('one')] });
    file('credit-guard.yaml', 'reports: { json: report.json }\n');
    await run(['check', '../plan.json'], { cwd: join(folder, 'deeper') });
    expect(existsSync(join(folder, 'report.json'))).toBe(true);
  });

  test('a place that cannot be written is said', async () => {
    file('plan.json', { steps: [nat('one')] });
    const { code, stderr } = await run(['check', 'plan.json', '--report', `json=${folder}`], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toMatch(/the json report cannot be written: it is a folder; name a file/);
  });
});
