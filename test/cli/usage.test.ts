import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEMO_FOLDER } from '../../src/cli/commands/demo';
import { pricedTypes, pricingOf } from '../../src/core/charges/services';
import { rules } from '../../src/core/coverage/rules';
import { PROGRAMS } from '../../src/core/credits/program';
import { run } from './run';

const scenarios = join(__dirname, '../scenarios');

describe('wrong usage: what is wrong, what was meant, what is valid; exit code 2', () => {
  test.each([
    [
      ['check', '--fromat', 'json'],
      /unknown option '--fromat'; did you mean --format\?/,
      /valid are --credits, .*--format/,
    ],
    [['check', '--format', 'jsn'], /'jsn' is invalid\. Did you mean json\? Valid are text, json, /, /check --help/],
    [['check', '--format', 'nothing-like-it'], /'nothing-like-it' is invalid\. Valid are text, json, /, /./],
    [['check', '--report', 'jsn=x'], /Did you mean json\? Valid are text, json, /, /./],
    [['check', '--report', 'json'], /Name a file: --report json=/, /./],
    [['check', '--fail-on', 'bloc'], /Did you mean block\? Valid are block, warn, never\./, /./],
    [['check', '--fail-on', 'disabled'], /Valid are block, warn, never\./, /./],
    [
      ['accept', 'savings-plan-upfront', 'x', '--reason', 'y'],
      /savings-plan-upfront is a rule; exceptions name its policy: no-uncovered-upfront-fees/,
      /./,
    ],
    [['rules', 'a', 'b'], /too many arguments/, /./],
    [
      ['chekc'],
      /unknown command 'chekc'; did you mean check\?/,
      /valid are check, forecast, explain, baseline, accept, credits/,
    ],
    [['check', '--date', 'tomorrow'], /--date tomorrow: write a date, such as 2027-03-31/, /./],
    [['check', '--date', '2027-02-30'], /write a date/, /./],
    [['prices', 'usag'], /did you mean usage\?/, /valid are show, list, usage\b.*\n.*credit-guard prices --help/],
    [['prices', 'list', '--class', 'hourl'], /Did you mean hourly\? Valid are priced, /, /prices list --help/],
    [['rules', 'savings-plan-upfrnt'], /no such rule or policy; did you mean savings-plan-upfront\?/, /./],
    [['programs', 'activat'], /no such programme; did you mean activate\?/, /./],
  ])('%j', async (argv, message, more) => {
    const { code, stdout, stderr } = await run(argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(more);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

test.each([
  ['mandatory', 1],
  ['advisory', 1],
  ['never', 0],
])('--fail-on %s', async (level, code) => {
  const demo = (name: string) => join(DEMO_FOLDER, name);
  const argv = ['check', demo('plan.json'), '--config', demo('credit-guard.yaml'), '--fail-on', level];
  expect((await run(argv)).code).toBe(code);
});

describe('help', () => {
  test('no arguments teach', async () => {
    const { code, stdout } = await run([]);
    expect(code).toBe(0);
    expect(stdout).toContain('pulumi preview --json --show-sames | credit-guard check');
  });

  test.each([
    'init',
    'completion',
    'check',
    'baseline',
    'accept',
    'credits',
    'rules',
    'programs',
    'prices',
    'config',
    'demo',
  ])('%s --help shows an example', async (command) => {
    const { code, stdout } = await run([command, '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`Examples?:\\n.*credit-guard ${command}`, 's'));
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('--version is the version', async () => {
    expect(await run(['--version'])).toEqual({ code: 0, stdout: '0.0.0-test\n', stderr: '' });
  });
});

describe('lists', () => {
  test('rules: every row, fit for 80 columns', async () => {
    const { stdout } = await run(['rules']);
    for (const { id } of rules) expect(stdout).toContain(id);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('prices usage: every field of every type, as it may be written', async () => {
    const shown = JSON.parse((await run(['prices', 'usage', '--json'])).stdout);
    const fields = Object.fromEntries(
      shown.map(({ type, fields: list }: { type: string; fields: { field: string }[] }) => [
        type,
        list.map(({ field }) => field),
      ]),
    );
    const withFields = pricedTypes().filter((type) => Object.keys(pricingOf(type)?.usage ?? {}).length > 0);
    expect(Object.keys(fields)).toEqual(withFields);
    for (const type of withFields) expect(fields[type]).toEqual(Object.keys(pricingOf(type)?.usage ?? {}));
    const { stdout } = await run(['prices', 'usage']);
    expect(stdout).toMatch(/averageSize +the size in the plan +instances on average/);
    // The name of a type is one word, however long.
    const wrapped = stdout.split('\n').filter((line) => !line.startsWith('aws:'));
    for (const line of wrapped) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('prices usage: what a size stands for, where the figure grows with the load', async () => {
    const shown: { type: string; fields: { field: string; sizes: unknown }[] }[] = JSON.parse(
      (await run(['prices', 'usage', '--json'])).stdout,
    );
    const of = (type: string) =>
      Object.fromEntries(
        shown.find((one) => one.type === type)?.fields.map(({ field, sizes }) => [field, sizes]) ?? [],
      );
    expect(of('aws:lambda/function:Function')).toMatchObject({
      monthlyRequests: {
        small: { min: 100_000, max: 1_000_000 },
        medium: { min: 1_000_000, max: 10_000_000 },
        large: { min: 10_000_000, max: 100_000_000 },
      },
      averageDurationMs: null,
    });
    const { stdout } = await run(['prices', 'usage']);
    expect(stdout).toMatch(/monthlyRequests +0 to 1000000 +× 10 +requests a month/);
    expect(stdout).toMatch(/activeHours +0 to 20 +× 10, to 730 +hours of queries a month/);
    expect(stdout).toMatch(/averageDurationMs +100 to 500 +ms on average/);
    expect(stdout).toContain('usage: medium');
  });

  test('a rule says why, what to do, when credits cover it after all, and by which source', async () => {
    const { stdout } = await run(['rules', 'bedrock-third-party-model']);
    expect(stdout).toContain('under the terms of AWS Activate');
    expect(stdout).toMatch(/as of \d{4}-\d\d-\d\d/);
  });

  test('as JSON', async () => {
    const all = JSON.parse((await run(['rules', '--json'])).stdout);
    expect(all.map(({ id }: { id: string }) => id)).toEqual(rules.map(({ id }) => id));
    expect(JSON.parse((await run(['rules', 'domain-registration', '--json'])).stdout).id).toBe('domain-registration');
    expect(Object.keys(JSON.parse((await run(['rules', '--blind-spots', '--json'])).stdout))).toContain('blindSpots');
    expect(Object.keys(JSON.parse((await run(['programs', '--json'])).stdout))).toEqual([...PROGRAMS]);
  });

  test('programs: each by name', async () => {
    for (const program of PROGRAMS) {
      const { code, stdout } = await run(['programs', program]);
      expect(code).toBe(0);
      expect(stdout).toContain(`program: ${program}`);
    }
  });
});

describe('credits', () => {
  const cwd = join(scenarios, 'flat-steps-run-out');

  test('each with its state, the sum only when it is known', async () => {
    const { code, stdout } = await run(['credits'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('How much is usable is not known');
    expect(stdout).toContain('$410.00');
    expect(stdout).toMatch(/Amazon EC2,\s+Amazon RDS and 1 more/);
    expect(stdout).toContain('21 days old');
  });

  test('as JSON: not known is null, never zero', async () => {
    const { usable, credits } = JSON.parse((await run(['credits', '--json'], { cwd })).stdout);
    expect([usable, credits.length, credits[1].remaining]).toEqual([null, 2, null]);
  });

  test('--date decides what is usable', async () => {
    const { stdout } = await run(['credits', '--json', '--date', '2027-03-01'], { cwd });
    expect(JSON.parse(stdout).credits[0].usable).toBe('0.00');
  });

  test('without a balance the way to one', async () => {
    const { code, stdout, stderr } = await run(['credits'], { cwd: join(scenarios, 'checkpoint-without-credits') });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('aws billing get-credits');
  });
});

describe('config', () => {
  test('which setting holds, and where it came from', async () => {
    const { stdout } = await run(['config'], { cwd: join(scenarios, 'flat-steps-run-out') });
    expect(stdout).toMatch(/^program +research +credit-guard\.yaml$/m);
    expect(stdout).toMatch(/^credit-outlook\.blockWithinDays +60 +credit-guard\.yaml$/m);
    expect(stdout).toMatch(/^credit-outlook\.cash +block +default$/m);
  });

  test('as JSON', async () => {
    const { file, settings } = JSON.parse((await run(['config', '--json'], { cwd: scenarios })).stdout);
    expect(file).toBeNull();
    expect(settings).toContainEqual({ name: 'program', value: 'unknown', from: 'default' });
  });
});

describe('demo', () => {
  test('says how to go on, on standard error only', async () => {
    const { stdout, stderr } = await run(['demo']);
    expect(stderr).toContain('pulumi preview --json --show-sames | credit-guard check');
    expect(stdout).not.toContain('Your own stack');
  });

  test('never depends on the day, the folder or the environment', async () => {
    const first = await run(['demo'], { now: '2020-01-01T00:00:00Z', cwd: '/' });
    const second = await run(['demo'], { env: { CREDIT_GUARD_CONFIG: 'nope.yaml' } });
    expect(second).toEqual(first);
  });
});
