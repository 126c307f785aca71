import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { parseConfig, placesIn } from '../../src/config/load';
import { manualCredits, settingsOf } from '../../src/config/read-settings';
import { type UsageTypes, usageProblems } from '../../src/config/usage-fields';
import { nearest } from '../../src/core/nearest';
import { wordsOf } from '../../src/words/notices';
import fc from '../support/fast-check';
import { DOCUMENTED } from './documented';

const parsed = (text: string) => parseConfig(text, 'credit-guard.yaml');
const errorsOf = (text: string): string[] => parsed(text).errors.map(wordsOf);

describe('what is wrong with a configuration is one line each: file, line, field, and the fix', () => {
  it('accepts the documented shape, and an empty file', () => {
    expect(errorsOf(DOCUMENTED)).toEqual([]);
    expect(parsed('')).toEqual({ config: {}, errors: [] });
  });

  it.each([
    [
      'an unknown key',
      'program: activate\npolices:\n  credit-outlook: {}\n',
      '2: polices: no such setting; did you mean policies?',
    ],
    ['an unknown key inside', 'pool:\n  shares: 1\n', '2: pool.shares: no such setting; did you mean share?'],
    [
      'one that is like nothing',
      'burn: { weekly: {} }',
      '1: burn.weekly: no such setting; use one of source, forecast, monthly, accounts, maxDailyCost.',
    ],
    [
      'an account that is none',
      'burn: { accounts: { "444": { Amazon EC2: 3 } } }',
      '1: burn.accounts.444: write the 12 digits of the account in quotes, such as "111122223333".',
    ],
    [
      'an account without amounts',
      'burn: { accounts: { "444455556666": 3 } }',
      '1: burn.accounts.444455556666: write names with amounts in USD, such as Amazon EC2: "120.50".',
    ],
    [
      'accounts without their spending',
      'burn: { accounts: 3 }',
      '1: burn.accounts: write accounts of 12 digits, each with amounts in USD by name.',
    ],
    [
      'a setting of a policy',
      'policies:\n  credit-outlook:\n    blockWithinDay: 3\n',
      '3: policies.credit-outlook.blockWithinDay: no such setting; did you mean blockWithinDays?',
    ],
    [
      'an unknown policy',
      'policies:\n  no-uncovered-service: {}\n',
      '2: policies.no-uncovered-service: no such setting; did you mean no-uncovered-services?',
    ],
    ['a programme', 'program: activat\n', '1: program: "activat" is not valid; did you mean activate?'],
    [
      'the programme of one credit',
      'credits: { manual: [{ description: a, remaining: 5, program: activat }] }',
      '1: credits.manual[0].program: "activat" is not valid; did you mean activate?',
    ],
    [
      "one of Pulumi's levels with a capital",
      'policies: { credit-outlook: { cash: Advisory } }',
      '1: policies.credit-outlook.cash: "Advisory" is not valid; did you mean warn?',
    ],
    [
      'a word of Pulumi where ours has no such level',
      'policies: { coverage-known: { uncertain: disabled } }',
      '1: policies.coverage-known.uncertain: "disabled" is not valid; use one of warn, block.',
    ],
    [
      'the policy of an acceptance',
      'accept:\n  - policy: coverage-know\n    resource: x\n    reason: y\n',
      '2: accept[0].policy: "coverage-know" is not valid; did you mean coverage-known?',
    ],
    [
      'an acceptance without a reason',
      'accept:\n  - policy: coverage-known\n    resource: x\n',
      '2: accept[0].reason is missing.',
    ],
    ['an acceptance without a policy', 'accept:\n  - resource: x\n    reason: y\n', '2: accept[0].policy is missing.'],
    [
      'a reason without words',
      'accept:\n  - policy: coverage-known\n    resource: x\n    reason: ""\n',
      '4: accept[0].reason: write a text that is not empty.',
    ],
    [
      'a day that does not exist',
      'accept:\n  - policy: coverage-known\n    resource: x\n    reason: y\n    until: 2027-02-30\n',
      '5: accept[0].until: write a date, such as 2027-03-31 or 2027-03-31T23:59:59Z.',
    ],
    [
      'an account that YAML reads as a number',
      'account: 111122223333',
      '1: account: write the 12 digits of the account in quotes, such as "111122223333".',
    ],
    ['an account with dashes', 'account: "1111-2222-3333"', '1: account: write the 12 digits of the account in quotes'],
    [
      'what only policy configuration may say',
      'policies: { credit-outlook: { onInvalidConfig: warn } }',
      '1: policies.credit-outlook.onInvalidConfig: no such setting',
    ],
    ['a limit without a value', 'policies:\n  credit-outlook:\n    maxMonthlyCash:', 'maxMonthlyCash: write an amount'],
    ['a report format', 'reports: { jsn: a.json }\n', '1: reports.jsn: no such setting; did you mean json?'],
    ['a list for the whole file', '- a\n', '1: the file: write settings here, as name: value.'],
    ['a text for settings', 'pool: all\n', '1: pool: write settings here, as name: value.'],
    ['a text for a list', 'accept: all\n', '1: accept: write a list.'],
    ['a list of texts', 'accept: [all]\n', '1: accept[0]: write settings here, as name: value.'],
    ['a list for amounts', 'pool: { reserved: [1] }\n', '1: pool.reserved: write names with amounts in USD'],
    ['a name that is empty', 'pool: { reserved: { "": 1 } }\n', '1: pool.reserved.: write a name that is not empty.'],
    [
      'products',
      'credits: { manual: [{ description: a, remaining: 1, products: 5 }] }',
      'products: write all, or a list',
    ],
    ['too many days', 'credits: { maxAgeDays: 1e9 }', '1: credits.maxAgeDays: write a number of days from 0 to 36500.'],
    ['a share', 'pool: { share: 1.5 }\n', '1: pool.share: write a share from 0 to 1.'],
    ['no YAML', 'a: [1\n', 'this is not valid YAML: '],
    ['a stray tab', 'program:\n\t- a', '2: this is not valid YAML: '],
    ['an open quote', 'program: "activate', 'this is not valid YAML: '],
    ['a key twice', 'program: map\nprogram: map\n', '2: this is not valid YAML: Map keys must be unique'],
    ['an object with a toString', 'program: {toString: 1, valueOf: 2}\n', '1: program: use one of activate, '],
    ['a prototype key', '__proto__: {a: 1}\n', '1: __proto__: no such setting'],
    [
      'bounds in the wrong order',
      'usage: [{ name: x, gb: { min: 5, max: 1 } }]\n',
      '1: usage[0].gb: min is larger than max.',
    ],
    [
      'a figure that is none',
      'usage: [{ name: x, gb: lots }]\n',
      '1: usage[0].gb: write a number from 0 up, or {min, max}.',
    ],
    [
      'a usage without a selector',
      'usage: [{ size: small }, { gb: 1 }]\n',
      '1: usage[1]: name a type, a name or a tag; only size may stand alone.',
    ],
    [
      'a size of everything with a figure beside it',
      'usage: [{ size: large, gb: 1 }]\n',
      '1: usage[0]: name a type, a name or a tag; only size may stand alone.',
    ],
    [
      'a size that is none',
      'usage: [{ name: x, size: medum }]\n',
      '1: usage[0].size: "medum" is not valid; did you mean medium?',
    ],
    [
      'a size that is none, for everything',
      'usage: huge\n',
      '1: usage: write small, medium or large, or a list of lines, such as',
    ],
    ['a figure inside bounds', 'usage: [{ name: x, gb: { min: 1, max: lots } }]\n', '1: usage[0].gb'],
  ])('%s', (_, text, line) => {
    const errors = errorsOf(text);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(line);
    expect(errors[0]).toMatch(/^credit-guard\.yaml:\d+: /);
  });

  it("takes Pulumi's words for levels as ours", () => {
    const text =
      'policies: { coverage-known: { level: mandatory, onUnknown: mandatory }, credit-outlook: { cash: advisory, runway: disabled } }';
    expect(parsed(text)).toEqual({
      config: {
        policies: {
          'coverage-known': { level: 'block', onUnknown: 'block' },
          'credit-outlook': { cash: 'warn', runway: 'off' },
        },
      },
      errors: [],
    });
  });

  it.each(['-5', '9e12', '"1e3"', '"1,000"', 'lots', '.nan', '"1000000000001"'])('the amount %s', (amount) => {
    expect(errorsOf(`burn: { monthly: { Amazon EC2: ${amount} } }`)).toEqual([
      'credit-guard.yaml:1: burn.monthly.Amazon EC2: write an amount in USD from 0 to 1e12, such as "120.50".',
    ]);
  });

  it('the last figure that is right is right', () => {
    expect(errorsOf('burn: { monthly: { Amazon EC2: "1000000000000", Amazon RDS: 0 } }')).toEqual([]);
    expect(
      errorsOf('pool: { share: 1 }\ncredits: { maxAgeDays: 0 }\nusage: [{ name: x, gb: { min: 5, max: 5 } }]'),
    ).toEqual([]);
  });

  it('all at once, in the order of the file', () => {
    expect(errorsOf('pool: { share: 7 }\nfoo: 1\nprogram: x\n')).toEqual([
      'credit-guard.yaml:1: pool.share: write a share from 0 to 1.',
      expect.stringMatching(/^credit-guard.yaml:2: foo: no such setting; use one of program, account, /),
      expect.stringMatching(/^credit-guard.yaml:3: program: "x" is not valid; use one of activate, /),
    ]);
  });

  it('names with terminal escapes come out clean, and short', () => {
    expect(errorsOf('"\\u001b[31mred": 1')[0]).not.toContain('\u001b');
    expect(errorsOf(`${'x'.repeat(10_000)}: 1`)[0]?.length).toBeLessThan(300);
  });

  it.each([
    [
      'aliases that multiply',
      `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [${'*a,'.repeat(9)}]\nc: &c [${'*b,'.repeat(9)}]\nd: [${'*c,'.repeat(9)}]`,
      'aliases',
    ],
    ['brackets', '['.repeat(20_000) + ']'.repeat(20_000), 'nested too deeply'],
    ['maps', `${'{a: '.repeat(5000)}${'}'.repeat(5000)}`, 'nested too deeply'],
    ['markers', `${'- '.repeat(20_000)}x`, 'nested too deeply'],
    ['columns', Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), 'nested too deeply'],
  ])('too much of %s', (_, text, words) => {
    expect(errorsOf(text)).toEqual([expect.stringContaining(words)]);
  });

  const keys = ['program', 'account', 'credits', 'burn', 'policies', 'usage', 'pool', 'accept', 'reports', 'toString'];
  const below = [
    'manual',
    'monthly',
    'share',
    'reserved',
    'json',
    'credit-outlook',
    'cash',
    'blockWithinDays',
    'until',
  ];
  const plain = fc.oneof(fc.constant(null), fc.boolean(), fc.double(), fc.string({ maxLength: 9 }));
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 3 }, plain, tie('map'), tie('list')),
    map: fc.dictionary(fc.constantFrom(...below), tie('value'), { maxKeys: 3 }),
    list: fc.array(tie('value'), { maxLength: 3 }),
  }));

  it('never throws, and never speaks in the words of a library', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseConfig(text, 'f')));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), value), (written) => {
        const { config, errors } = parsed(stringify(written));
        if (errors.length === 0) settingsOf(config);
        const lines = errors.filter(({ code }) => code !== 'config-no-yaml').map(wordsOf);
        expect(lines.join('\n')).not.toMatch(/undefined|Invalid|expected|Too (big|small)|Unrecognized/);
      }),
      { numRuns: 300 },
    );
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
    const { config, errors } = parsed(text);
    expect(errors).toEqual([]);
    expect(settingsOf(config)).toEqual(settingsOf({}));
  });

  it('and one without anything is a list without anything', () => {
    const settings = settingsOf(parsed('credits: { manual: [] }\nburn: { monthly: {} }').config);
    expect(manualCredits(settings)).toEqual([]);
    expect(settings.burn?.size).toBe(0);
  });
});

