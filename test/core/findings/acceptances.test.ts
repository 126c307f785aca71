import { describe, expect, test } from 'vitest';
import { Acceptances, endWithoutCeiling } from '../../../src/core/findings/acceptances';
import { type Finding, says, stackFinding } from '../../../src/core/findings/finding';
import { exactly, usd } from '../../../src/core/money';
import type { Acceptance } from '../../../src/core/settings';
import { findingWords } from '../../../src/words/findings';
import { wordsOf } from '../../../src/words/notices';
import { at, NOW } from '../../support/inputs';

const URN = 'urn:pulumi:prod::shop::aws:route53domains/domain:Domain::shop';
const STACK = { organization: null, project: 'shop', name: 'prod' };
const line = (change: Partial<Acceptance> = {}): Acceptance => ({
  policy: 'no-uncovered-services',
  resource: URN,
  reason: 'Ours',
  until: undefined,
  maxUsd: undefined,
  only: undefined,
  ...change,
});
const finding = (amount: string | null, change: Partial<Finding> = {}): Finding => ({
  ...stackFinding({
    rule: 'domain-registration',
    level: 'block',
    coverage: 'not-covered',
    says: says('no-usable-credit', { credits: 1 }),
  }),
  policy: 'no-uncovered-services',
  urn: URN,
  charge: { product: 'Domains', kind: 'once', usd: amount === null ? null : exactly(usd(amount)), per: 'once' },
  ...change,
});
const apply = (acceptance: Acceptance, one: Finding) => {
  const acceptances = new Acceptances([acceptance], NOW);
  return { finding: acceptances.apply(one), notes: acceptances.notes(STACK) };
};

describe('a ceiling, in the cents that a reader sees', () => {
  test.each([
    ['1081.42', '1081.422', true],
    ['1081.42', '1081.424', true],
    ['1081.42', '1081.425', false],
    ['1081.42', '1081.43', false],
    ['0.00', '0.01', false],
    ['15.00', null, false],
  ])('up to %s: %s is accepted: %s', (max, amount, isAccepted) => {
    const told = apply(line({ maxUsd: usd(max) }), finding(amount)).finding;
    expect([told.level, told.accepted !== null]).toEqual(isAccepted ? ['info', true] : ['block', false]);
  });
});

describe('an exception for what exists', () => {
  const old = line({ only: 'existing' });

  test.each([
    ['exists', { existing: true, change: 'same' }, true],
    ['is updated', { existing: true, change: 'update' }, true],
    ['stands in a state', { existing: true }, true],
    ['is replaced', { existing: true, change: 'replace' }, false],
    ['is created', { existing: false, change: 'create' }, false],
    ['has no id in a preview of the pack', { existing: false }, false],
    ['cannot be told', {}, true],
  ] as const)('for one that %s: %o', (_, change, isAccepted) => {
    expect(apply(old, finding('12.00', change)).finding.accepted !== null).toBe(isAccepted);
  });

  test('what is created is new, even where nothing says whether it existed', () => {
    expect(apply(old, finding('12.00', { existing: null, change: 'create' })).finding.level).toBe('block');
  });

  test('an exception for everything holds for what is new too', () => {
    expect(apply(line(), finding('12.00', { existing: false, change: 'create' })).finding.level).toBe('info');
  });

  test('a replacement is told, with the exception that does not apply', () => {
    const told = apply(old, finding(null, { existing: true, change: 'replace' })).finding;
    expect(told.level).toBe('block');
    expect(findingWords(told).reason).toContain(
      'The exception for what existed ("Ours") does not apply to what is created or replaced.',
    );
  });

  test('where a replacement cannot be seen, that is said', () => {
    const said = (change: Partial<Finding>) => apply(old, finding('1.00', change)).notes.map(wordsOf);
    expect(said({})).toEqual([
      '1 exception used; 1 of them never ends. 1 of them is for what exists; a replacement cannot be seen here: `credit-guard check` on the preview shows it.',
    ]);
    expect(said({ existing: true })).toEqual(['1 exception used; 1 of them never ends.']);
  });
});

