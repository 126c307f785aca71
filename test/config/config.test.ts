import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { policySchemas } from '../../policy-pack/config-schemas';
import { type ConfigPlace, findConfig } from '../../src/config/find';
import { layer } from '../../src/config/layers';
import { parseConfig, loadConfig as parseFound } from '../../src/config/load';
import { configSchema, outlookFields, policyOnlyFields } from '../../src/config/schema';
import { manualCredits, settingsOf } from '../../src/config/settings';
import { isoInstant } from '../../src/core/instant';
import { POLICIES } from '../../src/core/policies';
import { DOCUMENTED } from './documented';

const loadConfig = (place: ConfigPlace) => parseFound(findConfig(place));

const errors = (text: string): string[] => parseConfig(text, 'credit-guard.yaml').errors;

describe('the shape that others rely on', () => {
  const { config, errors: wrong } = parseConfig(DOCUMENTED, 'credit-guard.yaml');
  const settings = settingsOf(config);

  test('is valid', () => expect(wrong).toEqual([]));

  test('becomes settings', () => {
    expect(settings.program).toBe('activate');
    expect([...(settings.burn ?? [])].map(([name, usd]) => [name, usd.toFixed(2)])).toEqual([
      ['Amazon EC2', '400.00'],
      ['Amazon RDS', '120.50'],
    ]);
    expect(settings.outlook).toMatchObject({
      level: 'block',
      blockWithinDays: 30,
      expiring: 'warn',
      onUnknownBalance: 'warn',
    });
    expect(settings.usage[0]?.figures).toEqual({
      monthlyRequests: 2_000_000,
      averageDurationMs: { min: 100, max: 120 },
    });
  });

  test('a bare day is all of it', () => {
    expect(isoInstant(settings.accept[0]?.until ?? 0)).toBe('2027-06-30T23:59:59Z');
    expect(isoInstant(manualCredits(config)?.[0]?.ends ?? 0)).toBe('2027-03-31T23:59:59Z');
  });

  test('nothing written is all defaults', () => {
    expect(settingsOf({})).toMatchObject({
      program: 'unknown',
      maxAgeDays: 7,
      unlistedProducts: 'unknown',
      burn: undefined,
      accept: [],
    });
  });
});

