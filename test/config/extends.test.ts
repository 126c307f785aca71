import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { extended, withPathsFrom } from '../../src/config/extends';
import { parseConfig, placesIn } from '../../src/config/load';
import type { Config } from '../../src/config/schema';
import { GENERAL, SECTIONS } from '../../src/core/file-settings';
import { POLICIES } from '../../src/core/policy-names';
import { POLICY_SETTINGS } from '../../src/core/policy-settings';
import type { PolicyRows, Row, Rows } from '../../src/core/setting-row';
import { wordsOf } from '../../src/words/notices';

const read = (text: string, name: string) => {
  const parsed = parseConfig(text, name);
  expect(parsed.errors).toEqual([]);
  return parsed;
};

function on(base: string, own: string) {
  const { config } = read(own, 'own.yaml');
  const found = extended(
    { name: 'base.yaml', config: read(base, 'base.yaml').config },
    config,
    placesIn(own, 'own.yaml'),
  );
  return { config: found.config, errors: found.errors.map(wordsOf), from: Object.fromEntries(found.fromBase) };
}

const BASE = `
account: "111122223333"
policies:
  credit-outlook: { maxMonthlyCash: "50.00", blockWithinDays: 30, coverage: block }
  no-uncovered-services: { level: block }
`;

describe('what a file says on top of its base', () => {
  it('what neither says has its default, and what one says applies', () => {
    const { config, errors, from } = on(BASE, 'program: activate');
    expect(errors).toEqual([]);
    expect(config).toEqual({ ...read(BASE, 'f').config, program: 'activate' });
    expect(from).toEqual({
      account: 'alone',
      'credit-outlook.maxMonthlyCash': 'alone',
      'credit-outlook.blockWithinDays': 'alone',
      'credit-outlook.coverage': 'alone',
      'no-uncovered-services.level': 'alone',
    });
  });

  it('may be stricter, or the same', () => {
    const own = `
account: "111122223333"
policies:
  credit-outlook: { maxMonthlyCash: 20, blockWithinDays: 60, coverage: block }
  coverage-known: { level: block }
`;
    const { config, errors, from } = on(BASE, own);
    expect(errors).toEqual([]);
    expect(config.policies).toEqual({
      'credit-outlook': { maxMonthlyCash: 20, blockWithinDays: 60, coverage: 'block' },
      'no-uncovered-services': { level: 'block' },
      'coverage-known': { level: 'block' },
    });
    expect(Object.keys(from)).toEqual(['account', 'no-uncovered-services.level', 'credit-outlook.coverage']);
  });

  it('what is looser is an error each, with its line, the base and what to do', () => {
    const own = `policies:
  credit-outlook:
    maxMonthlyCash: "50.01"
    blockWithinDays: 29
    runway: warn
  no-uncovered-services:
    level: off
`;
    expect(on(BASE, own).errors).toEqual([
      'own.yaml:3: policies.credit-outlook.maxMonthlyCash: 50.01 is looser than 50.00 of base.yaml, which this file may only tighten. Remove the line, or have base.yaml changed.',
      'own.yaml:4: policies.credit-outlook.blockWithinDays: 29 is looser than 30 of base.yaml, which this file may only tighten. Remove the line, or have base.yaml changed.',
      'own.yaml:5: policies.credit-outlook.runway: warn is looser than block, the default that base.yaml keeps, which this file may only tighten. Remove the line, or have base.yaml changed.',
      'own.yaml:7: policies.no-uncovered-services.level: off is looser than block of base.yaml, which this file may only tighten. Remove the line, or have base.yaml changed.',
    ]);
  });

  it.each([
    ['account: "111122223333"', 'account: "999988887777"', 'account: base.yaml says otherwise'],
    ['credits: { snapshot: /a.json }', 'credits: { snapshot: b.json }', 'credits.snapshot: base.yaml says otherwise'],
    [
      'credits: { source: aws }',
      'credits: { snapshot: b.json }',
      'credits.snapshot: base.yaml says credits.source already',
    ],
    [
      'credits: { manual: [{ description: A, remaining: 5, products: all }] }',
      'credits: { manual: [{ description: A, remaining: 5, products: all }, { description: B, remaining: 9 }] }',
      'credits.manual: base.yaml says otherwise',
    ],
    [
      'burn: { source: cost-explorer }',
      'burn: { monthly: { Amazon EC2: 0 } }',
      'burn.monthly: base.yaml says burn.source already',
    ],
    [
      'discounts: { Amazon EC2: 0.1 }',
      'discounts: { Amazon EC2: 0.5 }',
      'discounts: base.yaml says discounts.Amazon EC2 already',
    ],
    [
      'credits: { programs: { "EDU_*": educate } }',
      'credits: { programs: { "EDU_*": activate } }',
      'credits.programs: base.yaml says credits.programs.EDU_* already',
    ],
    ['usage: [{ name: a, monthlyRequests: 1 }]\nprices: a.tsv', 'prices: b.tsv', 'prices: base.yaml says otherwise'],
    [
      'pool: { reserved: { a/b: "300.00" } }',
      'pool: { reserved: { a/b: 0 } }',
      'pool.reserved: base.yaml says pool.reserved.a/b already',
    ],
  ])('%s and %s', (base, own, says) => {
    expect(on(base, own).errors).toEqual([
      `own.yaml:1: ${says}, and this file may only add to it. Remove the line, or have base.yaml changed.`,
    ]);
  });

  it.each([
    [
      'lines of usage, those of the base last, as the last one counts',
      'usage: [{ name: a, monthlyRequests: 1 }]',
      'usage: small',
      { usage: [{ size: 'small' }, { name: 'a', monthlyRequests: 1 }] },
    ],
    ['answers of AWS', 'confirmed: [a.json]', 'confirmed: [b.json]', { confirmed: ['b.json', 'a.json'] }],
    [
      'reservations',
      'pool: { reserved: { a/b: "3.00" } }',
      'pool: { reserved: { c/d: "4.00" } }',
      { pool: { reserved: { 'c/d': '4.00', 'a/b': '3.00' } } },
    ],
    [
      'spending of accounts, where both files may say the same',
      'burn: { accounts: { "444455556666": { Amazon EC2: 9 } } }',
      'burn: { accounts: { "444455556666": { Amazon EC2: 9 }, "777788889999": { Amazon RDS: 5 } } }',
      { burn: { accounts: { '444455556666': { 'Amazon EC2': 9 }, '777788889999': { 'Amazon RDS': 5 } } } },
    ],
    [
      'reports',
      'reports: { json: a.json }',
      'reports: { html: a.html }',
      { reports: { html: 'a.html', json: 'a.json' } },
    ],
    [
      'programmes of credits, of which those of the base count first',
      'credits: { programs: { "EDU_*": educate } }',
      'credits: { programs: { "*": activate } }',
      { credits: { programs: { 'EDU_*': 'educate', '*': 'activate' } } },
    ],
    [
      'discounts',
      'discounts: { Amazon EC2: 0.1 }',
      'discounts: { all: 0.05 }',
      { discounts: { 'Amazon EC2': 0.1, all: 0.05 } },
    ],
  ])('adds %s', (_, base, own, config) => {
    const found = on(base, own);
    expect([found.errors, found.config]).toEqual([[], config]);
    expect(Object.values(found.from)).toEqual(['joined']);
  });

  it('lets no pattern for a programme come before those of the base', () => {
    const { config } = on('credits: { programs: { "EDU_*": educate } }', 'credits: { programs: { "*": activate } }');
    expect(Object.keys(config.credits?.programs ?? {})).toEqual(['EDU_*', '*']);
  });

  const LINE = '{ policy: no-uncovered-services, resource: x, reason: y }';
  it('may plan purchases beside those of the base', () => {
    const purchase = (what: string) => ({ what, product: 'Amazon SageMaker', usd: '9.00', from: '2027-05-01' });
    const base = { name: 'base.yaml', config: { planned: [purchase('theirs')] } as Config };
    const { config, errors } = extended(base, { planned: [purchase('ours')] } as Config, placesIn('', 'own.yaml'));
    expect([errors, config.planned?.map(({ what }) => what)]).toEqual([[], ['ours', 'theirs']]);
  });

  it('may write exceptions, unless the base keeps them to itself', () => {
    const accept = `accept: [${LINE}]`;
    expect(on(BASE, accept).config.accept).toHaveLength(1);
    expect(on(`exceptions: base\n${accept}`, 'program: map').errors).toEqual([]);
    expect(on('exceptions: base', accept).errors).toEqual([
      'own.yaml:1: accept: base.yaml keeps exceptions to itself (exceptions: base). Remove them here, and have them written there.',
    ]);
    expect(on('exceptions: base', `exceptions: anywhere\n${accept}`).errors).toHaveLength(2);
  });

  it('finds the files of a base from its own folder, and leaves reports to those who write them', () => {
    const { config } = read(
      'credits: { snapshot: a.json, history: h.json }\nconfirmed: [c.json]\nreports: { json: r.json }',
      'f',
    );
    expect(withPathsFrom(config, (path) => `/base/${path}`)).toEqual({
      credits: { snapshot: '/base/a.json', history: '/base/h.json' },
      confirmed: ['/base/c.json'],
      reports: { json: 'r.json' },
    });
  });
});