describe('which resource it is for', () => {
  test.each([
    ['the very URN', URN, true],
    ['any stack', 'urn:pulumi:*::shop', true],
    ['any name', 'urn:pulumi:prod::shop::aws:route53domains/domain:Domain::*', true],
    ['a name that begins alike', 'urn:pulumi:*::sho*', true],
    ['another name', 'urn:pulumi:*::blog', false],
    ['another URN', `${URN}-2`, false],
    ['a pattern that ends alike in another project', 'urn:pulumi:prod::blog::*::shop', false],
    ['another project, any name', 'urn:pulumi:prod::blog::*', false],
  ])('%s: %s', (_, resource, isAccepted) => {
    expect(apply(line({ resource }), finding('1.00')).finding.accepted !== null).toBe(isAccepted);
  });

  test('two for one resource: the one that holds applies', () => {
    const acceptances = new Acceptances([line({ maxUsd: usd('1') }), line({ reason: 'More', maxUsd: usd('5') })], NOW);
    expect(acceptances.apply(finding('3.00')).accepted?.reason).toBe('More');
  });

  test('one of another policy does not apply', () => {
    expect(apply(line({ policy: 'coverage-known' }), finding('1.00')).finding.level).toBe('block');
  });
});

describe('its end', () => {
  test.each([
    ['now', NOW, 'info'],
    ['a moment ago', NOW - 1, 'block'],
  ])('%s', (_, until, level) => {
    const acceptances = new Acceptances([line({ until })], NOW);
    expect(acceptances.apply(finding('1.00')).level).toBe(level);
    expect(acceptances.ended.map(({ says: { args } }) => args)).toEqual(
      level === 'info' ? [] : [{ policy: 'no-uncovered-services', resource: URN, reason: 'Ours', until }],
    );
  });

  test('one without a ceiling is looked at again after 90 days, at the end of that day', () => {
    expect(endWithoutCeiling(at('2026-12-01T15:00:00Z'))).toBe(at('2027-03-01T23:59:59Z'));
  });
});

describe('what is told of the exceptions', () => {
  const notes = (...acceptances: readonly Acceptance[]) => {
    const held = new Acceptances(acceptances, NOW);
    held.apply(finding('1.00'));
    return held.notes(STACK).map(({ code, args }) => [code, args]);
  };
  const unused = (resource: string) => notes(line({ resource })).length;

  test('how many are used, and how many of these never end', () => {
    const never = line({ until: undefined });
    expect(notes(never)).toEqual([['exceptions-used', { used: 1, endless: 1, unseen: 0 }]]);
    expect(notes(line({ until: NOW }))).toEqual([['exceptions-used', { used: 1, endless: 0, unseen: 0 }]]);
  });

  test('each that matches nothing, as it was written', () => {
    const resource = 'urn:pulumi:*::blog';
    expect(notes(line({ resource }))).toEqual([
      ['exceptions-unused', { lines: [{ policy: 'no-uncovered-services', resource, reason: 'Ours' }] }],
    ]);
  });

  test.each([
    ['another stack', 'urn:pulumi:dev::shop::aws:x/y:Z::a', 0],
    ['another project', 'urn:pulumi:prod::blog::aws:x/y:Z::a', 0],
    ['this one', 'urn:pulumi:prod::shop::aws:x/y:Z::a', 1],
    ['any stack', 'urn:pulumi:*::a', 1],
  ])('one for %s that matches nothing', (_, resource, lines) => {
    expect(unused(resource)).toBe(lines);
  });

  test('where the stack is not known, it may be this one', () => {
    const held = new Acceptances([line({ resource: 'urn:pulumi:dev::blog::aws:x/y:Z::a' })], NOW);
    expect(held.notes({ organization: null, project: null, name: null })).toHaveLength(1);
  });

  test('nothing where nothing is accepted', () => {
    expect(notes()).toEqual([]);
  });
});