describe('what is wrong is told by file, line and field, with the fix', () => {
  test.each([
    ['an unknown key', 'programme: activate', 'credit-guard.yaml:1: programme: no such setting; did you mean program?'],
    [
      'an unknown key deep down',
      'credits:\n  snapshots: a',
      'credit-guard.yaml:2: credits.snapshots: no such setting; did you mean snapshot?',
    ],
    [
      'an unknown policy',
      'policies:\n  credit-outlok: {}',
      'credit-guard.yaml:2: policies.credit-outlok: no such setting; did you mean credit-outlook?',
    ],
    [
      'a value out of the list',
      'program: activte',
      'credit-guard.yaml:1: program: "activte" is not valid; did you mean activate?',
    ],
    [
      'a day that does not exist',
      'accept:\n  - { policy: coverage-known, resource: x, reason: y, until: 2027-02-30 }',
      'credit-guard.yaml:2: accept[0].until: is no date; write YYYY-MM-DD or 2027-03-31T23:59:59Z',
    ],
    [
      'a negative amount',
      'burn: { monthly: { Amazon EC2: -4 } }',
      'credit-guard.yaml:1: burn.monthly.Amazon EC2: write an amount in USD from 0 to 1e12, such as "120.50"',
    ],
    [
      'a huge amount',
      'burn: { monthly: { Amazon EC2: "9999999999999" } }',
      'credit-guard.yaml:1: burn.monthly.Amazon EC2: write an amount in USD from 0 to 1e12, such as "120.50"',
    ],
    [
      'an amount that is none',
      'burn: { monthly: { Amazon EC2: lots } }',
      'credit-guard.yaml:1: burn.monthly.Amazon EC2: write an amount in USD from 0 to 1e12, such as "120.50"',
    ],
    [
      'no reason',
      'accept:\n  - { policy: coverage-known, resource: x }',
      'credit-guard.yaml:2: accept[0].reason: write a text',
    ],
    [
      'an account that YAML reads as a number',
      'account: 111122223333',
      'credit-guard.yaml:1: account: write the 12 digits of the account in quotes, such as "111122223333"',
    ],
    [
      'an account with dashes',
      'account: "1111-2222-3333"',
      'credit-guard.yaml:1: account: write the 12 digits of the account in quotes, such as "111122223333"',
    ],
    [
      'what only policy configuration may say',
      'policies: { credit-outlook: { onInvalidConfig: warn } }',
      'credit-guard.yaml:1: policies.credit-outlook.onInvalidConfig: no such setting',
    ],
    [
      'the programme of one credit',
      'credits: { manual: [{ description: a, remaining: 5, program: activat }] }',
      'credit-guard.yaml:1: credits.manual[0].program: "activat" is not valid; did you mean activate?',
    ],
    ['a limit without a value', 'policies:\n  credit-outlook:\n    maxMonthlyCash:', 'write an amount in USD'],
    ['a share above one', 'pool: { share: 2 }', 'credit-guard.yaml:1: pool.share: write a share from 0 to 1'],
    [
      'usage of nothing',
      'usage:\n  - { monthlyRequests: 1 }',
      'credit-guard.yaml:2: usage[0]: name a type, a name or a tag',
    ],
    ['a report format that does not exist', 'reports: { jsn: a }', 'credit-guard.yaml:1: reports.jsn: '],
    ['a list for a whole file', '- a', 'credit-guard.yaml:1: the file: '],
  ])('%s', (_, text, message) => expect(errors(text)[0]).toContain(message));

  test('all at once', () => expect(errors('program: x\npool: { share: 9 }\nfoo: 1').length).toBe(3));

  test.each([
    ['a stray tab', 'program:\n\t- a'],
    ['the same key twice', 'program: other\nprogram: map'],
    ['an open quote', 'program: "activate'],
  ])('%s is no YAML, and says where', (_, text) =>
    expect(errors(text)[0]).toMatch(/^credit-guard\.yaml:\d+: this is not valid YAML: /),
  );

  test('aliases that multiply are refused', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${['b', 'c', 'd', 'e', 'f', 'g'].map((key, i) => `${key}: &${key} [${Array(9).fill(`*${'abcdef'[i]}`).join(',')}]`).join('\n')}`;
    expect(errors(bomb)[0]).toContain('aliases');
  });

  test('names with terminal escapes come out clean', () => {
    expect(errors('"\\u001b[31mred": 1')[0]).not.toContain('\u001b');
  });
});

describe('finding the file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'credit-guard-config-'));
    mkdirSync(join(folder, 'repo/.git'), { recursive: true });
    mkdirSync(join(folder, 'repo/infra/deep'), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const write = (path: string, text = 'program: map') => writeFileSync(join(folder, path), text);

  test('upward from where the user is', () => {
    write('repo/credit-guard.yaml');
    expect(loadConfig({ named: undefined, from: join(folder, 'repo/infra/deep') })).toMatchObject({
      file: join(folder, 'repo/credit-guard.yaml'),
      config: { program: 'map' },
    });
  });

  test('not beyond the repository', () => {
    write('credit-guard.yaml');
    expect(loadConfig({ named: undefined, from: join(folder, 'repo/infra') }).file).toBeUndefined();
  });

  test('a named file is read, from where the user is', () => {
    write('repo/other.yaml', 'program: research');
    expect(loadConfig({ named: '../other.yaml', from: join(folder, 'repo/infra') }).config.program).toBe('research');
  });

  test.each([
    ['a file that is not there', 'gone.yaml', 'there is no such file'],
    ['a folder', 'repo', 'it is no file'],
  ])('%s is one line', (_, name, words) => {
    const { errors: wrong } = loadConfig({ named: name, from: folder });
    expect(wrong).toEqual([`${join(folder, name)}: ${words}`]);
  });

  test('credit-guard.yml counts too', () => {
    write('repo/credit-guard.yml', 'program: research');
    expect(loadConfig({ named: undefined, from: join(folder, 'repo/infra') })).toMatchObject({
      file: join(folder, 'repo/credit-guard.yml'),
      config: { program: 'research' },
      notes: [],
    });
  });

  test('of two in one folder the first is used, and the other is named', () => {
    write('repo/credit-guard.yaml');
    write('repo/credit-guard.yml', 'program: research');
    expect(loadConfig({ named: undefined, from: join(folder, 'repo') })).toMatchObject({
      config: { program: 'map' },
      notes: [
        `${join(folder, 'repo/credit-guard.yaml')} is used. Remove credit-guard.yml beside it, which is ignored.`,
      ],
    });
  });

  test('a byte order mark is no mistake', () => {
    write('repo/credit-guard.yaml', '\ufeffprogram: map');
    expect(loadConfig({ named: undefined, from: join(folder, 'repo') }).errors).toEqual([]);
  });
});

describe('layers', () => {
  const layered = (parts: Partial<Parameters<typeof layer>[0]>) =>
    layer({ file: {}, fileName: 'credit-guard.yaml', policy: {}, stack: {}, ...parts });
  const outlook = (result: ReturnType<typeof layer>) => result.config.policies?.['credit-outlook'];

  test('policy configuration wins over the file', () => {
    const result = layered({
      file: { policies: { 'credit-outlook': { blockWithinDays: 30, runway: 'warn' } } },
      policy: { 'credit-outlook': { blockWithinDays: 10 } },
    });
    expect(outlook(result)).toEqual({ blockWithinDays: 10, runway: 'warn' });
    expect([...result.origins]).toEqual([
      ['credit-outlook.blockWithinDays', 'policy configuration'],
      ['credit-outlook.runway', 'credit-guard.yaml'],
    ]);
  });

  test.each([
    ['blockWithinDays', '60', 60],
    ['maxMonthlyCash', '50', 50],
    ['minimumPricedShare', '0.9', 0.9],
    ['runwayShare', '0.8', 0.8],
    ['coverage', 'block', 'block'],
    ['onUnknownBalance', 'block', 'block'],
    ['onUnknown', 'block', 'block'],
  ])('a stack may tighten %s', (key, text, value) => {
    const file = {
      policies: { 'credit-outlook': { blockWithinDays: 30, maxMonthlyCash: '100', minimumPricedShare: 0.5 } },
    };
    const result = layered({ file, stack: { [key]: text } });
    expect([outlook(result)?.[key as 'runway'], result.problems]).toEqual([value, []]);
  });

  test.each([
    ['blockWithinDays', '5'],
    ['maxMonthlyCash', '5000'],
    ['runway', 'off'],
    ['estimate', 'warn'],
    ['runwayShare', '0.2'],
    ['coverage', 'off'],
  ])('a stack may not loosen %s', (key, text) => {
    const file = { policies: { 'credit-outlook': { blockWithinDays: 30, maxMonthlyCash: '100' } } };
    const before = outlook(layered({ file }));
    const result = layered({ file, stack: { [key]: text } });
    expect(outlook(result)).toEqual(before);
    expect(result.problems).toEqual([expect.stringContaining(`credit-guard:${key} = ${text} is looser than`)]);
  });

  test('a wrong value is one line and takes no right one with it', () => {
    const result = layered({ stack: { blockWithinDays: 'soon', minimumPricedShare: '0.5', blokWithinDays: '3' } });
    expect(outlook(result)).toEqual({ minimumPricedShare: 0.5 });
    expect(result.problems).toEqual([
      'stack configuration: blockWithinDays: write a number of days',
      'stack configuration: blokWithinDays: no such setting; did you mean blockWithinDays?',
    ]);
  });

  test('a slip in policy configuration is told, for Pulumi does not', () => {
    expect(layered({ policy: { 'coverage-known': { onUnknwon: 'block' } } }).problems).toEqual([
      'policy configuration of coverage-known: onUnknwon: no such setting; did you mean onUnknown?',
    ]);
  });
});

describe('the schemas', () => {
  test('what Pulumi may configure is what the file may', () => {
    expect(Object.keys(policySchemas)).toEqual(POLICIES);
    for (const name of POLICIES) {
      const own = name === 'credit-outlook' ? Object.keys({ ...outlookFields, ...policyOnlyFields }) : [];
      expect(Object.keys(policySchemas[name].properties).sort()).toEqual(
        ['configFile', 'onUnknown', 'uncertain', ...own].sort(),
      );
    }
  });

  test('the one for editors is fresh', async () => {
    const schema = z.toJSONSchema(configSchema, { io: 'input', unrepresentable: 'any' });
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
      '../../docs/schemas/credit-guard.schema.json',
    );
  });
});