/** Every row, with the document that sets it alone. */
const rows: { name: string; row: Row; around: (value: unknown) => Config }[] = [
  ...Object.entries(GENERAL as Rows).map(([name, row]) => ({
    name,
    row,
    around: (value: unknown) => ({ [name]: value }),
  })),
  ...Object.entries(SECTIONS).flatMap(([section, all]) =>
    Object.entries(all as Rows).map(([name, row]) => ({
      name: `${section}.${name}`,
      row,
      around: (value: unknown) => ({ [section]: { [name]: value } }),
    })),
  ),
  ...POLICIES.flatMap((policy) =>
    Object.entries(POLICY_SETTINGS[policy] as PolicyRows)
      .filter(([, { places }]) => places.includes('file'))
      .map(([name, row]) => ({
        name: `${policy}.${name}`,
        row,
        around: (value: unknown) => ({ policies: { [policy]: { [name]: value } } }),
      })),
  ),
].filter(({ name }) => name !== 'extends');

describe('every setting', () => {
  const valuesOf = ({ type }: Row): unknown[] =>
    typeof type === 'object' && 'choice' in type ? [...type.choice] : [0.1, 0.2, 0.3];
  it.each(rows.filter(({ row }) => row.stricter !== 'none'))(
    '$name: only what is no looser than the base',
    ({ row, around }) => {
      const values = valuesOf(row);
      const strictness = row.stricter === 'smaller' ? [...values].reverse() : values;
      for (const [i, above] of strictness.entries()) {
        for (const [j, here] of strictness.entries()) {
          const { config, errors } = on(stringify(around(above)), stringify(around(here)));
          expect(errors).toHaveLength(j < i ? 1 : 0);
          if (j >= i) expect(config).toEqual(around(here));
        }
      }
    },
  );

  /** Which settings have entries: a new one says in its row what a file that extends another may do to it. */
  it('with entries: a file may add to those of its base, but for credits written by hand', () => {
    const fixed = rows
      .filter(({ row }) => typeof row.example === 'object' && row.onBase !== 'adds')
      .map(({ name }) => name);
    expect(fixed).toEqual(['credits.manual']);
  });

  it.each(rows)('$name: what the base says applies to who says nothing, and may be repeated', ({ row, around }) => {
    const text = stringify(around(row.example));
    const config = read(text, 'f').config;
    expect(on(text, '').config).toEqual(config);
    expect(on(text, text)).toMatchObject({ config, errors: [] });
  });
});