describe('usage fields', () => {
  const LAMBDA = 'aws:lambda/function:Function';
  const types: UsageTypes = {
    fieldsOf: (type) => (type === LAMBDA ? ['monthlyRequests', 'averageDurationMs'] : []),
    nearestTo: (type) => nearest(type, [LAMBDA]),
  };
  const problemsOf = (line: string) => {
    const text = `program: activate\nusage:\n  [${line}]`;
    return usageProblems(parsed(text).config, types, placesIn(text, 'credit-guard.yaml')).map(wordsOf);
  };

  it('are held against the type, when one is named', () => {
    expect(problemsOf('{ type: "aws:lambda/function:Function", monthlyRequests: 5 }')).toEqual([]);
    expect(problemsOf('{ name: api, anything: 5 }')).toEqual([]);
    expect(problemsOf('{ type: "aws:lambda/function:Function", monthlyRequest: 5 }')).toEqual([
      'credit-guard.yaml:3: usage[0].monthlyRequest: no such usage of aws:lambda/function:Function; did you mean monthlyRequests?',
    ]);
    expect(problemsOf('{ name: x, gb: 1 }, { type: "aws:iam/role:Role", gb: 5 }')).toEqual([
      'credit-guard.yaml:3: usage[1].type: aws:iam/role:Role has no usage to set, so this line has no effect.',
    ]);
    expect(problemsOf('{ type: "aws:lambda/function:Functin", monthlyRequests: 5 }')).toEqual([
      'credit-guard.yaml:3: usage[0].type: aws:lambda/function:Functin is not a known type, so this line has no effect; did you mean aws:lambda/function:Function?',
    ]);
  });
});

it('a megabyte of blank lines is read: what grows with its square would not end here', () => {
  expect(errorsOf('\n'.repeat(999_000))).toEqual([]);
});
