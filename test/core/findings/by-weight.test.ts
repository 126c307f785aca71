import { expect, test } from 'vitest';
import { byWeight, type Finding, says, stackFinding } from '../../../src/core/findings/finding';
import { between, usd } from '../../../src/core/money';
import type { Level } from '../../../src/core/policy-names';

const finding = (level: Level, amount?: string, parts: Partial<Finding> = {}): Finding => ({
  ...stackFinding({ rule: 'a-rule', level, coverage: 'not-covered', says: says('no-usable-credit', { credits: 1 }) }),
  charge:
    amount === undefined ? null : { product: 'EC2', kind: 'once', usd: between(usd('0'), usd(amount)), per: 'once' },
  ...parts,
});

/** In the order told, each pair also the other way round: an order that is upside down fails. */
const inOrder: readonly (readonly [string, Finding, Finding])[] = [
  ['what blocks before what warns', finding('block', '1'), finding('warn', '900')],
  ['what warns before information', finding('warn'), finding('info', '900')],
  ['the dearer first', finding('warn', '900'), finding('warn', '9')],
  ['an amount before none', finding('warn', '0.01'), finding('warn')],
  ['then by URN', finding('warn', '9', { urn: 'urn:a', rule: 'z' }), finding('warn', '9', { urn: 'urn:b' })],
  ['then by rule', finding('warn', '9', { rule: 'a' }), finding('warn', '9', { rule: 'b' })],
  [
    'then by product',
    finding('warn', '9'),
    finding('warn', '9', { charge: { product: 'RDS', kind: 'once', usd: between(usd('0'), usd('9')), per: 'once' } }),
  ],
];

test.each(inOrder)('%s', (_, first, second) => {
  expect([second, first].sort(byWeight)).toEqual([first, second]);
  expect([first, second].sort(byWeight)).toEqual([first, second]);
  expect(Math.sign(byWeight(second, first))).toBe(-Math.sign(byWeight(first, second)));
});

test('two that are alike stay as they are', () => {
  expect(byWeight(finding('warn', '9'), finding('warn', '9'))).toBe(0);
});
