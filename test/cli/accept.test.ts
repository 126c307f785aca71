import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { Acceptances } from '../../src/core/findings/acceptances';
import { type Finding, says, stackFinding } from '../../src/core/findings/finding';
import { parseInstant } from '../../src/core/instant';
import { exactly, usd } from '../../src/core/money';
import { acceptCommand } from '../../src/words/accept';
import fc from '../support/fast-check';
import { run } from './run';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'credit-guard-accept-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const file = () => join(cwd, 'credit-guard.yaml');
const accept = (...argv: string[]) => run(['accept', ...argv], { cwd });
const OURS = ['--reason', 'Our domain'];
const SHOP = ['no-uncovered-services', 'shop', '--max', '15', '--until', '2027-06-30', ...OURS];

describe('an exception is written', () => {
  test('into a file of its own, by the name of the resource', async () => {
    const { code, stdout, stderr } = await accept(...SHOP);
    const text = `accept:
  - policy: no-uncovered-services
    resource: urn:pulumi:*::shop
    reason: Our domain
    until: 2027-06-30
    maxUsd: "15.00"
`;
    expect([code, stdout, readFileSync(file(), 'utf8')]).toEqual([0, text, text]);
    expect(stderr).toBe(`Added 1 exception to ${file()}. Read it before you commit it.\n`);
  });

  test('into the configuration in use, a folder above', async () => {
    writeFileSync(file(), 'program: activate # ours\n');
    const { code } = await run(['accept', ...SHOP], { cwd, env: { CREDIT_GUARD_CONFIG: 'credit-guard.yaml' } });
    expect(code).toBe(0);
    expect(readFileSync(file(), 'utf8')).toMatch(/^program: activate # ours\naccept:\n/);
  });

  test('not with --dry-run', async () => {
    const { code, stdout, stderr } = await accept(...SHOP, '--dry-run');
    expect([code, stderr]).toEqual([0, 'Nothing was written (--dry-run).\n']);
    expect(stdout).toContain('resource: urn:pulumi:*::shop');
    expect(existsSync(file())).toBe(false);
  });

  test.each([
    ['a URN as it is', 'urn:pulumi:prod::shop::aws:x/y:Z::shop', 'urn:pulumi:prod::shop::aws:x/y:Z::shop'],
    ['a pattern as it is', '*::web-*', '*::web-*'],
    ['a name with a pattern', 'web-*', 'urn:pulumi:*::web-*'],
    ['an odd name', ' a"b\'c: {x} #1 ', 'urn:pulumi:*:: a"b\'c: {x} #1 '],
  ])('%s', async (_, written, resource) => {
    await accept('coverage-known', written, ...OURS);
    expect(parse(readFileSync(file(), 'utf8')).accept[0].resource).toBe(resource);
  });

  test('without a ceiling it ends in 90 days, and that is said', async () => {
    const { stderr } = await accept('coverage-known', 'shop', ...OURS);
    expect(parse(readFileSync(file(), 'utf8')).accept[0].until).toBe('2027-03-01');
    expect(stderr).toContain('It has no ceiling, so it ends on 2027-03-01');
  });

  test('with a ceiling and without a day it never ends, and that is said', async () => {
    expect((await accept('coverage-known', 'shop', '--max', '1', ...OURS)).stderr).toContain('It never ends');
  });
});

describe('a slip is one line, and nothing is written', () => {
  test.each([
    [
      ['no-uncovered-service', 'shop', ...OURS],
      'no-uncovered-service: no such policy; did you mean no-uncovered-services?',
    ],
    [
      ['credit-outlook', '*', ...OURS],
      'credit-outlook is about the whole stack: set its limits under policies: credit-outlook:',
    ],
    [['coverage-known', '', ...OURS], 'the resource is empty; write its name or its URN'],
    [['coverage-known', 'shop'], "required option '--reason <text>' not specified"],
    [['coverage-known', 'shop', '--reason', '…'], '--reason "…": write why it is accepted'],
    [
      ['coverage-known', 'shop', '--max', '$1,314.00', ...OURS],
      '--max $1,314.00: it is no amount in USD; write it without $ and commas',
    ],
    [['coverage-known', 'shop', '--max', '-1', ...OURS], '--max -1: it is no amount'],
    [['coverage-known', 'shop', '--until', 'soon', ...OURS], '--until soon: write a date, such as 2027-03-31'],
    [['coverage-known', 'shop', '--until', '2020-01-01', ...OURS], '--until 2020-01-01: it is in the past'],
    [['coverage-known', 'shop', '--until', '2027-02-30', ...OURS], '--until 2027-02-30: write a date'],
  ])('%j', async (argv, line) => {
    const { code, stdout, stderr } = await accept(...argv);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(line);
    expect(existsSync(file())).toBe(false);
  });

  test('a configuration with a mistake is not touched', async () => {
    writeFileSync(file(), 'programme: activate\n');
    expect((await accept(...SHOP)).code).toBe(2);
    expect(readFileSync(file(), 'utf8')).toBe('programme: activate\n');
  });
});

describe('in the format of Pulumi', () => {
  const URN = 'urn:pulumi:dev::shop::aws:route53domains/domain:Domain::shop';
  const pulumi = (...argv: string[]) => accept('no-uncovered-services', '--as', 'pulumi', ...OURS, ...argv);
  const written = (name = 'policy-config.json') => JSON.parse(readFileSync(join(cwd, name), 'utf8'));
  const exception = (reason: string) => ({ reason, match: [{ policies: ['no-uncovered-services'], targets: [URN] }] });

  test('a policy configuration that is not there is begun', async () => {
    const { code, stdout, stderr } = await pulumi(URN);
    expect(code).toBe(0);
    expect(written()).toEqual({ version: 2, exceptions: { 'no-uncovered-services-shop': exception('Our domain') } });
    expect(JSON.parse(stdout)).toEqual(written());
    expect(stderr).toContain('pulumi preview --policy-pack-config policy-config.json (CLI 3.274 or later)');
  });

  test('what stands in one stays, and an exception is not repeated', async () => {
    const before = {
      version: 2,
      policies: { 'credit-outlook': { blockWithinDays: 60 } },
      exceptions: { 'no-uncovered-services-shop': { x: 1 } },
    };
    writeFileSync(join(cwd, 'ours.json'), JSON.stringify(before));
    await pulumi(URN, '--into', 'ours.json');
    await pulumi(URN, '--into', 'ours.json');
    expect(written('ours.json')).toEqual({
      ...before,
      exceptions: { 'no-uncovered-services-shop': { x: 1 }, 'no-uncovered-services-shop-2': exception('Our domain') },
    });
  });

  test.each([
    ['{"credit-outlook":{"blockWithinDays":60}}'],
    ['{"version":3}'],
    ['[]'],
    ['{'],
    ['{"version":2,"exceptions":[]}'],
  ])('a file of another form is not touched: %s', async (text) => {
    writeFileSync(join(cwd, 'policy-config.json'), text);
    const { code, stderr } = await pulumi(URN);
    expect([code, readFileSync(join(cwd, 'policy-config.json'), 'utf8')]).toEqual([2, text]);
    expect(stderr).toContain('cannot be added');
  });

  test('any name makes an id that Pulumi takes', async () => {
    await pulumi(`urn:pulumi:dev::shop::a:b/c:D::it's "odd" / été`);
    for (const id of Object.keys(written().exceptions)) expect(id).toMatch(/^[A-Za-z0-9._-]+$/);
  });

  test.each([
    [['shop'], /shop: Pulumi's exceptions take a whole URN/],
    [['urn:pulumi:*::shop'], /take a whole URN/],
    [[URN, '--max', '15'], /--max has no place in Pulumi's exceptions/],
    [[URN, '--until', '2027-06-30'], /--until has no place/],
  ])('%j is a slip', async (argv, words) => {
    const { code, stderr } = await pulumi(...argv);
    expect([code, existsSync(join(cwd, 'policy-config.json'))]).toEqual([2, false]);
    expect(stderr).toMatch(words);
  });

  test('the whole stack may be excepted too, and --dry-run writes nothing', async () => {
    const stack = 'urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev';
    const { code, stdout } = await accept('credit-outlook', stack, '--as', 'pulumi', '--dry-run', ...OURS);
    expect([code, existsSync(join(cwd, 'policy-config.json'))]).toEqual([0, false]);
    expect(stdout).toContain(stack);
  });
});

describe('the command that the messages print', () => {
  const now = parseInstant('2026-12-01T09:00:00Z') ?? 0;
  const finding = (name: string, amount: string | null): Finding => ({
    ...stackFinding({
      rule: 'balance-none-usable',
      level: 'block',
      coverage: 'unknown',
      says: says('no-usable-credit', { credits: 1 }),
    }),
    policy: 'no-uncovered-upfront-fees',
    urn: `urn:pulumi:prod::shop::aws:savingsplans/savingsPlan:SavingsPlan::${name}`,
    charge: {
      product: 'Savings Plans',
      kind: 'upfront',
      usd: amount === null ? null : exactly(usd(amount)),
      per: 'once',
    },
  });
  /** What a real shell makes of the lines. */
  const words = (lines: readonly string[]): string[] =>
    execFileSync('sh', ['-c', lines.join('\n').replace(/^credit-guard/, "printf '%s\\0'")], { encoding: 'utf8' })
      .split('\0')
      .slice(0, -1);
  /** The printed command, run with a reason of the owner's. */
  async function accepted(one: Finding): Promise<Finding> {
    const lines = acceptCommand(one, now);
    const argv = words(lines).map((word) => (word === '…' ? 'We know' : word));
    const { code, stdout } = await run([...argv, '--dry-run'], { cwd });
    expect([code, argv[0]]).toEqual([0, 'accept']);
    const [line] = parse(stdout).accept;
    return new Acceptances(
      [{ ...line, until: parseInstant(line.until), maxUsd: line.maxUsd && usd(line.maxUsd), only: line.only }],
      now,
    ).apply(one);
  }

  test.each([
    'compute',
    'a b',
    "it's",
    '-x',
    '--max',
    '*',
    'urn:pulumi:x',
    '$(rm -rf /)',
    '`id`',
    'a\nb',
    '##vso[x]',
    'x'.repeat(300),
    'é🙂',
    '"',
    '\\',
    'a  b',
    ' a ',
  ])('is one that the command takes, and that accepts the finding: %j', async (name) => {
    for (const amount of ['1314.00', '1081.422', '0.005', null]) {
      expect((await accepted(finding(name, amount))).accepted).toMatchObject({ reason: 'We know' });
    }
  });

  test('whatever the name', async () => {
    const names = fc.string({ unit: 'binary', minLength: 1 }).filter((name) => !name.includes('::'));
    await fc.assert(
      fc.asyncProperty(names, async (name) => {
        expect((await accepted(finding(name, '5.00'))).accepted).not.toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  test('accepts to the cent that is shown, and not a cent more', async () => {
    const lines = acceptCommand(finding('compute', '1081.422'), now);
    expect(lines).toEqual([
      'credit-guard accept no-uncovered-upfront-fees compute \\',
      '  --max 1081.42 --until 2027-12-01 --reason "…"',
    ]);
  });

  test('an amount that is not known: for 90 days', () => {
    expect(acceptCommand(finding('compute', null), now)[1]).toBe('  --until 2027-03-01 --reason "…"');
  });
});
