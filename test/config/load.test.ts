import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { type ConfigPlace, findConfig } from '../../src/config/find';
import { parseConfig, loadConfig as parseFound } from '../../src/config/load';
import { manualCredits, settingsOf } from '../../src/config/settings';
import { usageProblems } from '../../src/config/usage-fields';
import { DOCUMENTED } from './documented';

const loadConfig = (place: ConfigPlace) => parseFound(findConfig(place));

const errorsOf = (text: string): string[] => parseConfig(text, 'credit-guard.yaml').errors;

describe('what is wrong with a configuration is said in one line each', () => {
  it('accepts the documented shape, and an empty file', () => {
    expect(errorsOf(DOCUMENTED)).toEqual([]);
    expect(parseConfig('', 'f')).toEqual({ config: {}, errors: [] });
  });

  it.each([
    [
      'an unknown key',
      'program: activate\npolices:\n  credit-outlook: {}\n',
      ':2: polices: no such setting; did you mean policies?',
    ],
    [
      'a key inside',
      'policies:\n  credit-outlook:\n    blockWithinDay: 3\n',
      ':3: policies.credit-outlook.blockWithinDay: no such setting; did you mean blockWithinDays?',
    ],
    [
      'an unknown policy',
      'policies:\n  no-uncovered-service: {}\n',
      ':2: policies.no-uncovered-service: no such setting; did you mean no-uncovered-services?',
    ],
    ['a programme', 'program: activat\n', ':1: program: "activat" is not valid; did you mean activate?'],
    [
      'the policy of an acceptance',
      'accept:\n  - policy: coverage-know\n    resource: x\n    reason: y\n',
      ':2: accept[0].policy: "coverage-know" is not valid; did you mean coverage-known?',
    ],
    [
      'an acceptance without a reason',
      'accept:\n  - policy: coverage-known\n    resource: x\n',
      ':2: accept[0].reason: write a text',
    ],
    [
      'a day that does not exist',
      'accept:\n  - policy: coverage-known\n    resource: x\n    reason: y\n    until: 2027-02-30\n',
      ':5: accept[0].until: is no date; write YYYY-MM-DD or 2027-03-31T23:59:59Z',
    ],
    ['a report format', 'reports: { jsn: a.json }\n', ':1: reports'],
    ['a list', '- a\n', ':1: the file:'],
    ['a key twice', 'program: map\nprogram: map\n', ':2: this is not valid YAML: Map keys must be unique'],
    ['no YAML', 'a: [1\n', 'this is not valid YAML'],
    ['an object with a toString', 'program: {toString: 1, valueOf: 2}\n', ':1: program: not a valid value'],
    ['a prototype key', '__proto__: {a: 1}\n', ':1: __proto__: no such setting'],
    ['a share', 'pool: { share: 1.5 }\n', ':1: pool.share: write a share from 0 to 1'],
    ['bounds in the wrong order', 'usage: [{ name: x, gb: { min: 5, max: 1 } }]\n', ':1: usage[0].gb'],
    ['a usage without a selector', 'usage: [{ gb: 1 }]\n', ':1: usage[0]: name a type, a name or a tag'],
  ])('%s', (_, text, line) => {
    const errors = errorsOf(text);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(line);
    expect(errors[0]).toMatch(/^credit-guard\.yaml:\d+: /);
  });

  it.each(['-5', '9e12', '"1e3"', '"1,000"', 'lots', '.nan', '"1000000000001"'])('the amount %s', (amount) => {
    const [error] = errorsOf(`burn: { monthly: { Amazon EC2: ${amount} } }`);
    expect(error).toContain('burn.monthly.Amazon EC2: write an amount in USD');
  });

  it('several at once, in the order of the file', () => {
    expect(errorsOf('program: x\npool: { share: 7 }\n')).toHaveLength(2);
  });

  it.each([
    [
      'aliases that multiply',
      `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [${'*a,'.repeat(9)}]\nc: &c [${'*b,'.repeat(9)}]\nd: [${'*c,'.repeat(9)}]`,
    ],
    ['brackets', '['.repeat(20_000) + ']'.repeat(20_000)],
    ['maps', `${'{a: '.repeat(5000)}${'}'.repeat(5000)}`],
    ['markers', `${'- '.repeat(20_000)}x`],
    ['columns', Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ])('too much of %s', (_, text) => {
    expect(errorsOf(text)).toHaveLength(1);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseConfig(text, 'f')));
    const keys = ['program', 'credits', 'burn', 'policies', 'usage', 'pool', 'accept', 'reports', 'toString'];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), fc.jsonValue()), (value) => {
        const { config, errors } = parseConfig(stringify(value), 'f');
        if (errors.length === 0) settingsOf(config);
      }),
    );
  });
});

