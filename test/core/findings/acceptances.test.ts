import { describe, expect, test } from 'vitest';
import { Acceptances } from '../../../src/core/findings/acceptances';
import { type Finding, says, stackFinding } from '../../../src/core/findings/finding';
import { exactly, usd } from '../../../src/core/money';
import type { Acceptance } from '../../../src/core/settings';
import { findingWords } from '../../../src/words/findings';
import { wordsOf } from '../../../src/words/notices';
import { NOW } from '../../support/inputs';

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
  ...stackFinding('domain-registration', 'block', 'not-covered', says('no-usable-credit', { credits: 1 })),
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