describe('from what an owner wrote to settings', () => {
  it('reads the documented shape', () => {
    const { config } = parseConfig(DOCUMENTED, 'f');
    const settings = settingsOf(config);
    expect(settings.program).toBe('activate');
    expect(settings.burn?.get('Amazon RDS')?.toFixed(2)).toBe('120.50');
    expect(settings.outlook.blockWithinDays).toBe(30);
    expect(settings.usage[0]?.figures).toEqual({
      monthlyRequests: 2_000_000,
      averageDurationMs: { min: 100, max: 120 },
    });
    expect(settings.pool.reserved.get('other-project/prod')?.toFixed()).toBe('300');
    expect(manualCredits(config)).toMatchObject([
      {
        description: 'Activate',
        products: 'all',
        purchases: 'all',
        asOf: Date.parse('2026-11-24'),
        program: 'activate',
      },
    ]);
    expect(settings).toMatchObject({ account: '111122223333', outlook: { runwayShare: 0.6, coverage: 'block' } });
  });

  it('fills in the defaults', () => {
    const settings = settingsOf({});
    expect(settings).toMatchObject({ program: 'unknown', unlistedProducts: 'unknown', maxAgeDays: 7, burn: undefined });
    expect(settings.account).toBeUndefined();
    expect(settings.outlook).toMatchObject({ runwayShare: 0.5, coverage: 'warn', onInvalidConfig: 'block' });
    expect(settings.outlook).toMatchObject({ expiringWithinDays: 90, onUnknownBalance: 'warn', onUnknown: 'warn' });
    expect(settings.outlook.maxMonthlyCash).toBeUndefined();
    expect(manualCredits({})).toBeUndefined();
  });

  it('takes a bare day as all of it, and an instant as it is', () => {
    const { config } = parseConfig(DOCUMENTED, 'f');
    expect(settingsOf(config).accept[0]?.until).toBe(Date.parse('2027-06-30T23:59:59Z'));
    expect(manualCredits(config)?.[0]?.ends).toBe(Date.parse('2027-03-31T23:59:59Z'));
  });

  it('reads every amount that the schema lets pass', () => {
    const { config, errors } = parseConfig('burn: { monthly: { a: "+5", b: " 7.50 ", c: 3 } }', 'f');
    expect(errors).toEqual([]);
    expect([...(settingsOf(config).burn ?? [])].map(([, amount]) => amount.toFixed(2))).toEqual([
      '5.00',
      '7.50',
      '3.00',
    ]);
    const manual = parseConfig('credits: { manual: [{ description: a, remaining: "+5" }] }', 'f').config;
    expect(manualCredits(manual)).toHaveLength(1);
  });
});

describe('a list or a map with nothing below it is as if it were not written', () => {
  it.each([
    'accept:',
    'usage:',
    'burn:',
    'burn:\n  monthly:',
    'credits:',
    'credits:\n  manual:',
    'policies:',
    'policies:\n  coverage-known:\n  credit-outlook:',
    'pool:',
    'pool:\n  reserved:',
    'reports:',
  ])('%s', (text) => {
    const { config, errors } = parseConfig(text, 'f');
    expect(errors).toEqual([]);
    expect(settingsOf(config)).toEqual(settingsOf({}));
    expect(manualCredits(config)).toBeUndefined();
  });

  it('and one without anything is a list without anything', () => {
    const { config } = parseConfig('credits: { manual: [] }\nburn: { monthly: {} }', 'f');
    expect(manualCredits(config)).toEqual([]);
    expect(settingsOf(config).burn?.size).toBe(0);
  });
});

describe('usage fields', () => {
  const fieldsOf = (type: string) =>
    type === 'aws:lambda/function:Function' ? ['monthlyRequests', 'averageDurationMs'] : undefined;
  const problemsOf = (line: string) =>
    usageProblems(parseConfig(`usage: [${line}]`, 'f').config, fieldsOf, 'credit-guard.yaml');

  it('are held against the type, when one is named', () => {
    expect(problemsOf('{ type: "aws:lambda/function:Function", monthlyRequests: 5 }')).toEqual([]);
    expect(problemsOf('{ name: api, anything: 5 }')).toEqual([]);
    expect(problemsOf('{ type: "aws:lambda/function:Function", monthlyRequest: 5 }')).toEqual([
      'credit-guard.yaml: usage[0].monthlyRequest: no such usage of aws:lambda/function:Function; did you mean monthlyRequests?',
    ]);
    expect(problemsOf('{ type: "aws:iam/role:Role", gb: 5 }')[0]).toContain('no effect');
  });
});

describe('where the file is', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'credit-guard-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('is found upward, as far as the repository', () => {
    mkdirSync(join(root, 'repo/.git'), { recursive: true });
    mkdirSync(join(root, 'repo/infra/prod'), { recursive: true });
    writeFileSync(join(root, 'credit-guard.yaml'), 'program: map');
    const from = join(root, 'repo/infra/prod');
    expect(loadConfig({ named: undefined, from })).toEqual({ file: undefined, config: {}, errors: [], notes: [] });
    writeFileSync(join(root, 'repo/credit-guard.yaml'), 'program: activate');
    expect(loadConfig({ named: undefined, from })).toMatchObject({ config: { program: 'activate' }, errors: [] });
  });

  it('a named one counts, from the folder where the search starts', () => {
    writeFileSync(join(root, 'other.yaml'), '\ufeffprogram: map');
    expect(loadConfig({ named: 'other.yaml', from: root })).toMatchObject({ config: { program: 'map' }, errors: [] });
  });

  it.each([
    ['missing', () => undefined, 'there is no such file'],
    ['a folder', (path: string) => mkdirSync(path), 'it is no file'],
    ['too large', (path: string) => writeFileSync(path, ' '.repeat(1_000_001)), 'larger than 1 MB'],
    ['a loop of links', (path: string) => symlinkSync(path, path), 'cannot be read'],
  ])('%s', (_, make, line) => {
    const path = join(root, 'x.yaml');
    make(path);
    const { errors } = loadConfig({ named: path, from: root });
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(`${path}: `);
    expect(errors[0]).toContain(line);
  });
});

it('a megabyte of blank lines takes no time', () => {
  const start = performance.now();
  expect(errorsOf('\n'.repeat(999_000))).toEqual([]);
  expect(performance.now() - start).toBeLessThan(5000);
});
